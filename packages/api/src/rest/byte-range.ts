/** A part of a file: its bytes from `first` to `last`, both included. */
export type ByteRange = { first: number; last: number };

/**
 * Returns the part of a file that a request asks for (RFC 9110, `Range`). Null: the whole file, also for several parts at once and for a file that has
 * changed since (`If-Range`). `unsatisfiable`: the part begins after the end.
 */
export function rangeIn(
  headers: Headers,
  { size, etag }: { size: number; etag: string },
): ByteRange | "unsatisfiable" | null {
  const found = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(headers.get("range")?.trim() ?? "");
  const [, from = "", to = ""] = found ?? [];
  const held = headers.get("if-range");
  if (!found || (from === "" && to === "") || (held !== null && held !== etag)) return null;
  if (from === "") {
    const length = Math.min(Number(to), size);
    return length === 0 ? "unsatisfiable" : { first: size - length, last: size - 1 };
  }
  const [first, last] = [Number(from), to === "" ? size - 1 : Math.min(Number(to), size - 1)];
  if (first >= size) return "unsatisfiable";
  return last < first ? null : { first, last };
}
