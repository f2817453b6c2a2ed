const MOST_AT_ONCE = 200;

/** Splits ids into parts that are as large as one operation takes. */
export function inParts(ids: readonly string[]): string[][] {
  const parts: string[][] = [];
  for (let from = 0; from < ids.length; from += MOST_AT_ONCE)
    parts.push(ids.slice(from, from + MOST_AT_ONCE));
  return parts;
}
