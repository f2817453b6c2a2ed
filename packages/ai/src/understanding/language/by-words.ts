import { profiledWords, profiles } from "./profiles";

/** The share that a word is taken to have in a language whose commonest words do not include it. */
const RARE = 0.0003;
/** The loss of score for each letter that the language does not use. */
const STRANGE = 2;

export type Likely = { code: string; score: number };

/** Returns the languages by how likely their commonest words and their letters make a text, the likeliest first. */
export function likeliestByWords(text: string): Likely[] {
  const words = counted(profiledWords(text));
  const letters = counted(text.toLowerCase().match(/\p{L}/gu) ?? []);
  return [...profiles]
    .map(([code, profile]) => {
      let score = 0;
      for (const [letter, times] of letters)
        if (!profile.letters.has(letter)) score -= STRANGE * times;
      for (const [word, times] of words)
        score += times * Math.log((profile.shares.get(word) ?? 0) + RARE);
      return { code, score };
    })
    .sort((a, b) => b.score - a.score);
}

/** Returns the share of words that are common in a language, against what its texts usually have. 1 is usual. */
export function commonness(text: string, code: string): number {
  const profile = profiles.get(code);
  const words = profiledWords(text);
  if (!profile || words.length === 0) return 1;
  return words.filter((word) => profile.shares.has(word)).length / words.length / profile.usual;
}

function counted(things: readonly string[]): Map<string, number> {
  const times = new Map<string, number>();
  for (const thing of things) times.set(thing, (times.get(thing) ?? 0) + 1);
  return times;
}
