import type { Span } from "../ai";
import { fold } from "./languages/gloss";
import { lookOfAnswer } from "./languages/wanted";

/** The most words of a lead; more are left to the sentence. */
const MOST_WORDS = 14;
/** A lead has at most this share of the sentence's letters, or it only repeats it. */
const MOST_SHARE = 0.6;

const asksForName = /^(?:and |und |et |y )?(?:who|whom|wer|wem|wen|qui|quien|quienes)\b/;
/** Two to six words, each with a capital, as names of people and firms are. */
const name =
  /^\p{Lu}[\p{L}\p{N}.'’&-]*(?:,? (?:\p{Lu}[\p{L}\p{N}.'’&-]*|&|and|und|et|y|of|de|von|van|der|du|la)){1,5}$/u;

/**
 * Returns the exact words of an answer, to stand before the sentence that they are in. They are a day for "when", an amount for "how much", a name for "who".
 * Null if they are something else, or if the sentence alone says it better.
 */
export function leadOf(
  question: string,
  text: string,
  sentence: Span,
  answer: Span,
): string | null {
  const words = text
    .slice(...answer)
    .replace(/\s+/g, " ")
    .trim()
    .replace(/^[\s"“”„»«'(,;:.]+|[\s"“”„»«'(,;:.–—-]+$/gu, "");
  const share = words.length / Math.max(1, sentence[1] - sentence[0]);
  const isNumbering = /^\d+$/.test(words) && /^\s*\d+[.)]\s/.test(text.slice(answer[0]));
  if (isNumbering || !looksRight(question, words)) return null;
  if (words.split(" ").length > MOST_WORDS || share > MOST_SHARE) return null;
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function looksRight(question: string, words: string): boolean {
  const looks = lookOfAnswer(question);
  if (looks) return fold(words).search(looks) >= 0;
  return asksForName.test(fold(question.trim())) && name.test(words);
}
