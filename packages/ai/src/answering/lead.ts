import type { Span } from "../ai";

/** The most words of a lead; more are left to the sentence. */
const MOST_WORDS = 14;
/** A lead has at most this share of the sentence's letters, or it only repeats it. */
const MOST_SHARE = 0.6;

/** The first word of a question that wants a yes or a no, which words of a passage alone do not give. */
const yesOrNo =
  /^(?:and |und |et |y )?(?:is|are|was|were|does|do|did|may|can|could|must|should|shall|will|would|has|have|had|darf|dürfen|kann|können|muss|müssen|soll|sollen|ist|sind|war|waren|hat|haben|wird|werden|gibt|peut|peuvent|doit|doivent|est-ce|est-il|y a-t-il|puede|pueden|debe|deben|hay|tiene|tienen|está|están)(?!\p{L})/iu;

/** Returns the exact words of an answer, to stand before the sentence that they are in. Null if the sentence alone says it better. */
export function leadOf(
  question: string,
  text: string,
  sentence: Span,
  answer: Span,
): string | null {
  if (yesOrNo.test(question.trim())) return null;
  const words = text
    .slice(...answer)
    .replace(/\s+/g, " ")
    .trim()
    .replace(/[\s,;:.–—-]+$/u, "");
  const share = words.length / Math.max(1, sentence[1] - sentence[0]);
  if (!/[\p{L}\p{N}]/u.test(words)) return null;
  if (words.split(" ").length > MOST_WORDS || share > MOST_SHARE) return null;
  return words.charAt(0).toUpperCase() + words.slice(1);
}
