import type { Box } from "@besunny/document-model/parsed-document";
import { frameOf } from "../../../analysis/layout/page-geometry";
import type { PlacedWord } from "../../../analysis/layout/placed-word";
import { isUnreadable, textOf } from "../words/character-text";
import type { PageWords } from "../words/page-words";

/** The text of a run of pdf.js and the values that its place follows from. */
export type Run = {
  str: string;
  transform: number[];
  width: number;
  height: number;
  isBold?: boolean;
};

export type Viewport = { width: number; height: number; transform: number[] };

/** Words from the runs of a page; their boxes are those of whole runs, shared out by length. */
export function wordsOfRuns(runs: Run[], viewport: Viewport): PageWords {
  const result: PageWords = { byDirection: [[], [], [], [], []], characters: 0, unreadable: 0 };
  let last: { word: PlacedWord; direction: number } | null = null;
  for (const run of runs) {
    if (run.str.trim() === "") {
      last = null;
      continue;
    }
    const frame = frameIn(run, viewport);
    for (const { 0: text, index } of run.str.matchAll(/\S+/g)) {
      const own = [...text].map((sign) => textOf(sign.codePointAt(0) ?? 0)).join("");
      result.characters += own.length;
      result.unreadable += [...text].filter((sign) =>
        isUnreadable(sign.codePointAt(0) ?? 0),
      ).length;
      const word = frame.wordAt(own, index, index + text.length);
      if (last && index === 0 && last.direction === frame.direction && abuts(last.word, word))
        join(last.word, word);
      else {
        result.byDirection[frame.direction]?.push(word);
        last = { word, direction: frame.direction };
      }
    }
    if (/\s$/.test(run.str)) last = null;
  }
  return result;
}

function abuts(a: PlacedWord, b: PlacedWord): boolean {
  const gap = Math.max(b.at[0] - (a.at[0] + a.at[2]), a.at[0] - (b.at[0] + b.at[2]));
  return Math.abs(a.at[1] - b.at[1]) < 0.4 * a.size && gap < 0.15 * a.size;
}

function join(word: PlacedWord, next: PlacedWord) {
  word.text += next.text;
  word.box = around(word.box, next.box);
  word.at = around(word.at, next.at);
}

function around(a: Box, b: Box): Box {
  const [x, y] = [Math.min(a[0], b[0]), Math.min(a[1], b[1])];
  return [x, y, Math.max(a[0] + a[2], b[0] + b[2]) - x, Math.max(a[1] + a[3], b[1] + b[3]) - y];
}

/** Returns the place of a run on the page as shown, and its direction. */
function frameIn({ str, transform, width, isBold = false }: Run, viewport: Viewport) {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = transform;
  const [va = 1, vb = 0, vc = 0, vd = -1, ve = 0, vf = 0] = viewport.transform;
  const size = Math.hypot(c, d) || 10;
  const along = unit(a * va + b * vc, a * vb + b * vd);
  const up = unit(c * va + d * vc, c * vb + d * vd);
  const [x, y] = [e * va + f * vc + ve, e * vb + f * vd + vf];
  const direction = ((Math.round(Math.atan2(along[1], along[0]) / (Math.PI / 2)) % 4) + 4) % 4;
  const each = width / Math.max(1, str.length);

  function boxAt(from: number, to: number): Box {
    const corners = [from * each, to * each].flatMap((forth) =>
      [-0.22 * size, 0.85 * size].map((high): [number, number] => [
        x + along[0] * forth + up[0] * high,
        y + along[1] * forth + up[1] * high,
      ]),
    );
    const xs = corners.map(([left]) => left);
    const ys = corners.map(([, top]) => top);
    const [left, top] = [Math.min(...xs), Math.min(...ys)];
    return [left, top, Math.max(...xs) - left, Math.max(...ys) - top];
  }

  return {
    direction,
    wordAt(text: string, from: number, to: number): PlacedWord {
      const box = boxAt(from, to);
      const at = frameOf(box, direction, viewport);
      return { text, box, at, size, isBold, isGlued: false };
    },
  };
}

function unit(x: number, y: number): [number, number] {
  const length = Math.hypot(x, y) || 1;
  return [x / length, y / length];
}
