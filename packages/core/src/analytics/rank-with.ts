import type { PassageHit } from "@besunny/ai/index/passage-index";
import { z } from "zod";

/** Settings of a search to try: the part of meaning in the score, the leg or legs, and the least score that is shown. */
export const TriedSettings = z.object({
  meaning: z.number().min(0).max(1).default(0.5),
  legs: z.enum(["both", "meaning", "words"]).default("both"),
  floor: z.number().min(0).max(1).default(0),
});
export type TriedSettings = z.infer<typeof TriedSettings>;

/** Ranks hits by other settings, from what each leg said of them: both are stretched over the hits and added by their parts. */
export function rankWith(hits: readonly PassageHit[], settings: TriedSettings): PassageHit[] {
  const { legs, floor } = settings;
  const part = legs === "meaning" ? 1 : legs === "words" ? 0 : settings.meaning;
  const dense = stretch(hits.map(({ why }) => why.dense));
  const lexical = stretch(hits.map(({ why }) => why.lexical));
  return hits
    .filter(({ why }) => (legs === "words" ? why.lexical !== null : true))
    .map((hit) => ({
      ...hit,
      score: part * dense(hit.why.dense) + (1 - part) * lexical(hit.why.lexical),
    }))
    .filter(({ score }) => score >= floor)
    .sort((a, b) => b.score - a.score || a.documentId.localeCompare(b.documentId));
}

/** Returns a function to 0..1; a missing value becomes 0, and so does the least unless it is the only one. */
function stretch(values: readonly (number | null)[]): (value: number | null) => number {
  const known = values.filter((value) => value !== null);
  const [least, most] = [Math.min(...known), Math.max(...known)];
  return (value) => (value === null ? 0 : most > least ? (value - least) / (most - least) : 1);
}
