/** A schema of the contract, as far as examples are made from it. */
export type Schema = { readonly [name: string]: unknown };

const texts: readonly [RegExp, string][] = [
  [/prj_/, "prj_1"],
  [/doc_/, "doc_1"],
  [/bat_/, "bat_1"],
  [/key_/, "key_1"],
];

/** Returns a value that fits the schema: required fields alone, the first of each choice. `components` hold what references name. */
export function exampleOf(schema: Schema, components: unknown = {}): unknown {
  if (typeof schema.$ref === "string")
    return exampleOf(referred(schema.$ref, components), components);
  const [choice] = [schema.oneOf, schema.anyOf, schema.allOf].flatMap(schemasIn);
  if (choice) return exampleOf(choice, components);
  if ("const" in schema) return schema.const;
  if ("default" in schema) return schema.default;
  if (Array.isArray(schema.enum)) return schema.enum[0];
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
  if (type === "object") return objectOf(schema, components);
  if (type === "array") return isSchema(schema.items) ? [exampleOf(schema.items, components)] : [];
  if (type === "integer" || type === "number") return schema.minimum ?? 1;
  if (type === "boolean") return true;
  const pattern = String(schema.pattern ?? "");
  return texts.find(([fits]) => fits.test(pattern))?.[1] ?? "Text";
}

function objectOf({ properties, required }: Schema, components: unknown) {
  const names: unknown[] = Array.isArray(required) ? required : [];
  const fields = isSchema(properties) ? Object.entries(properties) : [];
  return Object.fromEntries(
    fields.flatMap(([name, field]) =>
      names.includes(name) && isSchema(field) ? [[name, exampleOf(field, components)]] : [],
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
