/** Marks that stand where a value was left blank or made unreadable. */
const marks =
  /(?<![\p{L}\d*])\*{2,}(?![\p{L}\d*])|(?<![\p{L}\d_])_{2,}(?![\p{L}\d_])|\[\s*(?:[*•●_x.…]+|redacted|omitted|blank|intentionally omitted)?\s*\]|[█▇■]{2,}|<redacted>/iu;

/** Returns whether a value was left blank or made unreadable: `[***]`, `____`. */
export function isBlank(value: string): boolean {
  return marks.test(value);
}
