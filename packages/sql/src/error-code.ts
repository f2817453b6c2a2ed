/** The `code` that Node and PostgreSQL put on their errors (`ENOENT`, `28P01`), or "unknown". */
export function errorCode(error: unknown): string {
  if (typeof error !== "object" || error === null || !("code" in error)) return "unknown";
  return String(error.code);
}
