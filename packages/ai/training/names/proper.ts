import { hasCapital } from "../../src/understanding/names/candidates";
import { isRank, isTitle } from "../../src/understanding/names/lists";
import type { NamedSentence, NameSpan } from "./named-sentence";

const leading = new Set(
  "the a an our his her their this that my your its le la les l' l’ der die das dem den des ein eine einer".split(
    " ",
  ),
);
const notNames = new Set(
  "i he she it we they you me him us them who borrower lender company tenant landlord executive employee employer agent bank guarantor purchaser seller buyer lessee lessor client customer supplier trustee parent holder".split(
    " ",
  ),
);
const trailing = new Set(["'s", "’s", "'", "’", ",", ".", ";"]);

/**
 * Keeps proper names only, as this product writes them: without article, title and possessive ending. Sets differ in this. Some mark "the city" as a
 * place, "Mr." as a part of the name, or an address such as @name as a person.
 */
export function proper({ words, names, document }: NamedSentence): NamedSentence {
  const text = (index: number) => words[index]?.text ?? "";
  const kept: NameSpan[] = [];
  for (const { kind, from, to } of names) {
    let start = from;
    let end = to;
    while (
      start < end &&
      leading.has(text(start).toLowerCase()) &&
      !hasInnerCapital(text(start), start)
    )
      start++;
    if (kind === "person")
      while (start < end - 1 && (isTitle(text(start)) || isRank(text(start)))) start++;
    while (end > start + 1 && trailing.has(text(end - 1)) && !/\p{L}\.$/u.test(text(end - 1)))
      end--;
    const inside = words.slice(start, end).map((word) => word.text);
    const capitals = inside.filter(hasCapital).length;
    const lower = inside.filter((word) => /^\p{Ll}/u.test(word)).length;
    if (text(start - 1) === "@" || text(start).startsWith("@")) continue;
    if (capitals === 0 || lower > capitals + 1) continue;
    if (inside.length === 1 && (notNames.has(text(start).toLowerCase()) || isRank(text(start))))
      continue;
    if (!hasCapital(inside[0] ?? "") && !/^\d/.test(inside[0] ?? "") && lower >= capitals) continue;
    kept.push({ kind, from: start, to: end });
  }
  return { words, names: kept, document };
}

/** "The Hague" and "La Paz" keep their article when a sentence does not begin with it. */
function hasInnerCapital(word: string, position: number): boolean {
  return position > 0 && /^(?:Le|La|Les|Los|Las|El|Den|Das)$/.test(word);
}
