import type { RedactionKind } from "@besunny/document-model/statements/redaction-kinds";

import type { Detail } from "../detail";

/** A number, an address or another value that is looked for in any place and grouping. */
export type Value = { kind: RedactionKind; text: string; group: string };

const LEAST_SIGNS = 6;
const separators = /^[\s\-‐–./()+:\u00a0\u202f\u00ad]*$/u;

/** Finds values in any grouping and case, also over the end of a line. Shorter ones than six letters and digits are not looked for. */
export function findValues(text: string, values: readonly Value[]): Detail[] {
  if (values.length === 0) return [];
  const { compact, places } = compacted(text);
  return values.flatMap(({ kind, text: written, group }): Detail[] => {
    const wanted = compacted(written).compact;
    if (wanted.length < LEAST_SIGNS) return [];
    const found: Detail[] = [];
    for (let at = compact.indexOf(wanted); at >= 0; at = compact.indexOf(wanted, at + 1)) {
      const [start, last] = [places[at] ?? 0, places[at + wanted.length - 1] ?? 0];
      const between = text.slice(start, last + 1);
      const isWhole = !goesOn(text, start - 1, start) && !goesOn(text, last, last + 1);
      if (isWhole && isGrouped(between, written)) found.push({ kind, group, start, end: last + 1 });
    }
    return found;
  });
}

/** Returns the key that spellings of one value share. */
export function valueKey(text: string): string {
  return compacted(text).compact;
}

function compacted(text: string): { compact: string; places: number[] } {
  let compact = "";
  const places: number[] = [];
  for (const match of text.matchAll(/[\p{L}\p{N}@]/gu)) {
    const small = match[0].toLowerCase();
    compact += small;
    for (let sign = 0; sign < small.length; sign++) places.push(match.index);
  }
  return { compact, places };
}

/** True if two neighbours belong to one number or one word. */
function goesOn(text: string, one: number, other: number): boolean {
  const both = (text[one] ?? "") + (text[other] ?? "");
  return /^\d\d$/.test(both) || /^\p{L}\p{L}$/u.test(both);
}

/** True if nothing but the signs of the value itself and those that group numbers stand in a stretch. */
function isGrouped(stretch: string, written: string): boolean {
  const own = new Set([...written.toLowerCase()]);
  const rest = [...stretch.toLowerCase()].filter((sign) => !own.has(sign)).join("");
  return separators.test(rest) && stretch.length <= 2 * written.length + 8;
}
