import type { Chance } from "./chance";

/** Words and figures of a page. No word comes twice, so that a word tells its place. */
export type Words = ReturnType<typeof wordsOf>;

const starts = [
  "b",
  "br",
  "c",
  "d",
  "dr",
  "f",
  "g",
  "gr",
  "h",
  "k",
  "l",
  "m",
  "n",
  "p",
  "pl",
  "r",
  "s",
  "st",
  "t",
  "tr",
  "v",
  "w",
] as const;
const vowels = ["a", "e", "i", "o", "u", "ea", "ou", "ai"] as const;
const ends = ["", "n", "r", "s", "t", "l", "nd", "rk", "st", "m"] as const;

export function wordsOf(chance: Chance) {
  const known = new Set<string>();
  const fresh = (make: () => string): string => {
    for (;;) {
      const text = make();
      if (known.has(text.toLowerCase())) continue;
      known.add(text.toLowerCase());
      return text;
    }
  };
  const syllable = () => chance.oneOf(...starts) + chance.oneOf(...vowels) + chance.oneOf(...ends);
  const word = () => fresh(() => Array.from({ length: chance.whole(1, 3) }, syllable).join(""));
  const title = (count: number) =>
    Array.from({ length: count }, (_, index) => (index === 0 ? capital(word()) : word()));
  return {
    word,
    /** Words of which the first has a capital. */
    title,
    /** Whole sentences of about `count` words together. */
    sentences: (count: number) => {
      const all: string[] = [];
      while (all.length < count) {
        const own = title(Math.min(chance.whole(5, 14), Math.max(3, count - all.length)));
        all.push(...own.slice(0, -1), `${own.at(-1)}.`);
      }
      return all;
    },
    figure: () =>
      fresh(() =>
        (chance.whole(1000, 9_999_999) / 100).toLocaleString("en", { minimumFractionDigits: 2 }),
      ),
  };
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
