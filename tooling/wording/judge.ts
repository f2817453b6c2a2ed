import { bannedOpening, bannedWords, WORDS_A_SENTENCE } from "./banned-words";
import type { Area, Prose } from "./prose";

/** One thing to reword. */
export type Finding = {
  rule: "word" | "opening" | "length";
  path: string;
  area: Area;
  message: string;
};

/** Lists what the wording rules refuse in a piece of prose. */
export function judge(prose: Prose): Finding[] {
  const sentences = sentencesOf(prose.text);
  const at = (rule: Finding["rule"], message: string): Finding => ({
    rule,
    path: prose.path,
    area: prose.area,
    message: `${prose.path}:${prose.line} ${message}`,
  });
  return [
    ...bannedWords
      .filter(({ word }) => word.test(prose.text))
      .map(({ word, plain }) =>
        at("word", `says "${prose.text.match(word)?.[0].trim()}"; say ${plain}`),
      ),
    ...openings(prose, sentences).map((sentence) =>
      at("opening", `opens with "${start(sentence)}"`),
    ),
    ...tooLong(prose, sentences).map(([sentence, count]) =>
      at(
        "length",
        `has ${count} words in the sentence "${start(sentence)}"; at most ${WORDS_A_SENTENCE}`,
      ),
    ),
  ];
}

/** In docs every sentence counts, elsewhere the first: the one that names the subject. */
function openings({ area, isSentences }: Prose, sentences: readonly string[]): string[] {
  if (area === "interface" || !isSentences) return [];
  const counted = area === "docs" ? sentences : sentences.slice(0, 1);
  return counted.filter((sentence) => bannedOpening.test(sentence) && !sentence.endsWith("?"));
}

function tooLong({ area, isSentences }: Prose, sentences: readonly string[]): [string, number][] {
  if (!isSentences || area === "interface") return [];
  return sentences
    .map((sentence): [string, number] => [sentence, wordsIn(sentence)])
    .filter(([, count]) => count > WORDS_A_SENTENCE);
}

/**
 * Splits prose into sentences. An abbreviation such as "e.g." ends none. A name in lower case may open one, which
 * Intl.Segmenter does not see.
 */
export function sentencesOf(text: string): string[] {
  const whole = text.replace(/\s+/g, " ").trim();
  return whole.replace(/\b(e\.g|i\.e|etc|vs|cf|no)\. /gi, "$1 ").split(/(?<=[.!?]["')\]*_]*) /);
}

function wordsIn(sentence: string): number {
  return sentence.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

function start(sentence: string): string {
  return sentence.split(" ").slice(0, 6).join(" ");
}
