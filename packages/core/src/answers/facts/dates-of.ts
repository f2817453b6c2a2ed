import type { DocumentFact } from "@besunny/db/workspace/documents/document-facts";
import { type DayRange, daysIn } from "../question/dates";

/** The facts that date a document, the best first. */
export const dating: readonly string[] = [
  "invoice date",
  "agreement date",
  "date",
  "issue date",
  "quote date",
  "order date",
  "effective date",
  "pay date",
  "filing date",
  "statement period",
  "period",
];

const SURE = 0.7;
const DAY_MS = 86_400_000;

/** Returns whether a fact is sure enough to be said as one. */
export function isSure({ confidence, problems }: DocumentFact): boolean {
  return confidence >= SURE && !problems.includes("ambiguous-date");
}

/** Returns the day of a document: of its facts, else of its title, else on which it came. */
export function dayOf(
  document: { title: string; createdAt: Date },
  facts: readonly DocumentFact[],
): string {
  return statedDay(document, facts) ?? document.createdAt.toISOString().slice(0, 10);
}

/** Returns the day that a document or its title states; null if neither does. */
export function statedDay(
  document: { title: string },
  facts: readonly DocumentFact[],
): string | null {
  const date = dateFactOf({ facts })?.date;
  return date
    ? date.toISOString().slice(0, 10)
    : (daysIn(document.title, new Date(0))?.from ?? null);
}

/** Returns the fact that dates a document. */
export function dateFactOf({
  facts,
}: {
  facts: readonly DocumentFact[];
}): DocumentFact | undefined {
  return dating
    .map((name) => facts.find((each) => each.name === name && each.date && isSure(each)))
    .find((fact) => fact !== undefined);
}

/** Returns the documents that state a day; all of them if none does. When a document came says nothing of its age. */
export function statingDays<Dated extends { title: string; facts: readonly DocumentFact[] }>(
  documents: readonly Dated[],
): Dated[] {
  const stated = documents.filter((document) => statedDay(document, document.facts) !== null);
  return stated.length > 0 ? stated : [...documents];
}

/** Returns whether a document bears a day of a range. One day may be any that the document states. */
export function isDatedWithin(
  document: { title: string; facts: readonly DocumentFact[] },
  range: DayRange,
): boolean {
  const day = statedDay(document, document.facts);
  if (day !== null && isWithin(day, range)) return true;
  const isOneDay = Date.parse(range.to) - Date.parse(range.from) <= DAY_MS;
  return (
    isOneDay &&
    document.facts.some(
      (fact) => fact.date && isSure(fact) && isWithin(fact.date.toISOString().slice(0, 10), range),
    )
  );
}

/** Returns whether a day is within a range. */
export function isWithin(day: string, { from, to }: DayRange): boolean {
  return day >= from && day < to;
}
