import type { DocumentInput, Fact, FieldDefinition } from "../../ai";
import type { Conventions } from "../entities/conventions";
import type { Candidate } from "./candidate";
import { checkFacts } from "./check-facts";
import { chooseFacts } from "./choose-facts";
import { isBlank } from "./is-blank";
import { withCurrency } from "./with-currency";

type Given = {
  document: Pick<DocumentInput, "text">;
  fields: readonly FieldDefinition[];
  conventions: Conventions;
  /** Sums that were paid, by the words of a bill. */
  paid?: readonly number[];
};

/** Returns the facts among candidates, in the order of the card: chosen, checked, with the labels of their fields. */
export function chosenFacts(
  candidates: readonly Candidate[],
  { document, fields, conventions, paid = [] }: Given,
): Fact[] {
  const stated = candidates.filter(({ value }) => !isBlank(value));
  const complete = withCurrency(stated, fields, document.text, conventions);
  const found = checkFacts(chooseFacts(complete, fields, paid), fields, {
    text: document.text,
    conventions,
  }).map(({ origin: _, ...fact }) => withLabel(fact, fields));
  const others = candidates.flatMap(({ origin, ...fact }) =>
    origin === "field" && !fields.some(({ name }) => name === fact.name) ? [fact] : [],
  );
  return [...found, ...others];
}

function withLabel(fact: Fact, fields: readonly FieldDefinition[]): Fact {
  const label = fields.find(({ name }) => name === fact.name)?.label;
  const confidence = Math.round(fact.confidence * 1_000) / 1_000;
  return { ...fact, confidence, ...(label && { label }) };
}
