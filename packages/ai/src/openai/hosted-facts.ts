import type { DocumentInput, Fact, FieldDefinition } from "../ai";
import { conventionsOf } from "../understanding/entities/conventions";
import type { Candidate } from "../understanding/facts/candidate";
import { chosenFacts } from "../understanding/facts/chosen-facts";
import { factsOfFields } from "../understanding/facts/facts-of-fields";
import { readChecked, readValue } from "../understanding/facts/read-value";
import { locateQuote } from "./locate-quote";
import type { DocumentReading } from "./understanding-schema";

type Given = {
  document: DocumentInput;
  fields: readonly FieldDefinition[];
  language: string | null;
};

/**
 * Returns the facts of a model's reading that the document proves, for the fields of the card only. A value is read from its quote by the
 * same readers as a local one, and goes through the same checks. A fact of another name, or without its quote in the text, is left out.
 */
export function hostedFacts(
  { facts }: DocumentReading,
  { document, fields, language }: Given,
): Fact[] {
  const ofFile = factsOfFields(document.statedFacts ?? []);
  const conventions = conventionsOf(document.text, language);
  const read = facts.flatMap(({ name, value, confidence, quote }): Candidate[] => {
    const field = fields.find((each) => isNamed(each, name));
    const span = locateQuote(document.text, quote);
    if (!field || !span || value.trim() === "") return [];
    const sure = Math.max(0, Math.min(1, confidence));
    const words = document.text.slice(...span);
    const at = Math.max(0, words.indexOf(value));
    const own = field.check
      ? readChecked(field.check, words.slice(at))
      : readValue(field.kind, words.slice(at), conventions);
    const isText = field.kind === "text" || field.kind === "party" || field.kind === "list";
    const said = isText || !own ? { value: value.replace(/\s+/g, " ") } : own;
    // A model's sum or date that its own quote does not show is no fact.
    if (!isText && !own) return [];
    return [
      {
        name: field.name,
        value: said.value,
        ...("normalised" in said && said.normalised && { normalised: said.normalised }),
        ...("problems" in said && said.problems && { problems: said.problems }),
        confidence: sure,
        evidence: [span],
        origin: "label",
      },
    ];
  });
  return chosenFacts([...ofFile.map((fact) => ({ ...fact, origin: "field" as const })), ...read], {
    document,
    fields,
    conventions,
  });
}

function isNamed({ name, label }: FieldDefinition, said: string): boolean {
  const lower = said.trim().toLowerCase();
  return name.toLowerCase() === lower || label.toLowerCase() === lower;
}
