import type { Span } from "@besunny/document-model/parsed-document";
import { dot } from "../understanding/vectors";
import type { Cues } from "./cues/cues";
import type { MeetingVectors } from "./meeting-vectors";
import type { MeetingView } from "./meeting-view";
import { wordsOf } from "./spoken";

/** The least words of a stretch that is compared, and of a topic. */
const UNIT_WORDS = 60;
const LEAST_TOPIC_WORDS = 250;
/** The price of a border, in the measure of how alike the stretches of a topic are. It is lower where somebody says that the next thing comes. */
const BORDER = 3.3;
const CUE = 0.5;
/** The most stretches of a topic, so that time grows with the length of a meeting alone. */
const MOST_UNITS = 160;

type Unit = { first: number; last: number; words: number; vector: Float32Array; movesOn: boolean };

/** The turns of a topic, by their numbers, both ends included. */
export type Stretch = { firstTurn: number; lastTurn: number };

/** Divides a meeting into stretches about one thing each, so that the words of each are as alike as can be. */
export function topicStretches(
  view: MeetingView,
  { vectorOf }: MeetingVectors,
  cues: Cues,
): Stretch[] {
  const units = unitsOf(view, vectorOf, cues);
  if (units.length === 0) return view.turns.length === 0 ? [] : [whole(view)];
  const starts = bestStarts(units);
  return starts.map((start, index) => {
    const next = starts[index + 1];
    return {
      firstTurn: index === 0 ? 1 : (units[start]?.first ?? 1),
      lastTurn: next === undefined ? view.turns.length : (units[next]?.first ?? 1) - 1,
    };
  });
}

function whole({ turns }: MeetingView): Stretch {
  return { firstTurn: 1, lastTurn: turns.length };
}

function unitsOf(
  view: MeetingView,
  vectorOf: (span: Span) => Float32Array | null,
  cues: Cues,
): Unit[] {
  const units: Unit[] = [];
  let open: Omit<Unit, "vector"> | null = null;
  const close = () => {
    const [from, to] = [view.turnAt(open?.first ?? 0), view.turnAt(open?.last ?? 0)];
    const vector = from && to && vectorOf([from.span[0], to.span[1]]);
    if (open && vector) units.push({ ...open, vector });
    open = null;
  };
  for (const turn of view.turns) {
    const said = view.saidIn(turn);
    const words = said.reduce((sum, { text }) => sum + wordsOf(text).length, 0);
    const movesOn = said.slice(0, 3).some(({ text }) => cues.movesOn.test(text));
    open ??= { first: turn.number, last: turn.number, words: 0, movesOn };
    open.last = turn.number;
    open.words += words;
    if (open.words >= UNIT_WORDS) close();
  }
  close();
  return units;
}

/**
 * Returns the first unit of each topic. A topic is worth the likeness of its units to their middle; a border costs. Centred vectors make what all
 * of a meeting shares count for nothing.
 */
function bestStarts(units: readonly Unit[]): number[] {
  const width = units[0]?.vector.length ?? 0;
  const vectors = centred(units, width);
  const sums = prefixSums(vectors, width);
  const words = [0];
  for (const unit of units) words.push((words.at(-1) ?? 0) + unit.words);
  const best = new Float64Array(units.length + 1).fill(Number.NEGATIVE_INFINITY);
  const from = new Int32Array(units.length + 1);
  best[0] = 0;
  for (let end = 1; end <= units.length; end++)
    for (let start = Math.max(0, end - MOST_UNITS); start < end; start++) {
      const isShort = (words[end] ?? 0) - (words[start] ?? 0) < LEAST_TOPIC_WORDS;
      if (isShort && !(start === 0 && end === units.length)) continue;
      const border = start === 0 ? 0 : BORDER - (units[start]?.movesOn ? CUE : 0);
      const value = (best[start] ?? 0) + lengthOf(sums, start, end, width) - border;
      if (value > (best[end] ?? 0)) {
        best[end] = value;
        from[end] = start;
      }
    }
  const starts: number[] = [];
  for (let end = units.length; end > 0; end = from[end] ?? 0) starts.unshift(from[end] ?? 0);
  return starts;
}

function centred(units: readonly Unit[], width: number): Float32Array[] {
  const mean = new Float32Array(width);
  for (const { vector } of units)
    for (let at = 0; at < width; at++)
      mean[at] = (mean[at] ?? 0) + (vector[at] ?? 0) / units.length;
  return units.map(({ vector }) => {
    const own = vector.map((value, at) => value - (mean[at] ?? 0));
    const size = Math.sqrt(dot(own, own)) || 1;
    return own.map((value) => value / size);
  });
}

function prefixSums(vectors: readonly Float32Array[], width: number): Float64Array {
  const sums = new Float64Array((vectors.length + 1) * width);
  for (const [index, vector] of vectors.entries())
    for (let at = 0; at < width; at++)
      sums[(index + 1) * width + at] = (sums[index * width + at] ?? 0) + (vector[at] ?? 0);
  return sums;
}

/** The length of the sum of some vectors: large if they point the same way. */
function lengthOf(sums: Float64Array, start: number, end: number, width: number): number {
  let square = 0;
  for (let at = 0; at < width; at++)
    square += ((sums[end * width + at] ?? 0) - (sums[start * width + at] ?? 0)) ** 2;
  return Math.sqrt(square);
}
