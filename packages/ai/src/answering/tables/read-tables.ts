import type { SentenceEncoder } from "../../minilm/sentence-encoder";
import { fold, inEnglish, languageOfQuestion } from "../languages/gloss";
import { termsOf } from "../languages/matched";
import type { AskedOfTable, AskedTerm } from "./asked-of-table";
import { dayIn, numberOf } from "./cell-values";
import { type Column, columnFor } from "./column-for";
import { howAsked, isLight, valueAsked } from "./how-asked";
import { type FoundRows, rowsFor } from "./rows-for";
import type { TableRead, TablesInput } from "./table-read";

/** A table answers a question if it holds at least this share of its words. Counts, sums, lists and tables of one row need more. */
const LEAST_OF_CELL = 0.5;
const LEAST_OF_ROWS = 0.6;
const LEAST_SCORE = 0.45;
/** The least likeness of a column to a question with words that the table does not hold. */
const LEAST_OF_OPEN = 0.18;
/** Several values are given one after the other up to so many. */
const MOST_VALUES = 4;

type Table = TablesInput["tables"][number];
type Read = Omit<TableRead, "table" | "total">;

/** Returns the cells that answer a question, with how sure that is; null if no table answers it. */
export async function readTables(
  { question, tables }: TablesInput,
  encoder: Pick<SentenceEncoder, "encode">,
): Promise<TableRead | null> {
  const language = languageOfQuestion(question);
  const english = inEnglish(question, language);
  const day = dayIn(english) ?? dayIn(question);
  const terms = termsOf(question, language)
    .filter(({ text }) => !day?.said.includes(fold(text)))
    .map((term): AskedTerm => {
      const isFirst = question.trimStart().startsWith(term.text);
      return { ...term, isCapital: language !== "de" && /^\p{Lu}/u.test(term.text) && !isFirst };
    });
  const asked = { english, day, terms, how: howAsked(question), wanted: valueAsked(question) };
  let best: TableRead | null = null;
  for (const [index, table] of tables.entries()) {
    const read = await readTable(asked, table, encoder);
    if (read && read.score >= (best?.score ?? LEAST_SCORE))
      best = { ...read, table: index, total: totalOf(read, table) };
  }
  return best;
}

async function readTable(
  asked: AskedOfTable,
  table: Table,
  encoder: Pick<SentenceEncoder, "encode">,
): Promise<Read | null> {
  const found = rowsFor(asked, table);
  if (!found || asked.terms.some((term) => isExact(term) && !found.explained.has(term)))
    return null;
  const column = await columnFor(asked, table, found, encoder);
  const isOpen = (term: AskedTerm) => !isLight(term.text) && !found.explained.has(term);
  if (column && !column.isHeaded && column.likeness < LEAST_OF_OPEN && asked.terms.some(isOpen))
    return null;
  const share = shareOf(
    asked.terms,
    (term) => found.explained.has(term) || column?.words.includes(term) === true,
  );
  const read = answering(asked, table, found, column);
  if (!read || share < leastShare(read, table)) return null;
  const certainty = column ? Math.min(1, 0.6 + column.likeness) : 0.7;
  const beside = [...found.filters].filter((at) => at !== found.name && at !== read.column);
  return { ...read, name: found.name, beside, score: share * certainty + found.bonus };
}

function answering(
  { how, day, wanted }: AskedOfTable,
  table: Table,
  { rows, filters }: FoundRows,
  column: Column | null,
): Pick<Read, "rows" | "column" | "how"> | null {
  const isPart = filters.size > 0 && rows.length < table.rows.length;
  const isNumber = column?.kind === "number";
  if (how === "count" && !(isNumber && rows.length === 1))
    return isPart ? { rows, column: null, how: "count" } : null;
  if (how === "list" && wanted === null && !(column?.isHeaded && rows.length === 1))
    return isPart ? { rows, column: null, how: "list" } : null;
  if (!column) return null;
  const textAt = (row: number) => table.rows[row]?.[column.at]?.trim() ?? "";
  const filled = rows.filter((row) => textAt(row) !== "");
  if (how === "most" || how === "least") {
    if (!isNumber || filled.length < 2) return null;
    const number = (row: number) => numberOf(textAt(row)) ?? 0;
    const sorted = filled.toSorted((a, b) => number(a) - number(b));
    return {
      rows: (how === "least" ? sorted : sorted.toReversed()).slice(0, 1),
      column: column.at,
      how: "cell",
    };
  }
  const isTold = filters.size > 0 || day !== null || table.rows.length === 1;
  if (!isTold || filled.length === 0) return null;
  if (filled.length > 1 && isNumber && (how === "sum" || how === "amount"))
    return { rows: filled, column: column.at, how: "sum" };
  if (new Set(filled.map(textAt)).size === 1)
    return { rows: filled.slice(0, 1), column: column.at, how: "cell" };
  return filled.length <= MOST_VALUES ? { rows: filled, column: column.at, how: "list" } : null;
}

function leastShare({ how }: Pick<Read, "how">, { rows }: Table): number {
  return how === "cell" && rows.length > 1 ? LEAST_OF_CELL : LEAST_OF_ROWS;
}

function totalOf({ how, rows, column }: Read, table: Table): number | null {
  if (how !== "sum" || column === null) return null;
  const cents = rows.map((row) =>
    Math.round(100 * (numberOf(table.rows[row]?.[column] ?? "") ?? 0)),
  );
  return cents.reduce((sum, each) => sum + each, 0) / 100;
}

/** A table must hold the numbers and names of a question: "Brookling 600" is no row of another Brookling. */
function isExact({ text, isCapital }: AskedTerm): boolean {
  return isCapital || /\d/.test(text) || ordinal.test(fold(text));
}

const ordinal =
  /^(?:first|second|third|fourth|fifth|last|erste[nrs]?|zweite[nrs]?|dritte[nrs]?|vierte[nrs]?|letzte[nrs]?|premier|premiere|deuxieme|troisieme|quatrieme|dernier|derniere|primer[oa]?|segund[oa]|tercer[oa]?|cuart[oa]|ultim[oa])$/;

function shareOf(terms: readonly AskedTerm[], isExplained: (term: AskedTerm) => boolean): number {
  const weightOf = ({ text, weight }: AskedTerm) => (isLight(text) ? 0.3 : 1) * weight;
  const total = terms.reduce((sum, term) => sum + weightOf(term), 0);
  const own = terms.filter(isExplained).reduce((sum, term) => sum + weightOf(term), 0);
  return total === 0 ? 0 : own / total;
}
