import { frameOf } from "../../../analysis/layout/page-geometry";
import type { PlacedWord } from "../../../analysis/layout/placed-word";

const leastSigns = 3;

/**
 * Separates the upright words of a page from East Asian characters that follow each other downwards. Those are read in columns
 * from the right, like text turned by a quarter.
 */
export function partVerticalRuns(
  words: PlacedWord[],
  page: { width: number; height: number },
): { upright: PlacedWord[]; downwards: PlacedWord[] } {
  const downwards: PlacedWord[] = [];
  const upright: PlacedWord[] = [];
  let run: PlacedWord[] = [];

  const close = () => {
    if (run.length < leastSigns) upright.push(...run);
    else
      for (const [index, word] of run.entries())
        downwards.push({ ...word, at: frameOf(word.box, 1, page), isGlued: index > 0 });
    run = [];
  };

  for (const word of words) {
    const last = run.at(-1);
    if (!last || !isBelow(last, word)) close();
    run.push(word);
  }
  close();
  return { upright, downwards };
}

const sign = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{P}ー〇|]{1,2}$/u;

function isBelow({ text, box, size }: PlacedWord, next: PlacedWord): boolean {
  if (!sign.test(text) || !sign.test(next.text)) return false;
  const across = Math.abs(next.box[0] + next.box[2] / 2 - box[0] - box[2] / 2);
  const down = next.box[1] + next.box[3] / 2 - box[1] - box[3] / 2;
  return across < 0.35 * size && down > 0.5 * size && down < 1.9 * size;
}
