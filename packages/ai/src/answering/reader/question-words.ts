import type { Token } from "../../minilm/word-pieces";
import { stem } from "../../stem";

/** The kinds of things that questions ask for, in the order of the reader's inputs. */
const kinds: RegExp[] = [
  /\b(?:who|whom|whose|wer|wem|wen|wessen|qui|quién|quien)\b/iu,
  /\b(?:when|what (?:date|day|year|month|time)|which (?:date|day|year|month)|deadline|due|expires?|wann|quand|cuándo|cuando)\b/iu,
  /\b(?:where|which (?:city|country|state|place)|what (?:city|country|state|place)|wo|wohin|woher|où|dónde|donde)\b/iu,
  /\b(?:how many|what number|number of|wie viele|combien de|cuántos|cuántas)\b/iu,
  /\b(?:how much|price|cost|fee|amount|total|rent|salary|wie ?viel|combien|cuánto)\b/iu,
  /\b(?:how long|how often|how old|how far|how large|how high|duration|period|term|wie lange|combien de temps)\b/iu,
  /\b(?:which|welche[rsmn]?|quel(?:le)?s?|cuál|cual)\b/iu,
  /\b(?:why|warum|wieso|pourquoi|por qué)\b/iu,
  /\b(?:what percentage|percent|per cent|prozent|rate)\b/iu,
  /^\s*(?:is|are|was|were|do|does|did|can|could|may|must|has|have|had|will|would|should)\b/iu,
  /\b(?:how|wie|comment|cómo)\b/iu,
  /\b(?:what|was|que|quoi|qué)\b/iu,
];

/** The number of `kindsOfQuestion`. */
export const QUESTION_KINDS = kinds.length;

/** Returns 1 for each kind of thing that the words of the question ask for, and 0 for the others. */
export function kindsOfQuestion(question: string): Float32Array {
  return Float32Array.from(kinds, (kind) => (kind.test(question) ? 1 : 0));
}

const common = new Set(
  (
    "a about all an and any are as at be been by can could did do does for from give had has have how i if in into is it its me my of on " +
    "or our please say says shall should so some tell than that the their them there these they this to was we were what when where which " +
    "who whom whose why will with would you your much many ? ! . , ; : ' \" ( ) - s"
  ).split(" "),
);

/** True for words that say little about what is asked. */
export function isCommonWord(word: string): boolean {
  return common.has(word);
}

/** The rarity of a word piece, from 0 to about 1. The vocabulary is roughly in the order of frequency. */
export function rarity(id: number): number {
  return Math.log(Math.max(1, (id - 990) / 10)) / Math.log(2_953);
}

/** The words of a question that a passage should have, with the weight of each. */
export type QuestionWords = { ids: Map<number, number>; stems: Map<string, number>; total: number };

/** Reads the words of a question from its pieces. */
export function questionWords(question: string, tokens: readonly Token[]): QuestionWords {
  const ids = new Map<number, number>();
  const stems = new Map<string, number>();
  for (const { id, start, end } of tokens) {
    const piece = question.slice(start, end).toLowerCase();
    if (!isCommonWord(piece)) ids.set(id, rarity(id));
  }
  for (const { index, 0: word } of question.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
    const lower = word.toLowerCase();
    if (isCommonWord(lower)) continue;
    const own = tokens.filter(({ start, end }) => start >= index && end <= index + word.length);
    stems.set(stem(lower), Math.max(0.1, ...own.map(({ id }) => rarity(id))));
  }
  return { ids, stems, total: [...stems.values()].reduce((sum, weight) => sum + weight, 0) || 1 };
}
