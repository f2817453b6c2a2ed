import type { Understanding } from "../ai";
import { breakLongWords } from "./windows";

const CHARACTERS_READ = 4_000;
const LEAST_LETTERS = 20;
/** eld's distance from one score to the next below which its guess is often a neighbour's language. */
const CERTAIN_LEAD = 0.12;

/** The language of a text; null when there is too little of it or it could as well be another. */
export async function detectLanguage(text: string): Promise<Understanding["language"]> {
  const sample = prose(text).slice(0, CHARACTERS_READ);
  if (weight(sample) < LEAST_LETTERS) return null;

  // Loaded when first needed: its tables take half a second and 150 MB.
  const { eld } = await import("eld/medium");
  const result = eld.detect(sample);
  const [best, second] = Object.values(result.getScores())
    .filter((score) => typeof score === "number")
    .sort((a, b) => b - a);
  if (!result.language || best === undefined || !result.isReliable()) return null;
  const lead = (best - (second ?? 0)) / best;
  return { code: result.language, confidence: Math.min(0.99, 0.6 + (0.39 * lead) / CERTAIN_LEAD) };
}

/** A letter of another script says more than one that most languages share, a character that is a word most. */
function weight(text: string): number {
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
  return (
    count(/\p{L}/gu) +
    count(/(?!\p{Script=Latin})\p{L}/gu) +
    count(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu)
  );
}

/** Addresses, numbers and codes say nothing about a language. */
function prose(text: string): string {
  return breakLongWords(text.slice(0, 4 * CHARACTERS_READ))
    .replace(/\S{0,48}[@/\\_\d]\S{0,48}/gu, " ")
    .replace(/\s+/g, " ");
}
