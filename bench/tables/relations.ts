import type { TruthCell } from "./truth";

/** The number of relations that were found, of those in the truth, and of those that are in both. */
export type Count = { same: number; found: number; truth: number };

/**
 * Returns the adjacency relations of a table, as a count for each pair of texts and direction. Each cell with text has one to the
 * nearest such cells to its right and below it, in each row and column that it covers.
 */
export function relationsOf(cells: TruthCell[]): Map<string, number> {
  const grid = new Map<string, TruthCell>();
  const filled = cells.filter(({ text }) => normalised(text) !== "");
  for (const cell of filled)
    for (let row = cell.row; row < cell.row + cell.rowSpan; row++)
      for (let column = cell.column; column < cell.column + cell.columnSpan; column++)
        grid.set(`${row} ${column}`, cell);
  const height = Math.max(0, ...filled.map(({ row, rowSpan }) => row + rowSpan));
  const width = Math.max(0, ...filled.map(({ column, columnSpan }) => column + columnSpan));
  const pairs = new Set<string>();
  const relations = new Map<string, number>();
  const order = new Map(filled.map((cell, index) => [cell, index]));

  const relate = (from: TruthCell, to: TruthCell, direction: string) => {
    const pair = `${order.get(from)} ${order.get(to)} ${direction}`;
    if (from === to || pairs.has(pair)) return;
    pairs.add(pair);
    const key = `${normalised(from.text)}\n${normalised(to.text)}\n${direction}`;
    relations.set(key, (relations.get(key) ?? 0) + 1);
  };
  const walk = (
    outer: number,
    inner: number,
    at: (a: number, b: number) => string,
    name: string,
  ) => {
    for (let a = 0; a < outer; a++) {
      let last: TruthCell | undefined;
      for (let b = 0; b < inner; b++) {
        const cell = grid.get(at(a, b));
        if (cell && last) relate(last, cell, name);
        last = cell ?? last;
      }
    }
  };
  walk(height, width, (row, column) => `${row} ${column}`, "right");
  walk(width, height, (column, row) => `${row} ${column}`, "below");
  return relations;
}

/** Without white space, in capitals, what is no letter, digit or ASCII as "_"; a hyphen between letters may be a line's end. */
export function normalised(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/\s/gu, "")
    .replace(/(?<=\p{L})[-\u00ad\u2010](?=\p{L})/gu, "")
    .toUpperCase()
    .replace(/[^\p{L}\p{N}\x21-\x7e]/gu, "_");
}

export function compare(found: Map<string, number>, truth: Map<string, number>): Count {
  let same = 0;
  for (const [key, count] of truth) same += Math.min(count, found.get(key) ?? 0);
  return { same, found: sizeOf(found), truth: sizeOf(truth) };
}

export function sizeOf(relations: Map<string, number>): number {
  return [...relations.values()].reduce((sum, count) => sum + count, 0);
}

export function add(a: Count, b: Count): Count {
  return { same: a.same + b.same, found: a.found + b.found, truth: a.truth + b.truth };
}

export const none: Count = { same: 0, found: 0, truth: 0 };

export function scoresOf({ same, found, truth }: Count) {
  const precision = found > 0 ? same / found : 0;
  const recall = truth > 0 ? same / truth : 1;
  const f1 = precision + recall > 0 ? (2 * precision * recall) / (precision + recall) : 0;
  return { precision, recall, f1 };
}

/** `<name>_precision`, `_recall` and `_f1`: the mean over the documents, and over all of them pooled. */
export function reportOf(name: string, documents: Count[]): Record<string, number> {
  const each = documents.map(scoresOf);
  const mean = (key: "precision" | "recall" | "f1") =>
    each.reduce((sum, scores) => sum + scores[key], 0) / Math.max(1, each.length);
  const pooled = scoresOf(documents.reduce(add, none));
  return {
    [`${name}_precision`]: mean("precision"),
    [`${name}_recall`]: mean("recall"),
    [`${name}_f1`]: mean("f1"),
    [`${name}_pooled_precision`]: pooled.precision,
    [`${name}_pooled_recall`]: pooled.recall,
    [`${name}_pooled_f1`]: pooled.f1,
  };
}
