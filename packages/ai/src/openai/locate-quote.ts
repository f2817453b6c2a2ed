import type { Span } from "../ai";

const LEAST_LETTERS = 2;

/**
 * Returns the span of a quote in a text, from offset `from` on, or null if the text lacks it. Ignores differences in white space,
 * quotation marks and dashes.
 */
export function locateQuote(text: string, quote: string, from = 0): Span | null {
  const wanted = quote.trim();
  if ((wanted.match(/[\p{L}\p{N}]/gu)?.length ?? 0) < LEAST_LETTERS) return null;
  const exact = text.indexOf(wanted, from);
  if (exact >= 0) return [exact, exact + wanted.length];

  const pattern = wanted
    .split(/\s+/)
    .map((word) => [...word].map((character) => alike(character)).join(""))
    .join("\\s+");
  const match = new RegExp(pattern, "u").exec(text.slice(from));
  return match ? [from + match.index, from + match.index + match[0].length] : null;
}

const sets = ['"“”„«»', "'’‘`", "-–—‐‑"];

function alike(character: string): string {
  const set = sets.find((each) => each.includes(character));
  if (set) return `[${set.replace("-", "\\-")}]`;
  return character.replace(/[\\^$.*+?()[\]{}|/]/gu, "\\$&");
}
