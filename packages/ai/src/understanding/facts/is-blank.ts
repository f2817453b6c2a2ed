/** Marks that stand where a value was left blank or made unreadable. */
const marks =
  /\*{2,}|_{2,}|\[\s*(?:[*•●_x.…]+|redacted|omitted|blank|intentionally omitted)?\s*\]|[█▇■]{2,}|<redacted>/iu;

/** Returns whether a value was left blank or made unreadable: `[***]`, `____`. */
export function isBlank(value: string): boolean {
  return marks.test(value);
}
