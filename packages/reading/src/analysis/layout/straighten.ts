import type { Box } from "@besunny/document-model/parsed-document";
import type { PlacedWord } from "./placed-word";

const fewestSteps = 12;
/** About half a degree. A smaller tilt leaves lines apart. */
const leastSlope = 0.01;

/** Returns the words with the places that they have if their lines are level, or the same words if no tilt is clear. */
export function straightened(words: PlacedWord[]): PlacedWord[] {
  const slope = slopeOf(words);
  if (slope === 0) return words;
  return words.map((word) => {
    const [x, y, width, height] = word.at;
    const own = Math.max(0.5 * height, height - Math.abs(slope) * width);
    const middle = y + height / 2 - slope * (x + width / 2);
    const at: Box = [x, middle - own / 2, width, own];
    return { ...word, at };
  });
}

/** Returns how far lines fall on their way to the right, or 0 if most words are level. */
function slopeOf(words: PlacedWord[]): number {
  const slopes = words
    .slice(1)
    .flatMap((word, index) => stepFrom(words[index], word))
    .sort((a, b) => a - b);
  if (slopes.length < fewestSteps) return 0;
  const at = (share: number) => slopes[Math.floor(share * slopes.length)] ?? 0;
  const isClear = at(0.2) * at(0.8) > 0 && Math.abs(at(0.5)) > leastSlope;
  return isClear ? at(0.5) : 0;
}

/** The slope from a word to the next on its line. */
function stepFrom(last: PlacedWord | undefined, word: PlacedWord): number[] {
  if (!last) return [];
  const gap = word.at[0] - (last.at[0] + last.at[2]);
  const right = word.at[0] + word.at[2] / 2 - last.at[0] - last.at[2] / 2;
  const down = word.at[1] + word.at[3] / 2 - last.at[1] - last.at[3] / 2;
  const isNear = gap > -0.3 * word.size && gap < word.size && Math.abs(down) < 0.3 * right;
  return isNear ? [down / right] : [];
}
