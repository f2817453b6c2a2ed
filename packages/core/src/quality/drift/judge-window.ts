import type { z } from "zod";
import type { JudgedMeasure as Judged, MeasureName } from "../contract/drift";
import type { driftStates } from "../contract/drift-words";
import { permutationTest, type Shuffled } from "../statistics/permutation-test";
import { randomOf } from "../statistics/random-of";
import { type Comparison, comparisonOf } from "./compare";
import { type DriftDocument, type Measure, measures } from "./measures";

/** Of each side; fewer say nothing. */
export const LEAST_IN_WINDOW = 20;
export const LEAST_IN_REFERENCE = 50;
/** Of 100 weeks in which nothing changed, at most this share raises an alarm. */
export const FALSE_ALARMS = 0.01;
const MOST_EXAMPLES = 10;

export type JudgedMeasure = z.infer<typeof Judged>;

export type JudgedWindow = {
  state: (typeof driftStates)[number];
  measures: JudgedMeasure[];
  /** The documents of the window that show it most, ten at most. */
  examples: { documentId: string; measure: MeasureName }[];
};

type Given = {
  window: readonly DriftDocument[];
  reference: readonly DriftDocument[];
  seed: number;
  /** The number of this look at the week, from 1. Look k may spend 1 / (k (k + 1)) of the false alarms, so that all looks spend no more. */
  look: number;
};

/** Compares the documents of a week with those before it. The same documents and seed give the same verdict. */
export function judgeWindow({ window, reference, seed, look }: Given): JudgedWindow {
  if (window.length < LEAST_IN_WINDOW || reference.length < LEAST_IN_REFERENCE)
    return { state: "few", measures: [], examples: [] };
  const all = [...window, ...reference];
  const inWindow = new Set(window.map(({ id }) => id));
  const compared = measures.flatMap((measure, at) => {
    const comparison = comparisonOf(measure, all);
    const isIn = Uint8Array.from(comparison.documents, ({ id }) => Number(inWindow.has(id)));
    const inside = isIn.reduce((sum, each) => sum + each, 0);
    const isEnough =
      inside >= LEAST_IN_WINDOW / 2 && isIn.length - inside >= LEAST_IN_REFERENCE / 2;
    return isEnough ? [{ measure, comparison, isIn, inside, seed: seed + at }] : [];
  });
  const threshold = FALSE_ALARMS / (look * (look + 1) * Math.max(1, compared.length));
  const judged = compared.map((each) => ({ ...each, judged: judge(each, threshold) }));
  const drifted = judged.filter((each) => each.judged.isDrifted);
  return {
    state: drifted.length > 0 ? "drifted" : "steady",
    measures: judged.map((each) => each.judged),
    examples: examplesOf(drifted),
  };
}

type Compared = {
  measure: Measure;
  comparison: Comparison;
  isIn: Uint8Array;
  inside: number;
  seed: number;
};

function judge(
  { measure, comparison, isIn, inside, seed }: Compared,
  threshold: number,
): JudgedMeasure {
  const size = comparison.statistic(isIn);
  const said = {
    name: measure.name,
    kind: measure.kind,
    ...comparison.values(isIn),
    size,
    floor: measure.floor,
    threshold,
    documents: inside,
  };
  // A difference that is too small to be of interest needs no proof.
  if (size < measure.floor) return { ...said, p: 1, isDrifted: false };
  const p = permutationTest({
    ...shuffledBy(comparison.documents, isIn),
    observed: size,
    statistic: comparison.statistic,
    random: randomOf(seed),
    most: Math.min(MOST_SHUFFLES, Math.ceil(1.5 / threshold)),
  });
  return { ...said, p, isDrifted: p <= threshold };
}

const MOST_SHUFFLES = 20_000;
/** With fewer days a shuffle of days has no power; then each document is for itself. */
const LEAST_DAYS = 20;
const LEAST_DAYS_IN_WINDOW = 3;

/** Documents of a day often come from one hand. They stay together, so that a day with one large delivery is no proof of drift. */
function shuffledBy(documents: readonly DriftDocument[], isIn: Uint8Array): Shuffled {
  const days = new Map<string, number>();
  const daysIn = new Set<string>();
  const blockOf = Int32Array.from(documents, ({ day }, at) => {
    if (!days.has(day)) days.set(day, days.size);
    if (isIn[at]) daysIn.add(day);
    return days.get(day) ?? 0;
  });
  if (days.size >= LEAST_DAYS && daysIn.size >= LEAST_DAYS_IN_WINDOW)
    return { blockOf, blocks: days.size, chosen: daysIn.size };
  return {
    blockOf: Int32Array.from(documents, (_, at) => at),
    blocks: documents.length,
    chosen: isIn.reduce((sum, each) => sum + each, 0),
  };
}

/** The strongest documents of each drifted measure in turn. */
function examplesOf(drifted: readonly (Compared & { judged: JudgedMeasure })[]) {
  const lists = drifted.map(({ comparison, isIn, judged }) => ({
    measure: judged.name,
    ids: comparison.documents
      .map(({ id }, at) => ({ id, at, weight: comparison.weightOf(at, isIn) }))
      .filter(({ at, weight }) => isIn[at] === 1 && weight > 0)
      .sort((one, other) => other.weight - one.weight || one.id.localeCompare(other.id))
      .slice(0, MOST_EXAMPLES)
      .map(({ id }) => id),
  }));
  const examples = new Map<string, MeasureName>();
  for (let rank = 0; rank < MOST_EXAMPLES; rank += 1)
    for (const { measure, ids } of lists) {
      const id = ids[rank];
      if (id && !examples.has(id) && examples.size < MOST_EXAMPLES) examples.set(id, measure);
    }
  return [...examples].map(([documentId, measure]) => ({ documentId, measure }));
}
