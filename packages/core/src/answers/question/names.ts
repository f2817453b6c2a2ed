import { sameNames } from "./type-words";
import type { Asked } from "./understand";
import { isCommon, wordsOf } from "./words";

const MOST_CAPITALS = 0.6;
/** Peoples and languages are written in their own words in other languages. */
const peoples =
  /^(?:english|german|french|spanish|italian|dutch|british|american|european|swiss|austrian|polish|christmas|easter|monday|tuesday|wednesday|thursday|friday|saturday|sunday|internet|excel|word|pdf)s?$/;
const titles = /^(?:mr|mrs|ms|dr|prof|herr|frau|madame|monsieur|mme|senor|senora|sr|sra)$/;

/**
 * Returns the folded words of the names in a question: words with a capital that begin no sentence. German writes every noun so; there only
 * the words after a form of address, or of a name of several words, are taken.
 */
export function namesIn(
  question: string,
  { language, types, days }: Pick<Asked, "language" | "types" | "days">,
): string[] {
  const tokens = question.match(/[\p{L}\p{N}][\p{L}\p{N}.'’&@-]*/gu) ?? [];
  const later = tokens.slice(1);
  const capitals = later.filter((token) => /^\p{Lu}/u.test(token));
  if (language !== "de" && later.length > 3 && capitals.length > later.length * MOST_CAPITALS)
    return [];
  const known = new Set([...types.flatMap((mention) => mention.words), ...(days?.words ?? [])]);
  return later.flatMap((token, at) => {
    const before = wordsOf(tokens[at] ?? "")[0] ?? "";
    const isTitled = titles.test(before);
    const beginsSentence = !isTitled && /[.!?:]\s*$/.test(beforeOf(question, token));
    if (!isName(token) || beginsSentence || (language === "de" && !isTitled)) return [];
    return wordsOf(token.replace(/['’]s$/, "")).filter(
      (word) =>
        word.length > 2 &&
        !isCommon(word) &&
        !known.has(word) &&
        !peoples.test(word) &&
        !titles.test(word) &&
        sameNames(word).length === 1,
    );
  });
}

/** Short words in capitals are terms, such as VAT, which other languages write in their own way. */
function isName(token: string): boolean {
  return /^\p{Lu}/u.test(token) && !/^[\p{Lu}\p{N}.&-]{1,5}$/u.test(token);
}

function beforeOf(question: string, token: string): string {
  return question.slice(0, question.indexOf(token));
}
