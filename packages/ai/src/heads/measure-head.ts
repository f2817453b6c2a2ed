import type { HeadMetrics, TypeFigures } from "./head-training";
import { wilson } from "./wilson";

/** An answer about a document that was held out. `guess` and `truth` are places in the classes; `truth` is -1 for a class not learned. */
export type Judged = { truth: number; guess: number; confidence: number; isSaid: boolean };

const BINS = 10;

type Measured = Pick<
  HeadMetrics,
  | "grouped"
  | "macroF1"
  | "calibrationError"
  | "answered"
  | "answeredRight"
  | "byType"
  | "reliability"
  | "confusion"
  | "coverage"
>;

/** Returns the figures of documents that were held out. */
export function measure(judged: readonly Judged[], classes: readonly string[]): Measured {
  const right = judged.filter(isRight);
  const said = judged.filter(({ isSaid }) => isSaid);
  const byType = classes.map((type, at) => typeFigures(type, at, judged));
  const f1 = byType.map(({ precision, recall }) =>
    precision && recall ? (2 * precision * recall) / (precision + recall) : 0,
  );
  const reliability = binsOf(judged);
  return {
    grouped: wilson(right.length, judged.length),
    macroF1: mean(f1),
    calibrationError: reliability.reduce(
      (sum, { count, confidence, accuracy }) =>
        sum + (count / judged.length) * Math.abs(confidence - accuracy),
      0,
    ),
    answered: wilson(said.length, judged.length),
    answeredRight: wilson(said.filter(isRight).length, said.length),
    byType,
    reliability,
    confusion: classes.map((_, truth) =>
      classes.map(
        (_other, guess) =>
          judged.filter((each) => each.truth === truth && each.guess === guess).length,
      ),
    ),
    coverage: coverageOf(judged),
  };
}

function isRight({ truth, guess }: Judged): boolean {
  return truth === guess;
}

function typeFigures(type: string, at: number, judged: readonly Judged[]): TypeFigures {
  const own = judged.filter(({ truth }) => truth === at);
  const guessed = judged.filter(({ guess }) => guess === at);
  const hits = own.filter(isRight).length;
  return {
    type,
    count: own.length,
    precision: guessed.length > 0 ? hits / guessed.length : null,
    recall: own.length > 0 ? hits / own.length : null,
  };
}

function binsOf(judged: readonly Judged[]): HeadMetrics["reliability"] {
  return Array.from({ length: BINS }, (_, bin) => {
    const inside = judged.filter(
      ({ confidence }) => Math.min(BINS - 1, Math.floor(confidence * BINS)) === bin,
    );
    return {
      from: bin / BINS,
      to: (bin + 1) / BINS,
      count: inside.length,
      confidence: mean(inside.map(({ confidence }) => confidence)),
      accuracy: mean(inside.map((each) => Number(isRight(each)))),
    };
  }).filter(({ count }) => count > 0);
}

const COVERAGES = 20;

function coverageOf(judged: readonly Judged[]): HeadMetrics["coverage"] {
  const sorted = [...judged].sort((a, b) => b.confidence - a.confidence);
  return Array.from({ length: COVERAGES }, (_, step) =>
    Math.ceil(((step + 1) / COVERAGES) * sorted.length),
  )
    .filter((count, at, all) => count > 0 && count !== all[at - 1])
    .map((count) => ({
      coverage: count / sorted.length,
      accuracy: sorted.slice(0, count).filter(isRight).length / count,
      confidence: sorted[count - 1]?.confidence ?? 0,
    }));
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
