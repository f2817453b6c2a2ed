import type { Box } from "@besunny/document-model/parsed-document";
import type { Grey } from "../image/grey";
import type { RecognitionEngine, SeenLine, SeenWord } from "./engine";

/** A less sure word is read again, unless it has no letter or number. */
const sureEnough = 85;

/**
 * Reads unsure words again with a better engine, all together on a picture of these words only. Of neighbours, which count as one piece, keeps
 * the surer reading.
 */
export async function secondLook(
  lines: SeenLine[],
  picture: Grey,
  engine: Pick<RecognitionEngine, "recognise">,
): Promise<SeenLine[]> {
  const pieces = lines.flatMap(piecesOf);
  if (pieces.length === 0) return lines;
  const { sheet, strips } = stacked(picture, pieces);
  const seen = (await engine.recognise(sheet, "block")).flatMap((line) => line.words);
  const better = new Map<SeenWord, SeenWord[]>();
  for (const strip of strips) {
    const again = wordsIn(strip, seen);
    const { words } = strip.piece;
    if (sureness(again) > sureness(words))
      for (const [index, word] of words.entries()) better.set(word, index === 0 ? again : []);
  }
  return lines.map(({ box, words }) => ({
    box,
    words: words.flatMap((word) => better.get(word) ?? [word]),
  }));
}

/** Unsure words that follow each other on a line, and the box around them, which ends before the next sure word. */
type Piece = { words: SeenWord[]; box: Box };

function piecesOf({ box: [, top, , height], words }: SeenLine): Piece[] {
  const pieces: Piece[] = [];
  const right = ({ box }: SeenWord) => box[0] + box[2];
  for (let from = 0; from < words.length; from++) {
    let to = from;
    while (isUnsure(words[to])) to++;
    const run = words.slice(from, to);
    const [first, last, before, behind] = [run[0], run.at(-1), words[from - 1], words[to]];
    if (!first || !last) continue;
    const room = 0.3 * height;
    const start = Math.max(first.box[0] - room, before ? right(before) : -Infinity);
    const end = Math.min(right(last) + room, behind ? behind.box[0] : Infinity);
    pieces.push({ words: run, box: [start, top, Math.max(1, end - start), height] });
    from = to;
  }
  return pieces;
}

function isUnsure(word: SeenWord | undefined): boolean {
  return word !== undefined && word.confidence < sureEnough && /[\p{L}\p{N}]/u.test(word.text);
}

/** A piece on the sheet: its first pixel there, and in the picture, and its height. */
type Strip = { piece: Piece; top: number; from: { x: number; y: number }; height: number };

/** Room above and below a piece, and the space between pieces, as shares of their height. */
const margin = 0.15;
const space = 0.6;

/** Sets pieces below each other on a white sheet. */
function stacked(
  { pixels, width, height }: Grey,
  pieces: Piece[],
): { sheet: Grey; strips: Strip[] } {
  const places = pieces.map(({ box }) => ({
    left: Math.max(0, Math.floor(box[0])),
    right: Math.min(width, Math.ceil(box[0] + box[2])),
    top: Math.max(0, Math.floor(box[1] - margin * box[3])),
    bottom: Math.min(height, Math.ceil(box[1] + (1 + margin) * box[3])),
  }));
  const strips: Strip[] = [];
  let end = 0;
  for (const [index, { left, top, bottom }] of places.entries()) {
    const piece = pieces[index];
    const apart = Math.ceil(space * (bottom - top));
    const from = { x: left, y: top };
    if (piece) strips.push({ piece, top: end + apart, from, height: bottom - top });
    end += bottom - top + 2 * apart;
  }
  const wide = edge * 2 + Math.max(...places.map(({ left, right }) => right - left));
  const sheet = { pixels: new Uint8Array(wide * end).fill(255), width: wide, height: end };
  for (const [index, { left, right, top, bottom }] of places.entries())
    for (let y = top; y < bottom; y++) {
      const row = (strips[index]?.top ?? 0) + y - top;
      sheet.pixels.set(pixels.subarray(y * width + left, y * width + right), row * wide + edge);
    }
  return { sheet, strips };
}

/** White pixels left and right of the sheet. */
const edge = 20;

/** The words of a strip, with their boxes in the picture. Leaves out parts of the lines above and below. */
function wordsIn({ top, from, height }: Strip, words: SeenWord[]): SeenWord[] {
  return words
    .filter(({ box }) => Math.abs(box[1] + box[3] / 2 - top - height / 2) < height / 4)
    .map((word): SeenWord => {
      const [x, y, wide, high] = word.box;
      return { ...word, box: [x - edge + from.x, y - top + from.y, wide, high] };
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
