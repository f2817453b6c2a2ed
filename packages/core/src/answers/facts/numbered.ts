import type { Asked } from "../question/understand";
import { fold } from "../question/words";

const additions = "amendment|addendum|supplement|nachtrag|avenant|enmienda|adenda|modification";
const ordinals: Record<number, string> = {
  1: "first|1st|erster?|1er|premiere?|primera?",
  2: "second|2nd|zweiter?|deuxieme|segunda?",
  3: "third|3rd|dritter?|troisieme|tercera?",
  4: "fourth|4th|vierter?|quatrieme|cuarta?",
  5: "fifth|5th|funfter?|cinquieme|quinta?",
  6: "sixth|6th|sechster?|sixieme|sexta?",
};
/** The letters at the beginning of a text that say what it is. */
const HEAD = 600;

/** Returns the number of the amendment that is asked for; null if none is. */
export function numberAsked({ types, words }: Pick<Asked, "types" | "words">): number | null {
  if (!types.some((mention) => mention.types.includes("amendment"))) return null;
  const number = words.find((word) => /^\d{1,2}$/.test(word));
  return number === undefined ? null : Number(number);
}

/** Returns whether a title, or the head of a text, says that it is the amendment with this number. */
export function isNumbered(text: string, number: number): boolean {
  const head = fold(text.slice(0, HEAD)).replaceAll(/\s+/g, " ");
  const before = new RegExp(
    `\\b(?:${ordinals[number] ?? `${number}th`}|${number}\\.) (?:\\p{L}+ )?(?:${additions})`,
    "u",
  );
  const after = new RegExp(
    `\\b(?:${additions}) (?:agreement )?(?:no\\.?|nr\\.?|n°|nº|num\\.?|number|nummer|#)? ?#?0?${number}(?!\\d)`,
    "u",
  );
  return before.test(head) || after.test(head);
}

const MOST = 20;

/** Returns the number of an amendment by its title or the head of its text; null if they do not say. */
export function statedNumber(text: string): number | null {
  for (let number = 1; number <= MOST; number++) if (isNumbered(text, number)) return number;
  return null;
}
