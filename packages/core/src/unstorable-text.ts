import type { FieldError } from "./errors";

const message = "Leave out U+0000 and halves of surrogate pairs: they cannot be stored";

/** Returns an error for every text within a value that PostgreSQL could not hold, also for names of fields. */
export function unstorableTexts(value: unknown, path = ""): FieldError[] {
  if (typeof value === "string") return isStorable(value) ? [] : [{ path, message }];
  if (Array.isArray(value))
    return value.flatMap((item, index) => unstorableTexts(item, joined(path, String(index))));
  if (!isPlain(value)) return [];
  return Object.entries(value).flatMap(([name, item]) =>
    isStorable(name) ? unstorableTexts(item, joined(path, name)) : [{ path, message }],
  );
}

/** Returns whether PostgreSQL can hold a text: one without U+0000 and without half of a surrogate pair. */
export function isStorable(text: string): boolean {
  return text.isWellFormed() && !text.includes("\0");
}

function joined(path: string, name: string): string {
  return path === "" ? name : `${path}.${name}`;
}

function isPlain(value: unknown): value is object {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
