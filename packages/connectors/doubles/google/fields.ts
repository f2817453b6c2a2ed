import { googleError, parameter } from "./errors";

type Mask = { [name: string]: Mask } | "all";

export class FieldsError extends Error {}

/** Returns only the fields that were asked for, as `fields=files(id,owners/emailAddress),nextPageToken` names them. */
export function pick(value: unknown, fields: string | null): unknown {
  return fields === null || fields === "" ? value : masked(value, parse(fields));
}

export const invalidFields = (fields: string) =>
  googleError(400, "invalidParameter", `Invalid field selection ${fields}`, parameter("fields"));

function masked(value: unknown, mask: Mask): unknown {
  if (mask === "all" || "*" in mask) return value;
  if (Array.isArray(value)) return value.map((one) => masked(one, mask));
  if (typeof value !== "object" || value === null) return value;
  const whole = value as Record<string, unknown>;
  return Object.fromEntries(
    Object.entries(mask)
      .filter(([name]) => whole[name] !== undefined)
      .map(([name, below]) => [name, masked(whole[name], below)]),
  );
}

const parsed = new Map<string, Mask>();

function parse(fields: string): Mask {
  const known = parsed.get(fields);
  if (known) return known;
  const signs = fields.match(/[\w*]+|[(),/]/g) ?? [];
  if (signs.join("") !== fields.replace(/\s/g, "")) throw new FieldsError(fields);
  let at = 0;
  const list = (): Mask => {
    const mask: Record<string, Mask> = {};
    do {
      const name = signs[at++];
      if (!name || /[(),/]/.test(name)) throw new FieldsError(fields);
      const below = rest();
      const before = mask[name];
      mask[name] = before && before !== "all" && below !== "all" ? { ...before, ...below } : below;
    } while (signs[at] === "," && ++at);
    return mask;
  };
  const rest = (): Mask => {
    if (signs[at] === "/") {
      const name = signs[++at] ?? "";
      at += 1;
      return { [name]: rest() };
    }
    if (signs[at] !== "(") return "all";
    at += 1;
    const mask = list();
    if (signs[at++] !== ")") throw new FieldsError(fields);
    return mask;
  };
  const mask = list();
  if (at !== signs.length) throw new FieldsError(fields);
  parsed.set(fields, mask);
  return mask;
}
