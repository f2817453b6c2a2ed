import { fieldsOf } from "../question/fields";
import type { Asked } from "../question/understand";
import { markers } from "./citer";
import { cellOf } from "./compose-table";
import type { Desk, Draft, Subject } from "./draft";
import { nameOf, quote } from "./field-phrases";
import { joined } from "./format";
import { phrases } from "./phrases";
import { knownValues, valuesOf } from "./values";

const MOST_COMPARED = 6;

/** Answers a comparison of documents with a table: a row for each field, a column for each document. */
export async function composeComparison(
  asked: Asked,
  subjects: readonly Subject[],
  desk: Desk,
): Promise<Draft | null> {
  const { language } = asked;
  const compared = subjects.slice(0, MOST_COMPARED);
  if (compared.length < 2) return null;
  const asks = asked.parts.flatMap(({ fields }) => fields.map(({ name }) => name));
  const card = compared.flatMap(({ type }) => fieldsOf(type ?? ""));
  const columns = await Promise.all(
    [...new Set(asks.length > 0 ? asks : card)].map(async (field) => ({
      field,
      values:
        asks.length > 0
          ? await valuesOf(field, compared, desk, language)
          : knownValues(field, compared, desk, language),
    })),
  );
  const stated = columns.filter(({ values }) => values.length > 0);
  if (stated.length === 0) return null;

  const rows = stated.map(({ field, values }) => ({
    field,
    cells: compared.map((subject) => cellOf(subject, values)),
  }));
  const differing = rows.filter(({ cells }) => new Set(cells.map(({ text }) => text)).size > 1);
  return {
    form: "comparison",
    text: sentenceOf(asks.length > 0, compared, rows, differing, language),
    table: {
      columns: [phrases.field(language), ...compared.map(({ title }) => title)].map((name) => ({
        name,
        isNumber: false,
      })),
      rows: rows.map(({ field, cells }) => ({
        documentId: null,
        cells: [{ text: nameOf(field, language), citations: [] }, ...cells],
      })),
      totals: null,
    },
    rest: [],
  };
}

type Row = { field: string; cells: { text: string; citations: number[] }[] };

function sentenceOf(
  isAsked: boolean,
  compared: readonly Subject[],
  rows: readonly Row[],
  differing: readonly Row[],
  language: Asked["language"],
): string {
  const titles = compared.map(({ title }) => quote(title, language));
  if (isAsked)
    return rows
      .map(({ field, cells }) => {
        const values = cells.flatMap(({ text, citations }, at) => [
          `${titles[at]}: ${text || phrases.none(language)}${markers(citations)}`,
        ]);
        return `${nameOf(field, language)}: ${values.join("; ")}.`;
      })
      .join(" ");
  const [first = "", ...others] = titles;
  const rest = joined(others, language);
  if (differing.length === 0) return phrases.same(first, rest, language);
  return phrases.differ(
    first,
    rest,
    joined(
      differing.map(({ field }) => nameOf(field, language)),
      language,
    ),
    language,
  );
}
