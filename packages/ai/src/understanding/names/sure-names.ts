import { isTitle } from "./lists";
import { isShouted } from "./shouted";
import type { Tagged, TaggedSentence, Tagger } from "./tagger";
import type { Word } from "./words";

/**
 * Returns the names of each sentence of a document that are above the threshold of their kind, without titles. A name from a line in
 * capitals counts only if another line has it, too.
 */
export function sureNames(
  tagger: Tagger,
  sentences: readonly TaggedSentence[],
  thresholds: Readonly<Record<string, number>> = tagger.thresholds,
): Tagged[][] {
  const tagged = tagger
    .tag(sentences)
    .map((names) => names.filter((name) => name.confidence >= (thresholds[name.kind] ?? 1)));
  const seen = new Set<string>();
  for (const [index, { words }] of sentences.entries())
    if (!isShouted(words)) for (const name of tagged[index] ?? []) seen.add(textOf(words, name));
  const small = new Set(
    sentences.flatMap(({ words }) =>
      words.map(({ text }) => text).filter((text) => /^\p{Ll}/u.test(text)),
    ),
  );
  return sentences.map(({ words }, index) =>
    (tagged[index] ?? [])
      .filter((name) => !isCommonWord(words, name, small))
      .filter((name) => !isShouted(words) || seen.has(textOf(words, name)))
      .map((name) => withoutTitles(words, name))
      .filter((name) => name.from < name.to),
  );
}

/** True for a single letter, and for the first word of a sentence if the document writes it in small letters elsewhere. */
function isCommonWord(
  words: readonly Word[],
  { from, to }: Tagged,
  small: ReadonlySet<string>,
): boolean {
  if (to - from > 1) return false;
  const text = words[from]?.text ?? "";
  return !/\p{L}{2}/u.test(text) || (from === 0 && small.has(text.toLowerCase()));
}

function textOf(words: readonly Word[], { from, to }: Tagged): string {
  return words
    .slice(from, to)
    .map(({ text }) => text.toLowerCase())
    .join(" ");
}

function withoutTitles(words: readonly Word[], name: Tagged): Tagged {
  let { from } = name;
  while (name.kind === "person" && from < name.to && isTitle(words[from]?.text ?? "")) from++;
  return { ...name, from };
}
