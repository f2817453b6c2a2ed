import { isSure } from "../facts/dates-of";
import { fieldsOf } from "../question/fields";
import type { Asked } from "../question/understand";
import { markers } from "./citer";
import type { Desk, Draft, Subject } from "./draft";
import { formatFact, joined } from "./format";
import { nameOf, phrases, quote } from "./phrases";

const MOST_COMPARED = 6;

/** Answers a comparison of documents with a table: a row for each field, a column for each document. */
export function composeComparison(
  asked: Asked,
  subjects: readonly Subject[],
  desk: Desk,
): Draft | null {
  const { language } = asked;
  const compared = subjects.slice(0, MOST_COMPARED);
  if (compared.length < 2) return null;
  const asks = asked.parts.flatMap(({ fields }) => fields.map(({ name }) => name));
  const card = compared.flatMap(({ type }) => fieldsOf(type ?? ""));
  const fields = [...new Set(asks.length > 0 ? asks : card)].filter((field) =>
    compared.some((subject) => factsOf(subject, field).length > 0),
  );
  if (fields.length === 0) return null;

  const rows = fields.map((field) => ({
    field,
    cells: compared.map((subject) => cellOf(subject, field, desk, language)),
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
        const values = cells.flatMap(({ text, citations }, at) =>
          text ? [`${titles[at]}: ${text}${markers(citations)}`] : [],
        );
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

function factsOf(subject: Subject, field: string) {
  return subject.facts.filter((fact) => fact.name === field && isSure(fact));
}

function cellOf(subject: Subject, field: string, desk: Desk, language: Asked["language"]) {
  const facts = factsOf(subject, field);
  return {
    text: [...new Set(facts.map((fact) => formatFact(fact, language)))].join("; "),
    citations: facts.flatMap((fact) => desk.citer.citeAll(subject, fact.evidence)),
  };
}
