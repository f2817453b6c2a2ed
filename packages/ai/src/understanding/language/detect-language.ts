import type { Understanding } from "../../ai";
import { breakLongWords } from "../windows";
import { commonness, likeliestByWords } from "./by-words";
import { profiledWords, profiles } from "./profiles";

type Language = NonNullable<Understanding["language"]>;

const CHARACTERS_READ = 4_000;
const LEAST_LETTERS = 20;
/** The least distance between eld's best and second score. Below it the guess is often a neighbour's language. */
const CERTAIN_LEAD = 0.12;

/** The confidence in a language that only the commonest words tell. */
const BY_WORDS = 0.85;

/** Distances between two languages by their commonest words, in natural logarithms. */
const apart = { doubtful: 0.5, clear: 3, byWordsAlone: 6, contradiction: 8 };
/** The least share of common words against usual texts. A text of another language has less. */
const LEAST_COMMONNESS = 0.15;
const LEAST_WORDS = 12;

/**
 * Returns the language of a text, or null if the text is too short or the language unknown. eld guesses among 60 languages. The commonest words
 * and letters of 77 languages then confirm the guess, name another language or reject both.
 */
export async function detectLanguage(text: string): Promise<Language | null> {
  const sample = prose(text).slice(0, CHARACTERS_READ);
  if (weight(sample) < LEAST_LETTERS) return null;

  // Loaded when first needed, because its tables take half a second and 150 MB.
  const { eld } = await import("eld/medium");
  const result = eld.detect(sample);
  const guess = result.language && result.isReliable() ? result.language : null;
  const found = confirmed(guess, sample);
  if (!found) return null;
  const [best, second] = Object.values(result.getScores())
    .filter((score) => typeof score === "number")
    .sort((a, b) => b - a);
  if (found !== guess || !best) return { code: found, confidence: BY_WORDS };
  const lead = (best - (second ?? 0)) / best;
  return { code: found, confidence: Math.min(0.99, 0.6 + (0.39 * lead) / CERTAIN_LEAD) };
}

/** Returns the language that both eld and the commonest words allow. Where eld has no guess, the words alone must be very clear. */
function confirmed(guess: string | null, sample: string): string | null {
  const likely = likeliestByWords(sample);
  const [first, second] = likely;
  if (!first || !second) return guess;
  if (guess === null) {
    const isClear =
      first.score - second.score > apart.byWordsAlone && commonness(sample, first.code) > 0.8;
    return isClear ? first.code : null;
  }
  if (!profiles.has(guess)) return guess;
  const own = likely.find(({ code }) => code === guess)?.score ?? first.score;
  const distance = first.score - own;
  const isGuessable = profiles.get(first.code)?.isGuessed ?? true;
  if (isGuessable && distance > apart.contradiction) return null;
  if (!isGuessable && distance > apart.doubtful) return distance > apart.clear ? first.code : null;
  const isStrange =
    profiledWords(sample).length >= LEAST_WORDS && commonness(sample, guess) < LEAST_COMMONNESS;
  return isStrange ? null : guess;
}

/**
 * Counts letters by how much they say about the language. A letter outside the Latin script counts double. A Chinese, Japanese or Korean
 * character counts three times.
 */
function weight(text: string): number {
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
  return (
    count(/\p{L}/gu) +
    count(/(?!\p{Script=Latin})\p{L}/gu) +
    count(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu)
  );
}

/** Removes addresses, numbers and codes, which say nothing about a language. */
function prose(text: string): string {
  return breakLongWords(text.slice(0, 4 * CHARACTERS_READ))
    .replace(/\S{0,48}[@/\\_\d]\S{0,48}/gu, " ")
    .replace(/\s+/g, " ");
}
