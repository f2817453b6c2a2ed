import type { AnswerTable } from "../contract/answer";
import { isSure } from "../facts/dates-of";
import { fieldCalled } from "../question/fields";
import type { QuestionLanguage } from "../question/words";
import type { Desk, Subject } from "./draft";
import { formatFact, formatMoney } from "./format";
import { nameOf, phrases } from "./phrases";

/** The most rows that are shown; counts and sums are of all. */
const MOST_ROWS = 100;

type Drawn = { table: AnswerTable; sentence: string };

/** Returns a table with a row for each document and a column for each field. Every value cites its place. */
export function composeTable(
  subjects: readonly Subject[],
  fields: readonly string[],
  desk: Desk,
  language: QuestionLanguage,
): Drawn {
  const rows = subjects.slice(0, MOST_ROWS).map((subject) => ({
    documentId: subject.id,
    cells: [
      { text: subject.title, citations: [] as number[] },
      ...fields.map((field) => cellOf(subject, field, desk, language)),
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

function cellOf(subject: Subject, field: string, desk: Desk, language: QuestionLanguage) {
  const facts = subject.facts.filter((fact) => fact.name === field && isSure(fact));
  const shown = fieldCalled(field)?.isMany
    ? facts
    : facts.slice(0, facts.some((fact) => fact.isContradicted) ? 2 : 1);
  return {
    text: [...new Set(shown.map((fact) => formatFact(fact, language)))].join("; "),
    citations: shown.flatMap((fact) => desk.citer.citeAll(subject, fact.evidence)),
  };
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
