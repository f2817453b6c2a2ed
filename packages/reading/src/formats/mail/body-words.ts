import { parseHtml, textOf } from "../../xml/xml";
import type { Body } from "./message";

/** Two forms of one body differ in a few words, such as the addresses of links. */
const MOST_UNKNOWN = 0.05;

/** Returns true if nearly all words of a text are also in a body. */
export function isWithin(
  text: string,
  { html, text: plain }: Pick<Body, "html" | "text">,
): boolean {
  const known = wordsOf(`${plain} ${html.trim() === "" ? "" : textOf(parseHtml(html))}`);
  const words = [...wordsOf(text)];
  return words.filter((word) => !known.has(word)).length <= words.length * MOST_UNKNOWN;
}

function wordsOf(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
}
