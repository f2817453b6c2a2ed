import { shareOfLine } from "../layout/page-geometry";
import type { PlacedWord } from "../layout/placed-word";

const dots = /^[.…·_]+$/u;
const endsInDot = /[.…·_]$/u;
const trailing = /^(.*?[^.…·_])([.…·_]{4,})$/su;

/**
 * Shrinks rows of leader dots to no width, because the dots would join two columns. Returns the words to work with, and a function that
 * finds the original of each word.
 */
export function withoutDotLeaders(words: PlacedWord[]): {
  words: PlacedWord[];
  original(word: PlacedWord): PlacedWord;
} {
  const originals = new Map<PlacedWord, PlacedWord>();
  const shortened = [...words];
  const put = (index: number, at: PlacedWord["at"]) => {
    const word = words[index];
    if (!word) return;
    const short: PlacedWord = { ...word, at };
    originals.set(short, word);
    shortened[index] = short;
  };
  for (let index = 0; index < words.length; index++) {
    const word = words[index];
    if (!word || !endsInDot.test(word.text)) continue;
    const [, text, led] = trailing.exec(word.text) ?? [];
    const [x, y, width, height] = word.at;
    // Dots are narrower than letters, so that the share of the text is a cautious guess.
    if (text && led)
      put(index, [x, y, (width * text.length * 2) / (text.length * 2 + led.length), height]);
    if (!dots.test(word.text)) continue;
    const end = endOfDots(words, index);
    const count = words.slice(index, end).reduce((sum, each) => sum + each.text.length, 0);
    const before = shortened[index - 1];
    const isLed = before && shareOfLine(before.at, word.at) > 0.5 && before.at[0] < x;
    const start = before && isLed ? before.at[0] + before.at[2] : x;
    if (count >= 4)
      for (let at = index; at < end; at++) put(at, [start, y, 0.01 * word.size, height]);
    index = end - 1;
  }
  return { words: shortened, original: (word) => originals.get(word) ?? word };
}

/** Returns the index after the last of the dots that follow each other on one line. */
function endOfDots(words: PlacedWord[], start: number): number {
  let end = start + 1;
  for (; end < words.length; end++) {
    const [last, next] = [words[end - 1], words[end]];
    if (!last || !next || !dots.test(next.text) || shareOfLine(last.at, next.at) < 0.5) break;
    const gap = next.at[0] - last.at[0] - last.at[2];
    if (gap < -0.5 * last.size || gap > 1.2 * last.size) break;
  }
  return end;
}
