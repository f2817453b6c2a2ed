type Kind = string | [Kind] | { oneOf: string[] };

/** A part of a vendor's own types: the fields of each type, and those that must be there. */
export type Extract = {
  source: string;
  types: Record<string, Record<string, unknown>>;
  needed?: Record<string, string[]>;
};

/**
 * Returns a function that holds what a double answers with to the vendor's own types. A field that they do not know, or that has another
 * shape, or that is missing, is an error of the double.
 */
export function checkerOf<Name extends string>({ types, needed = {} }: Extract) {
  const checkFields = (name: string, thing: object): void => {
    const fields = types[name];
    if (!fields) throw new Error(`The extract has no type ${name}`);
    for (const field of needed[name] ?? []) {
      if (!(field in thing)) throw new Error(`${name} lacks ${field}`);
    }
    for (const [field, value] of Object.entries(thing)) {
      if (/^[@.]/.test(field) || value === null || value === undefined) continue;
      const kind = fields[field] as Kind | undefined;
      if (kind === undefined) throw new Error(`${name} has no field ${field}`);
      checkValue(`${name}.${field}`, kind, value);
    }
  };
  const checkValue = (place: string, kind: Kind, value: unknown): void => {
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
  };
  return <Thing extends object>(name: Name, thing: Thing): Thing => {
    checkFields(name, thing);
    return thing;
  };
}
