import type { ReaderInput } from "../contract/reader-input";
import type { RecognitionEngine, SeenLine } from "./engine/engine";
import type { Component } from "./image/components";
import { densestLines } from "./image/densest-lines";
import type { Grey } from "./image/grey";
import { capitalHeight, letterHeight } from "./image/letters";
import { slantOf } from "./image/slant";
import { type Upright, uprightPicture } from "./image/upright";

export type Reading = { upright: Upright; lines: SeenLine[]; score: number };

type Task = {
  paper: Grey;
  letters: Component[];
  engine: RecognitionEngine;
  source: Pick<ReaderInput, "recognising">;
};

/** `turns` is the number of clockwise quarter turns that set the text upright. The other values are the same for all turns. */
type Way = { degreesFor(turns: number): number; scale: number; softness: number };

/** A reading with at least this score is accepted, without a try of another turn. */
const clearScore = 40;

/**
 * Reads a picture that may be turned. The positions of the letters show if lines run across or down. Only reading shows which of two
 * directions is up. Lines that run across are first read as upright; other lines are first tried on a sample.
 */
export async function readUpright(task: Task): Promise<Reading> {
  const slant = slantOf(task.letters, letterHeight(task.letters) ?? 12);
  const size = capitalHeight(task.letters);
  const scale = scaleFor(size, task.paper);
  const way: Way = {
    degreesFor: (turns) => turns * 90 - slant.degrees,
    scale,
    softness: size === null ? 0 : softnessShare * size * scale,
  };
  const order = slant.isSideways ? await likeliest(task, way, [1, 3]) : [{ turns: 0, score: 100 }];
  const first = await readAll(task, way, order[0]?.turns ?? 0);
  if (first.score >= clearScore || task.letters.length < leastLetters) return first;
  task.source.recognising();
  const others = [0, 1, 2, 3].filter((turns) => turns !== order[0]?.turns);
  const [best] = await likeliest(task, way, others);
  if (!best || best.score < Math.max(leastScore, first.score)) return first;
  const second = await readAll(task, way, best.turns);
  return second.score > first.score ? second : first;
}

const leastScore = 25;
/** Photographs and drawings with fewer letters are not turned to search for text. */
const leastLetters = 8;

/** The height of capitals that tesseract reads best. It misreads smaller letters, and larger letters only take time. */
const capitalPixels = 22;
const softnessShare = 0.045;
const mostPixels = 24_000_000;

function scaleFor(size: number | null, { width, height }: Grey): number {
  const most = Math.sqrt(mostPixels / (width * height));
  const wanted =
    size === null ? 1_000 / Math.max(1, Math.min(width, height)) : capitalPixels / size;
  const scale = Math.min(
    most,
    size === null ? Math.max(1, Math.min(3, wanted)) : Math.max(0.2, Math.min(4, wanted)),
  );
  return Math.abs(scale - 1) < 0.1 ? 1 : scale;
}

async function likeliest(task: Task, way: Way, ways: number[]) {
  const scores: { turns: number; score: number }[] = [];
  for (const turns of ways) {
    const sample = densestLines(task.paper, task.letters, { isSideways: turns % 2 === 1 });
    const { lines } = await readPart(task, way, { part: sample, turns });
    scores.push({ turns, score: scoreOf(lines) });
  }
  return scores.sort((a, b) => b.score - a.score);
}

function readAll(task: Task, way: Way, turns: number): Promise<Reading> {
  return readPart(task, way, { part: task.paper, turns });
}

async function readPart(
  { engine }: Task,
  { degreesFor, scale, softness }: Way,
  { part, turns }: { part: Grey; turns: number },
): Promise<Reading> {
  const upright = await uprightPicture(part, { degrees: degreesFor(turns), scale, softness });
  const lines = await engine.recognise(upright.picture, "columns");
  return { upright, lines, score: scoreOf(lines) };
}

/** Scores a reading by the share of characters in sure words of some length, because turned text has few such words. */
export function scoreOf(lines: SeenLine[]): number {
  let sure = 0;
  let all = 0;
  for (const { words } of lines)
    for (const { text, confidence } of words) {
      all += text.length;
      if (confidence > 60 && /[\p{L}\p{N}]{2}/u.test(text)) sure += text.length;
    }
  return all === 0 ? 0 : (100 * sure * Math.min(1, sure / 20)) / all;
}
