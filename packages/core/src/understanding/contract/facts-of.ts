import type { NewFact } from "@besunny/db/workspace/documents/document-facts";

import type { Statements } from "./statements";

/** Returns the facts of a result as rows, which SQL filters, counts and adds. */
export function factsOf({ facts }: Pick<Statements, "facts">): NewFact[] {
  return facts.map((fact) => ({
    name: fact.name,
    label: fact.label ?? null,
    text: fact.value,
    normalised: fact.normalised ?? null,
    confidence: fact.confidence,
    evidence: fact.evidence,
    problems: fact.problems ?? [],
    isContradicted: fact.isContradicted ?? false,
    isComputed: fact.isComputed ?? false,
  }));
}

/** The facts that hold the day of the document itself, the surest first. */
const ownDates = [
  "date",
  "invoice date",
  "agreement date",
  "issue date",
  "quote date",
  "order date",
  "pay date",
  "filing date",
  "effective date",
];

/** Returns the day that a document bears; null if no fact says it. */
export function datedOn({ facts }: Pick<Statements, "facts">): Date | null {
  for (const name of ownDates) {
    const fact = facts.find(
      (each) => each.name === name && /^\d{4}-\d{2}-\d{2}/.test(each.normalised ?? ""),
    );
    const day = new Date(`${fact?.normalised?.slice(0, 10)}T00:00:00.000Z`);
    if (!Number.isNaN(day.getTime())) return day;
  }
  return null;
}
