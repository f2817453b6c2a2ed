import type { Grey } from "../image/grey";
import type { RecognitionEngine, SeenLine, SeenWord } from "./engine";

/** A line with a less sure word is read again, unless the word has no letter or number. */
const sureEnough = 85;

/**
 * Reads lines with an unsure word again with a better engine, all together on a picture of these lines only. Keeps the reading of a line that
 * is surer as a whole.
 */
export async function secondLook(
  lines: SeenLine[],
  picture: Grey,
  engine: Pick<RecognitionEngine, "recognise">,
): Promise<SeenLine[]> {
  const doubtful = lines.filter(isDoubtful);
  if (doubtful.length === 0) return lines;
  const { sheet, strips } = stacked(picture, doubtful);
  const words = (await engine.recognise(sheet, "block")).flatMap((line) => line.words);
  const better = new Map<SeenLine, SeenLine>();
  for (const strip of strips) {
    const again = wordsIn(strip, words);
    if (sureness(again) > sureness(strip.line.words))
      better.set(strip.line, { box: strip.line.box, words: again });
  }
  return lines.map((line) => better.get(line) ?? line);
}

function isDoubtful({ words }: SeenLine): boolean {
  return words.some(
    ({ text, confidence }) => confidence < sureEnough && /[\p{L}\p{N}]/u.test(text),
  );
}

/** A line on the sheet: `top` is the row of its first pixel there, `from` in the picture. */
type Strip = { line: SeenLine; top: number; from: number; height: number };

/** Room around a line, as a share of its height. */
const margin = 0.15;
const gap = 0.6;

/** Sets lines below each other on a white sheet, each as far from the left as in the picture. */
function stacked(
  { pixels, width, height }: Grey,
  lines: SeenLine[],
): { sheet: Grey; strips: Strip[] } {
  const strips: Strip[] = [];
  let end = 0;
  for (const line of lines) {
    const room = Math.round(margin * line.box[3]);
    const from = Math.max(0, Math.floor(line.box[1]) - room);
    const to = Math.min(height, Math.ceil(line.box[1] + line.box[3]) + room);
    const space = Math.ceil(gap * (to - from));
    strips.push({ line, top: end + space, from, height: to - from });
    end += to - from + 2 * space;
  }
  const sheet = { pixels: new Uint8Array(width * end).fill(255), width, height: end };
  for (const { line, top, from, height: rows } of strips) {
    const room = Math.round(line.box[3]);
    const left = Math.max(0, Math.floor(line.box[0]) - room);
    const right = Math.min(width, Math.ceil(line.box[0] + line.box[2]) + room);
    for (let row = 0; row < rows; row++) {
      const start = (from + row) * width;
      sheet.pixels.set(pixels.subarray(start + left, start + right), (top + row) * width + left);
    }
  }
  return { sheet, strips };
}

/** The words of a strip, with their boxes in the picture. Leaves out parts of the lines above and below. */
function wordsIn({ top, from, height }: Strip, words: SeenWord[]): SeenWord[] {
  return words
    .filter(({ box }) => Math.abs(box[1] + box[3] / 2 - top - height / 2) < height / 4)
    .map((word) => {
      const [x, y, wide, high] = word.box;
      return { ...word, box: [x, y - top + from, wide, high] satisfies SeenWord["box"] };
    })
    .sort((a, b) => a.box[0] - b.box[0]);
}

/** The mean confidence of the characters. */
function sureness(words: SeenWord[]): number {
  let [sum, count] = [0, 0];
  for (const { text, confidence } of words) {
    sum += text.length * confidence;
    count += text.length;
  }
  return count === 0 ? 0 : sum / count;
}
