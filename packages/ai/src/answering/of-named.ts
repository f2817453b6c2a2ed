import type { AnswerPassage } from "../ai";

/** A number with letters, such as `INV-4410`, or a long one. Days, ordinals and quarters are none. */
const identifier =
  /(?<![\p{L}\p{N}])(?=[\p{L}\p{N}/._-]*\p{N})(?:(?=[\p{L}\p{N}/._-]*\p{L})[\p{L}\p{N}][\p{L}\p{N}/._-]{3,}[\p{L}\p{N}]|\p{N}{6,})(?![\p{L}\p{N}])/gu;

/**
 * Returns the passages of documents that hold every identifier of the question in a title or in one of these passages. Without an identifier
 * in the question, returns all.
 */
export function ofNamed(
  question: string,
  passages: readonly AnswerPassage[],
): readonly AnswerPassage[] {
  const named = [...question.matchAll(identifier)].map(([found]) => plain(found));
  if (named.length === 0) return passages;
  const texts = Map.groupBy(passages, ({ documentId }) => documentId);
  return passages.filter(({ documentId, title }) => {
    const own = texts.get(documentId) ?? [];
    const all = plain([title, ...own.map(({ text }) => text)].join(" "));
    return named.every((each) => all.includes(each));
  });
}

function plain(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}
