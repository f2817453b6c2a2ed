import type { Span } from "../../ai";
import type { Token } from "../../minilm/word-pieces";
import { stem } from "../../stem";
import { isCommonWord, type QuestionWords, rarity } from "./question-words";

/** The numbers that the reader is given of each word piece of a passage, besides its vectors. */
export const TOKEN_FEATURES = 26;
/** Which of them says how much of the question the sentence of the piece has. */
export const SHARE_FEATURE = 3;

const month =
  /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|january|february|march|april|june|july|august|september|october|november|december|januar|februar|märz|juni|juli|oktober|dezember|janvier|février|mars|avril|juin|juillet|août|enero|febrero|marzo|abril|mayo|junio|julio|agosto)\.?$/iu;
const numberWord =
  /^(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|ninety|hundred|thousand|million|billion|once|twice|first|second|third|half)$/iu;
const unit =
  /^(?:days?|weeks?|months?|years?|hours?|minutes?|euros?|dollars?|eur|usd|gbp|chf|percent|km|kg|tage?|wochen?|monate?|jahre?|ans?|mois|jours?)$/iu;

type Word = { span: Span; text: string; stem: string };

/** A passage made ready for the reader: its pieces, the words they belong to, and its sentences. `from` is where the passage itself begins. */
export type ReadyPassage = {
  text: string;
  tokens: readonly Token[];
  sentences: readonly Span[];
  from: number;
};

/** Returns `TOKEN_FEATURES` numbers for each piece, laid end to end. */
export function tokenFeatures(passage: ReadyPassage, asked: QuestionWords): Float32Array {
  const { text, tokens, sentences, from } = passage;
  const words = wordsOf(text);
  const wordAt = owners(tokens, words);
  const sentenceAt = tokens.map(({ start }) =>
    sentences.findIndex(([first, past]) => start >= first && start < past),
  );
  const weights = wordAt.map((word) => (word ? (asked.stems.get(word.stem) ?? 0) : 0));
  const near = nearness(weights);
  const shares = sentences.map((span) => shareOf(words, asked, span));
  const whole = shareOf(words, asked, [from, text.length]);
  const best = Math.max(0, ...shares);
  const features = new Float32Array(tokens.length * TOKEN_FEATURES);
  for (const [index, token] of tokens.entries()) {
    const word = wordAt[index];
    const piece = text.slice(token.start, token.end);
    const sentence = sentenceAt[index] ?? -1;
    const share = shares[sentence] ?? 0;
    const around = [shares[sentence - 1] ?? 0, shares[sentence + 1] ?? 0];
    features.set(
      [
        asked.ids.get(token.id) ?? 0,
        weights[index] ?? 0,
        near[index] ?? 0,
        share,
        share > 0 && share === best ? 1 : 0,
        Math.max(...around),
        whole,
        token.start < from ? 1 : 0,
        (token.start - from) / Math.max(1, text.length - from),
        Math.min(4, Math.max(0, sentence)) / 4,
        isStart(sentences, sentence, token) ? 1 : 0,
        rarity(token.id),
        ...formOf(piece, word, token),
      ],
      index * TOKEN_FEATURES,
    );
  }
  return features;
}

function formOf(piece: string, word: Word | undefined, token: Token): number[] {
  const text = word?.text ?? piece;
  const flags = [
    /^\p{Lu}/u.test(text),
    /^\p{Lu}{2,}$/u.test(text),
    /\p{N}/u.test(text),
    /^(?:1[5-9]|20)\d\d$/.test(text),
    /[€$£%]/u.test(piece),
    month.test(text),
    numberWord.test(text),
    unit.test(text),
    !word,
    /^[.;:!?]$/.test(piece),
    isCommonWord(text.toLowerCase()),
    word !== undefined && token.start === word.span[0],
    word !== undefined && token.end === word.span[1],
    /^["“”„«»()[\]]$/.test(piece),
  ];
  return flags.map(Number);
}

function isStart(sentences: readonly Span[], sentence: number, { start }: Token): boolean {
  return sentences[sentence]?.[0] === start;
}

function wordsOf(text: string): Word[] {
  return [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map(({ index, 0: word }) => ({
    span: [index, index + word.length],
    text: word,
    stem: stem(word),
  }));
}

function owners(tokens: readonly Token[], words: readonly Word[]): (Word | undefined)[] {
  let at = 0;
  return tokens.map(({ start, end }) => {
    while (at < words.length && (words[at]?.span[1] ?? 0) <= start) at++;
    const word = words[at];
    return word && word.span[0] < end ? word : undefined;
  });
}

/** The share of the question's words that a stretch has, by weight. */
function shareOf(words: readonly Word[], asked: QuestionWords, [from, to]: Span): number {
  const found = new Set(
    words.filter(({ span }) => span[0] >= from && span[1] <= to).map((word) => word.stem),
  );
  let sum = 0;
  for (const [term, weight] of asked.stems) if (found.has(term)) sum += weight;
  return sum / asked.total;
}

const FADING = 0.85;

/** Returns for each piece its nearness to words of the question: the nearest count most. */
function nearness(weights: readonly number[]): Float32Array {
  const near = new Float32Array(weights.length);
  for (const step of [1, -1]) {
    let carried = 0;
    for (let n = 0; n < weights.length; n++) {
      const index = step > 0 ? n : weights.length - 1 - n;
      near[index] = (near[index] ?? 0) + carried;
      carried = FADING * carried + (weights[index] ?? 0) * (1 - FADING);
    }
  }
  return near;
}
