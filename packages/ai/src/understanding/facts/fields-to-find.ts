import type { FieldDefinition, TypeDefinition, Understanding } from "../../ai";

/** Candidates below this are no reason to look for their fields. */
const LEAST = 0.12;
const MOST_CANDIDATES = 3;

/** Returns the card of a document's type. While the type is unsure, returns the fields of its likeliest types, none of them required. */
export function fieldsToFind(
  { name, candidates }: Understanding["type"],
  taxonomy: readonly TypeDefinition[],
): FieldDefinition[] {
  const cardOf = (type: string) => taxonomy.find((each) => each.name === type)?.fields ?? [];
  if (name !== null) return [...cardOf(name)];
  const likely = candidates
    .slice(0, MOST_CANDIDATES)
    .filter(({ confidence }) => confidence >= LEAST);
  const fields = new Map<string, FieldDefinition>();
  for (const candidate of likely)
    for (const field of cardOf(candidate.name))
      if (!fields.has(field.name)) fields.set(field.name, { ...field, isRequired: false });
  return [...fields.values()];
}
