import type { Detail } from "../detail";
import { valueKey } from "./find-values";

const MOST_LINES = 4;
const LONGEST_LINE = 45;
/** A line of nothing but a place, a code or a country, as addresses end. */
const placeLine = /^[ \t]*,?[ \t]*(?:[\p{Lu}\d][\p{L}\p{M}\d.'’/-]*[ ,]*){1,6}$/u;
const sameLine =
  /^[ ,]{1,2}(?:(?:Suite|Apt|Apartment|Unit|Flat|Floor|App|Whg)\.? ?\d+\p{L}?[ ,]*)?(?:[\p{Lu}\d][\p{L}\p{M}\d.'’-]*[ ,]*){0,5}(?=$|\n|[.;])/u;
const byUnit =
  /(?<![\p{L}\p{N}])\d{1,5}\p{L}?[ ,]+(?:\p{L}[\p{L}\p{M}.'’-]*[ ]){1,5}\d{0,5}\p{L}?[ ,]*(?:\n[ \t]*)?(?:Suite|Apt|Apartment|Unit|Flat|P\.?O\.? Box)\.? ?\d+\p{L}?/gu;

/**
 * Returns addresses to their ends: the unit, and the lines below with town, code and country. Understanding wants the surest part of an address;
 * what leaves must have none of it.
 */
export function wholeAddresses(text: string, found: readonly Detail[]): Detail[] {
  const loose = [...text.matchAll(byUnit)].map((match): Detail => {
    const [start, end] = [match.index, match.index + match[0].length];
    return { kind: "address", start, end, group: valueKey(match[0]) };
  });
  return [...found.filter(({ kind }) => kind === "address"), ...loose].map((detail) => {
    const end = endOf(text, detail.end);
    return { ...detail, end, group: valueKey(text.slice(detail.start, end)) };
  });
}

function endOf(text: string, from: number): number {
  let end = from + (sameLine.exec(text.slice(from, from + 120))?.[0].trimEnd().length ?? 0);
  for (let line = 0; line < MOST_LINES && text[end] === "\n"; line++) {
    const stop = text.indexOf("\n", end + 1);
    const next = text.slice(end + 1, stop < 0 ? text.length : stop);
    if (next.length > LONGEST_LINE || !placeLine.test(next)) break;
    end += 1 + next.trimEnd().length;
    if (next.trimEnd().length < next.length) break;
  }
  return end;
}
