import type { Understanding } from "../ai";
import { breakLongWords } from "./windows";

const CHARACTERS_READ = 4_000;
const LEAST_LETTERS = 20;
/** The least distance between eld's best and second score. Below it the guess is often a neighbour's language. */
const CERTAIN_LEAD = 0.12;

/** Returns the language of a text, or null if the text is too short or another language is as likely. */
export async function detectLanguage(text: string): Promise<Understanding["language"]> {
  const sample = prose(text).slice(0, CHARACTERS_READ);
  if (weight(sample) < LEAST_LETTERS) return null;

  // Loaded when first needed, because its tables take half a second and 150 MB.
  const { eld } = await import("eld/medium");
  const result = eld.detect(sample);
  const [best, second] = Object.values(result.getScores())
    .filter((score) => typeof score === "number")
    .sort((a, b) => b - a);
  if (!result.language || best === undefined || !result.isReliable()) return null;
  const lead = (best - (second ?? 0)) / best;
  return { code: result.language, confidence: Math.min(0.99, 0.6 + (0.39 * lead) / CERTAIN_LEAD) };
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
