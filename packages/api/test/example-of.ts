/** A schema of the contract, as far as examples are made from it. */
export type Schema = { readonly [name: string]: unknown };

/** `components` hold what references name; `ids` are used where a pattern asks for an id with that prefix. */
type Known = { components?: unknown; ids: readonly string[] };

/** Returns a value that fits the schema: required fields, or the first where none is, and the first of each choice. */
export function exampleOf(schema: Schema, known: Known): unknown {
  if (typeof schema.$ref === "string")
    return exampleOf(referred(schema.$ref, known.components), known);
  const [choice] = [schema.oneOf, schema.anyOf, schema.allOf].flatMap(schemasIn);
  if (choice) return exampleOf(choice, known);
  if ("const" in schema) return schema.const;
  if ("default" in schema) return schema.default;
  if (Array.isArray(schema.enum)) return schema.enum[0];
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
  if (type === "object") return objectOf(schema, known);
  if (type === "array") return isSchema(schema.items) ? [exampleOf(schema.items, known)] : [];
  if (type === "integer" || type === "number") return schema.minimum ?? 1;
  if (type === "boolean") return true;
  if (schema.format === "date") return "2026-12-01";
  if (schema.format === "date-time") return "2026-12-01T00:00:00Z";
  const pattern = String(schema.pattern ?? "");
  return known.ids.find((id) => pattern.includes(id.slice(0, 4))) ?? schema.example ?? "Text";
}

function objectOf({ properties, required }: Schema, known: Known) {
  const fields = isSchema(properties) ? Object.entries(properties) : [];
  const names: unknown[] =
    Array.isArray(required) && required.length > 0 ? required : fields.slice(0, 1).flat();
  return Object.fromEntries(
    fields.flatMap(([name, field]) =>
      names.includes(name) && isSchema(field) ? [[name, exampleOf(field, known)]] : [],
    ),
  );
}

function referred(reference: string, components: unknown): Schema {
  const [kind = "", name = ""] = reference.split("/").slice(-2);
  const ofKind = isSchema(components) ? components[kind] : undefined;
  const found = isSchema(ofKind) ? ofKind[name] : undefined;
  if (!isSchema(found)) throw new Error(`${reference} leads nowhere`);
  return found;
}

function schemasIn(choices: unknown): Schema[] {
  return Array.isArray(choices) ? choices.filter(isSchema) : [];
}

function isSchema(value: unknown): value is Schema {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
