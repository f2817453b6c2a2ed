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
