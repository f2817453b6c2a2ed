import type { StatedFact } from "@besunny/document-model/parsed-document";
import type { Fact, FieldDefinition } from "../../ai";

/**
 * Returns the facts that the fields of a file state; the same fact of several fields is one fact. Files write days and sums in the normal
 * form already.
 */
export function factsOfFields(
  stated: readonly StatedFact[],
  fields: readonly FieldDefinition[] = [],
): Fact[] {
  const facts: Fact[] = [];
  for (const { name, value, element, file, span } of stated) {
    const evidence: Fact["evidence"] = span ? [span] : [];
    const known = facts.find((fact) => fact.name === name && fact.value === value);
    if (known) known.evidence.push(...evidence);
    else {
      const path = file ? `${file}#${element}` : element;
      const normalised = normalOf(value, fields.find((field) => field.name === name)?.kind);
      facts.push({
        name,
        value,
        ...(normalised && { normalised }),
        confidence: 0.99,
        evidence,
        element: path,
      });
    }
  }
  return facts;
}

const day = /^\d{4}-\d{2}-\d{2}$/;
const sum = /^[A-Z]{3} -?\d+(?:\.\d+)?$/;

/** A number of an invoice may look like a day, so the kind of the field decides where it is known. */
function normalOf(value: string, kind: FieldDefinition["kind"] | undefined): string | null {
  const isDay = day.test(value) && (kind === "date" || kind === "period" || kind === undefined);
  const isSum = sum.test(value) && (kind === "money" || kind === undefined);
  return isDay || isSum ? value : null;
}
