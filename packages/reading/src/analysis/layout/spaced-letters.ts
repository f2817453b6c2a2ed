import { unionOf } from "./page-geometry";
import type { PlacedWord } from "./placed-word";

const fewest = 6;

/** Joins spaced letters such as "L e a s e  t e r m s" into words if the gaps between words are clearly wider. */
export function joinSpacedLetters(words: PlacedWord[]): PlacedWord[] {
  if (words.length < fewest || !areLetters(words)) return words;
  const gaps = words.slice(1).map((word, index) => gapBetween(words[index], word));
  const limit = limitOf(gaps);
  if (limit === null) return words;
  const joined: PlacedWord[] = [];
  for (const [index, word] of words.entries()) {
    const last = joined.at(-1);
    if (last && (gaps[index - 1] ?? Infinity) < limit)
      joined[joined.length - 1] = {
        ...last,
        text: last.text + word.text,
        box: unionOf([last.box, word.box]),
        at: unionOf([last.at, word.at]),
      };
    else joined.push(word);
  }
  return joined;
}

function areLetters(words: PlacedWord[]): boolean {
  let letters = 0;
  for (const { text } of words) {
    if (text.length > 3) return false;
    letters += text.length;
  }
  const lone = words.filter(({ text }) => /^\p{L}[.,;:!?]?$/u.test(text)).length;
  return letters <= 2 * words.length && lone >= 0.4 * words.length;
}

function gapBetween(a: PlacedWord | undefined, b: PlacedWord): number {
  return a ? Math.max(0, b.at[0] - (a.at[0] + a.at[2])) : Infinity;
}

/** Returns a limit between the many narrow gaps and the few wide gaps, or null if the widths show no such step. */
function limitOf(gaps: number[]): number | null {
  const sorted = [...gaps].sort((a, b) => a - b);
  let best: { ratio: number; limit: number } | null = null;
  for (let index = Math.floor(sorted.length * 0.5); index < sorted.length - 1; index++) {
    const [below = 0, above = 0] = [sorted[index], sorted[index + 1]];
    const ratio = above / Math.max(below, 0.1);
    if (ratio > (best?.ratio ?? 1.5)) best = { ratio, limit: (below + above) / 2 };
  }
  return best?.limit ?? null;
}
