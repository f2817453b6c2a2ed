import extract from "./schema.json" with { type: "json" };

type Kind = string | [Kind] | { oneOf: string[] };
const types = extract.types as unknown as Record<string, Record<string, Kind>>;

export type TypeName = keyof typeof extract.types;

/**
 * Holds what the double answers with to the vendor's own types: a field that they do not know, or that has another shape, is an error of the double.
 */
export function checked<Thing extends object>(name: TypeName, thing: Thing): Thing {
  checkFields(name, thing);
  return thing;
}

function checkFields(name: string, thing: object): void {
  const fields = types[name];
  if (!fields) throw new Error(`The extract has no type ${name}`);
  for (const [field, value] of Object.entries(thing)) {
    if (field.startsWith("@") || value === null || value === undefined) continue;
    const kind = fields[field];
    if (kind === undefined) throw new Error(`${name} has no field ${field}`);
    checkValue(`${name}.${field}`, kind, value);
  }
}

function checkValue(place: string, kind: Kind, value: unknown): void {
  if (kind === "any") return;
  if (Array.isArray(kind)) {
    if (!Array.isArray(value)) throw new Error(`${place} is no list`);
    for (const one of value) checkValue(place, kind[0], one);
  } else if (typeof kind === "object") {
    if (!kind.oneOf.includes(String(value))) throw new Error(`${place} cannot be ${value}`);
  } else if (kind.startsWith("#")) {
    if (typeof value !== "object" || value === null) throw new Error(`${place} is no object`);
    checkFields(kind.slice(1), value);
  } else if (typeof value !== kind) {
    throw new Error(`${place} is no ${kind}`);
  }
}
