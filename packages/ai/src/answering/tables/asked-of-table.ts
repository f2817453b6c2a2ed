import { fold } from "../languages/gloss";
import type { Term } from "../languages/matched";
import type { Day } from "./cell-values";
import type { How, Wanted } from "./how-asked";

/** `isCapital` is true for a name within the question. */
export type AskedTerm = Term & { isCapital: boolean };

/** A question as it is asked of a table. `day` is the day or month that it names, which is none of its terms. */
export type AskedOfTable = {
  english: string;
  day: (Day & { said: string }) | null;
  terms: readonly AskedTerm[];
  how: How;
  wanted: Wanted;
};

/** Returns whether folded text holds a word of a question. A name has no other endings. */
export function holds(
  text: string,
  { text: word, says, inEnglish, isCapital, isName }: AskedTerm,
): boolean {
  if (isCapital && isName) return wholeWord(word).test(text);
  return says.test(text) || inEnglish.test(text);
}

const patterns = new Map<string, RegExp>();

function wholeWord(word: string): RegExp {
  const known = patterns.get(word);
  if (known) return known;
  const plain = (fold(word).match(/[\p{L}\p{N}]+/gu) ?? [])
    .join(" ")
    .replace(/ s$|(?<=.{3})s$/, "")
    .replaceAll(" ", "[^\\p{L}\\p{N}]+");
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${plain}(?:['’]?s)?(?![\\p{L}\\p{N}])`, "u");
  if (patterns.size > 500) patterns.clear();
  patterns.set(word, pattern);
  return pattern;
}
