import type { AnswerTable } from "../contract/answer";
import { isSure } from "../facts/dates-of";
import { fieldCalled, fieldsOf } from "../question/fields";
import type { QuestionLanguage } from "../question/words";
import type { Desk, Subject } from "./draft";
import { nameOf } from "./field-phrases";
import { formatMoney } from "./format";
import { phrases } from "./phrases";
import { type Value, valuesOf } from "./values";

/** The most rows that are shown; counts and sums are of all. */
const MOST_ROWS = 100;

/** The columns of a list that asks for no field. */
const columns: Record<string, readonly string[]> = {
  invoice: ["invoice number", "invoice date", "supplier", "total", "due date"],
  receipt: ["supplier", "date", "total"],
  quote: ["quote number", "supplier", "valid until", "total"],
  "purchase order": ["order number", "order date", "supplier", "total"],
  contract: ["party", "agreement date", "end date", "governing law"],
  amendment: ["party", "agreement date", "effective date"],
  email: ["sender", "date", "subject"],
  letter: ["sender", "recipient", "date"],
  "meeting minutes": ["date", "attendees"],
};

/** Returns the columns of a list of documents of a type that asks for no field. */
export function usualColumns(type: string): readonly string[] {
  return columns[type] ?? fieldsOf(type).slice(0, 4);
}

type Drawn = { table: AnswerTable; sentence: string };

/** Returns a table with a row for each document and a column for each field. Every value cites its place. */
export async function composeTable(
  subjects: readonly Subject[],
  fields: readonly string[],
  desk: Desk,
  language: QuestionLanguage,
): Promise<Drawn> {
  const shown = subjects.slice(0, MOST_ROWS);
  const filled = await Promise.all(fields.map((field) => valuesOf(field, shown, desk, language)));
  const rows = shown.map((subject) => ({
    documentId: subject.id,
    cells: [
      { text: subject.title, citations: [] as number[] },
      ...filled.map((values) => cellOf(subject, values)),
    ],
  }));
  const sums = fields.map((field) =>
    fieldCalled(field)?.kind === "money" ? sumsOf(subjects, field) : null,
  );
  const hasSums = sums.some((sum) => sum && sum.size > 0) && subjects.length > 1;
  return {
    table: {
      columns: [
        { name: phrases.document(language), isNumber: false },
        ...fields.map((field) => ({
          name: nameOf(field, language),
          isNumber: fieldCalled(field)?.kind === "money",
        })),
      ],
      rows,
      totals: hasSums
        ? [null, ...sums.map((sum) => (sum && sum.size > 0 ? writtenSums(sum, language) : null))]
        : null,
    },
    sentence: phrases.found({ count: subjects.length }, language),
  };
}

/** Returns the cell of a document, with the sources of its value. */
export function cellOf(subject: Subject, values: readonly Value[]) {
  const value = values.find((each) => each.subject.id === subject.id);
  return { text: value?.text ?? "", citations: value?.cite() ?? [] };
}

/** Returns the sums of a field by currency. A document whose value is not sure, or has no currency, adds nothing. */
export function sumsOf(subjects: readonly Subject[], field: string): Map<string, number> {
  const sums = new Map<string, number>();
  for (const subject of subjects) {
    const amount = amountOf(subject, field);
    // Cents are added as whole numbers, so that nothing is lost.
    if (amount)
      sums.set(
        amount.currency,
        Math.round(((sums.get(amount.currency) ?? 0) + amount.number) * 10_000) / 10_000,
      );
  }
  return sums;
}

/** Returns the one sure amount of a field; null if there is none or the document contradicts itself. */
export function amountOf(subject: Subject, field: string) {
  const facts = subject.facts.filter(
    (fact) => fact.name === field && isSure(fact) && fact.number !== null && fact.currency,
  );
  const [first] = facts;
  if (!first || first.number === null || !first.currency) return null;
  if (facts.some((fact) => fact.number !== first.number || fact.currency !== first.currency))
    return null;
  return { number: first.number, currency: first.currency, evidence: first.evidence };
}

/** Returns sums with their currencies; sums of different currencies stay apart. */
export function writtenSums(sums: ReadonlyMap<string, number>, language: QuestionLanguage): string {
  return [...sums].map(([currency, amount]) => formatMoney(amount, currency, language)).join(" + ");
}
