import type { SentenceEncoder } from "../../minilm/sentence-encoder";
import { dot } from "../../understanding/vectors";
import { fold } from "../languages/gloss";
import { type AskedOfTable, type AskedTerm, holds } from "./asked-of-table";
import { numberOf } from "./cell-values";
import { type Kind, kindOf } from "./columns";
import { namesKind } from "./how-asked";
import type { FoundRows } from "./rows-for";
import type { TablesInput } from "./table-read";

/** The least likeness of a question and the name of a column, if nothing else says that it is asked for. */
const LEAST_LIKENESS = 0.3;
/** The same for a table of one row, where no other row contradicts. */
const LEAST_OF_RECORD = 0.5;
/** A column is chosen if it is at least so much better than the next one. */
const LEAST_LEAD = 0.04;
/** Counted beside likeness: a word of the name in the question, and a name of such values. */
const HEADED = 0.5;
const OF_MEASURE = 0.4;
const OF_PERSON = 0.4;

type Table = TablesInput["tables"][number];

/** A column with the words of the question that are in its name. */
export type Column = {
  at: number;
  kind: Kind;
  likeness: number;
  isHeaded: boolean;
  words: AskedTerm[];
};

/** Returns the column that holds what is asked for; null if it is not clear which. */
export async function columnFor(
  { english, terms, wanted, how }: AskedOfTable,
  table: Table,
  { rows, filters, name }: FoundRows,
  encoder: Pick<SentenceEncoder, "encode">,
): Promise<Column | null> {
  const question = await encoder.encode(english);
  const people = new Set(table.rows.map((row) => row[name]?.trim() ?? ""));
  const rated: (Column & { score: number; isSure: boolean })[] = [];
  for (const [at, column] of table.columns.entries()) {
    const cells = rows
      .map((row) => table.rows[row]?.[at]?.trim() ?? "")
      .filter((cell) => cell !== "");
    if (cells.length === 0 || column.trim() === "" || filters.has(at)) continue;
    const kind = kindOf(table.rows, at);
    const isMeasure = namesKind(column, wanted);
    if (
      !fits(cells, kind, wanted, isMeasure) ||
      (kind !== "number" && (how === "sum" || how === "most" || how === "least"))
    )
      continue;
    const words = terms.filter((term) => holds(fold(column), term));
    const likeness = dot(question, await encoder.encode(column));
    const isPerson = wanted === "person" && at !== name && cells.every((cell) => people.has(cell));
    const score =
      likeness +
      (words.length > 0 ? HEADED : 0) +
      (isMeasure ? OF_MEASURE : 0) +
      (isPerson ? OF_PERSON : 0);
    const isSure = words.length > 0 || isMeasure || isPerson;
    rated.push({ at, kind, likeness, isHeaded: words.length > 0, words, score, isSure });
  }
  rated.sort((a, b) => b.score - a.score);
  const [best, next] = rated.filter(
    ({ at, isHeaded }) => at !== name || isHeaded || rated.length === 1,
  );
  if (!best) return null;
  const isRecord = table.rows.length === 1;
  const isAlone = !next && wanted !== null && wanted !== "person" && !isRecord;
  const leads = best.score - (next?.score ?? 0) >= LEAST_LEAD;
  return isAlone ||
    (leads &&
      (isRecord
        ? best.isHeaded || best.likeness >= LEAST_OF_RECORD
        : best.isSure || best.likeness >= LEAST_LIKENESS))
    ? best
    : null;
}

function fits(
  cells: readonly string[],
  kind: Kind,
  wanted: AskedOfTable["wanted"],
  isMeasure: boolean,
): boolean {
  if (wanted === "day") return kind === "day";
  if (wanted === "person") return cells.some((cell) => personal.test(cell));
  if (wanted === null) return true;
  if (wanted === "time") return isMeasure || cells.every((cell) => lasting.test(fold(cell)));
  return kind === "number" || cells.every((cell) => numberOf(cell) !== null);
}

const lasting =
  /\d.*\b(?:days?|weeks?|months?|years?|hours?|h|min|minutes?|tage?n?|wochen?|monate?n?|jahre?n?|stunden?|jours?|semaines?|mois|ans?|heures?|dias?|semanas?|mes|meses|anos?|horas?)\b/;
const personal =
  /^\p{Lu}[\p{L}.'’-]+(?: (?:\p{Lu}[\p{L}.'’-]*|&|de|del|la|van|von|der|du)){1,5}(?:,.*)?$/u;
