import type { Ai } from "@besunny/ai/ai";
import { findParsedDocument } from "../../content/find-parsed-document";
import type { Caller } from "../../operation/caller";
import { createCiter } from "../compose/citer";
import { composeCells } from "../compose/compose-cells";
import { type Answered, doneOf } from "../compose/done";
import type { ReadQuestion } from "./about-documents";
import { type AskedTable, askedTables } from "./asked-tables";
import { type FoundText, scopeOf, search } from "./passages-for";
import { understoodOf } from "./read-question";

/** Documents whose tables are read for one question. */
const MOST = 8;
/** Table files in which the nearest are looked for. */
const MOST_FILES = 500;
/** Cells that are read for one question. A table that would make more is left out. */
const MOST_CELLS = 60_000;
const NEAR = 4;

type Tools = { caller: Caller; ai: Pick<Ai, "readTables">; signal: AbortSignal | undefined };

/** Answers from tables and forms: of the documents of the passages, and of the nearest table files. Null if none answers. */
export async function askTables(
  { caller, ai, signal }: Tools,
  question: ReadQuestion,
  open: string,
  passages: readonly FoundText[],
): Promise<Answered | null> {
  const near = question.resolved.isNamed ? [] : await nearestFiles(caller, question, open, signal);
  const ids = new Map(
    [...near, ...passages]
      .filter(({ text }) => text.includes("\t"))
      .map(({ documentId, title }) => [documentId, title]),
  );
  const read = [...ids].slice(0, MOST).map(async ([id, title]) => {
    const model = await findParsedDocument(caller, { id });
    return askedTables(title, model).map((table) => ({ document: { id, title }, model, table }));
  });
  const tables = upTo(MOST_CELLS, (await Promise.all(read)).flat());
  if (tables.length === 0) return null;
  const given = tables.map(({ table: { title, columns, rows } }) => ({ title, columns, rows }));
  const found = await ai.readTables({ question: open, tables: given }, signal);
  const table = found ? tables[found.table] : undefined;
  if (!found || !table) return null;
  const citer = createCiter();
  const draft = composeCells(question.asked, found, table, citer);
  const understood = understoodOf(question, draft.form, citer.citations);
  return { text: draft.text, rest: [], done: doneOf(draft, citer.citations, understood) };
}

function upTo<Item extends { table: AskedTable }>(most: number, items: readonly Item[]): Item[] {
  let cells = 0;
  return items.filter(({ table }) => {
    const own = table.rows.length * table.columns.length;
    if (cells + own > most) return false;
    cells += own;
    return true;
  });
}

async function nearestFiles(
  caller: Caller,
  question: ReadQuestion,
  open: string,
  signal: AbortSignal | undefined,
): Promise<FoundText[]> {
  const files = question.documents.filter(({ fileName }) =>
    /\.(?:csv|tsv|xlsx?|ods|numbers)$/i.test(fileName),
  );
  if (files.length === 0) return [];
  const documentIds = files.slice(0, MOST_FILES).map(({ id }) => id);
  return search(caller, open, { ...scopeOf(question), documentIds }, NEAR, signal);
}
