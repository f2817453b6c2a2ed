import type { PlacedWord } from "../layout/placed";

const leader = /^(.*?)([.…·_]{4,}|(?<=^)[.…·]{1,3})$/su;

/**
 * Rows of dots that lead the eye to the next column take up no place, or they would join the two columns. Gives the words to
 * work with and the way back to the ones that came in.
 */
export function withoutLeaders(words: PlacedWord[]): {
  words: PlacedWord[];
  original(word: PlacedWord): PlacedWord;
} {
  const originals = new Map<PlacedWord, PlacedWord>();
  const shortened = words.map((word) => {
    const [, text, dots] = leader.exec(word.text) ?? [];
    if (text === undefined || !dots) return word;
    const [x, y, width, height] = word.at;
    // Dots are narrower than letters, which makes the share of the text a cautious guess.
    const own =
      text === ""
        ? 0.01 * word.size
        : width * Math.min(1, (text.length * 2) / (text.length * 2 + dots.length));
    const short: PlacedWord = { ...word, at: [x, y, own, height] };
    originals.set(short, word);
    return short;
  });
  return { words: shortened, original: (word) => originals.get(word) ?? word };
}
