import type { StatedFact } from "@besunny/document-model/parsed-document";
import type { Fact } from "../../ai";

/** Returns the facts that the fields of a file state; the same fact of several fields is one fact. */
export function factsOfFields(stated: readonly StatedFact[]): Fact[] {
  const facts: Fact[] = [];
  for (const { name, value, element, file, span } of stated) {
    const evidence: Fact["evidence"] = span ? [span] : [];
    const known = facts.find((fact) => fact.name === name && fact.value === value);
    if (known) known.evidence.push(...evidence);
    else {
      const path = file ? `${file}#${element}` : element;
      facts.push({ name, value, confidence: 0.99, evidence, element: path });
    }
  }
  return facts;
}
