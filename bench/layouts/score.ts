import type { ParsedDocument } from "@besunny/document-model/parsed-document";
import type { Layout } from "./pen";

/** Counts of the pages of one kind. */
export type Score = {
  pages: number;
  words: number;
  found: number;
  pairs: number;
  inOrder: number;
  neighbours: number;
  together: number;
  tables: number;
  exact: number;
  falseTables: number;
};

export function noScore(): Score {
  return {
    pages: 0,
    words: 0,
    found: 0,
    pairs: 0,
    inOrder: 0,
    neighbours: 0,
    together: 0,
    tables: 0,
    exact: 0,
    falseTables: 0,
  };
}

/** Adds a page to the counts. Returns true if nothing of the page was read wrong. */
export function addPage(score: Score, layout: Layout, model: ParsedDocument | null): boolean {
  const before = { ...score };
  score.pages += 1;
  const read = wordsOf(model);
  const places = new Map(read.map((word, index) => [word, index]));
  const inOrder = layout.blocks.map((block) => block.filter(isWord));
  const blocks = [...inOrder, ...layout.asides];
  for (const word of blocks.flat()) {
    score.words += 1;
    if (places.has(word)) score.found += 1;
  }
  countOrder(score, inOrder.flat(), places);
  for (const block of blocks) countNeighbours(score, block, places);
  countTables(score, layout, model);
  const grown = (key: keyof Score) => score[key] - before[key];
  return (
    grown("words") === grown("found") &&
    grown("pairs") === grown("inOrder") &&
    grown("neighbours") === grown("together") &&
    grown("tables") === grown("exact") &&
    grown("falseTables") === 0
  );
}

function wordsOf(model: ParsedDocument | null): string[] {
  if (!model) return [];
  return model.pages
    .flatMap(({ words }) => words.map(([from, to]) => model.text.slice(from, to)))
    .filter(isWord);
}

/** Signs of items come often, so they do not tell their place. */
function isWord(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

/** Counts the pairs of words that are read in the order of the truth. */
function countOrder(score: Score, words: string[], places: Map<string, number>) {
  const order = words.flatMap((word) => places.get(word) ?? []);
  for (const [index, place] of order.entries())
    for (const later of order.slice(index + 1)) {
      score.pairs += 1;
      if (place < later) score.inOrder += 1;
    }
}

/** Counts the words of a block that are read next after the word before them. */
function countNeighbours(score: Score, block: string[], places: Map<string, number>) {
  for (const [index, word] of block.slice(1).entries()) {
    score.neighbours += 1;
    const [before, own] = [places.get(block[index] ?? ""), places.get(word)];
    if (before !== undefined && own === before + 1) score.together += 1;
  }
}

function countTables(
  score: Score,
  { tables, areTablesFree }: Layout,
  model: ParsedDocument | null,
) {
  if (areTablesFree) return;
  const found = (model?.blocks ?? []).flatMap(({ cells }) => {
    if (!cells) return [];
    const rows: string[][] = [];
    for (const { row, column, text } of cells) {
      const own = rows[row] ?? [];
      own[column] = text;
      rows[row] = own;
    }
    return [gridOf(rows)];
  });
  score.tables += tables.length;
  for (const table of tables) {
    const index = found.indexOf(gridOf(table));
    if (index < 0) continue;
    score.exact += 1;
    found.splice(index, 1);
  }
  score.falseTables += found.length;
}

/** Rows and cells as one text. Empty cells at the end of a row count as absent. */
function gridOf(rows: string[][]): string {
  return Array.from(rows, (row = []) =>
    Array.from(row, (text = "") => text.replace(/\s+/g, " ").trim())
      .join("\t")
      .trimEnd(),
  ).join("\n");
}
