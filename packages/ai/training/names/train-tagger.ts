import { DIMENSIONS } from "../src/minilm/embedding-model";
import type { TaggerModel } from "../src/understanding/entities/tagger";
import { features } from "../src/understanding/entities/tagger-features";
import { softmax } from "../src/understanding/vectors";
import type { NameLabel } from "./conll";
import { randomNumbers } from "./random-numbers";
import type { VectoredSentence } from "./vectored";

const labels = ["none", "person", "organisation", "place"] as const satisfies NameLabel[];
const EPOCHS = 8;
const RATE = 0.15;
const DECAY = 1e-6;
/** The share of features that are left out at random, because a word seen in training is often absent in use. */
const DROPPED = 0.3;
const LEAST_COUNT = 3;
const SMALLEST_BYTE = 2;
const MEANING_RATE = 0.05;
const MEANING_DECAY = 1e-5;
const nothing = new Float32Array();

/** Fits a maximum-entropy model by AdaGrad with shrinking weights: one decision for each word, given the label before. */
export function trainTagger(sentences: readonly VectoredSentence[]): TaggerModel {
  const width = labels.length;
  const prepared = sentences.map(({ words, vectors, labels: given }) => ({
    vectors,
    features: features(words),
    given: given.map((label) => labels.indexOf(label)),
  }));
  const rows = frequentFeatures(prepared.flatMap((sentence) => sentence.features));
  const weights = new Float64Array(rows.size * width);
  const squares = new Float64Array(rows.size * width).fill(1e-8);
  const meaning = new Float64Array(DIMENSIONS * width);
  const meaningSquares = new Float64Array(DIMENSIONS * width).fill(1e-8);
  const transitions = Array.from({ length: width + 1 }, () => new Array<number>(width).fill(0));
  const transitionSquares = Array.from({ length: width + 1 }, () =>
    new Array<number>(width).fill(1e-8),
  );
  const encoded = prepared.map((sentence) => ({
    given: sentence.given,
    vectors: sentence.vectors,
    rows: sentence.features.map((found) =>
      found.map((name) => rows.get(name) ?? -1).filter((row) => row >= 0),
    ),
  }));

  const random = randomNumbers(11);
  for (let epoch = 0; epoch < EPOCHS; epoch++)
    for (const index of shuffled(encoded.length, epoch))
      for (const [position, all] of (encoded[index]?.rows ?? []).entries()) {
        const found = all.filter(() => random() >= DROPPED);
        const given = encoded[index]?.given ?? [];
        const before = position === 0 ? width : (given[position - 1] ?? 0);
        const row = transitions[before] ?? [];
        const rowSquares = transitionSquares[before] ?? [];
        const logits = labels.map((_, label) =>
          found.reduce(
            (sum, feature) => sum + (weights[feature * width + label] ?? 0),
            row[label] ?? 0,
          ),
        );
        const vector = encoded[index]?.vectors[position] ?? nothing;
        for (const [axis, value] of vector.entries())
          for (let label = 0; label < width; label++)
            logits[label] = (logits[label] ?? 0) + value * (meaning[axis * width + label] ?? 0);
        for (const [label, probability] of softmax(logits).entries()) {
          const error = probability - (given[position] === label ? 1 : 0);
          if (Math.abs(error) < 1e-3) continue;
          for (const feature of found) {
            const at = feature * width + label;
            const slope = error + DECAY * (weights[at] ?? 0);
            squares[at] = (squares[at] ?? 0) + slope * slope;
            weights[at] = (weights[at] ?? 0) - (RATE * slope) / Math.sqrt(squares[at] ?? 1);
          }
          for (const [axis, value] of vector.entries()) {
            const at = axis * width + label;
            const slope = error * value + MEANING_DECAY * (meaning[at] ?? 0);
            meaningSquares[at] = (meaningSquares[at] ?? 0) + slope * slope;
            meaning[at] =
              (meaning[at] ?? 0) - (MEANING_RATE * slope) / Math.sqrt(meaningSquares[at] ?? 1);
          }
          rowSquares[label] = (rowSquares[label] ?? 0) + error * error;
          row[label] = (row[label] ?? 0) - (RATE * error) / Math.sqrt(rowSquares[label] ?? 1);
        }
      }
  return { ...packed(rows, weights, transitions), meaning: base64(Float32Array.from(meaning)) };
}

function frequentFeatures(found: readonly string[][]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of found.flat()) counts.set(name, (counts.get(name) ?? 0) + 1);
  const frequent = [...counts].filter(([, count]) => count >= LEAST_COUNT).map(([name]) => name);
  return new Map(frequent.map((name, row) => [name, row]));
}

/** Packs a byte for each weight. Leaves out features that hardly matter. */
function packed(
  rows: ReadonlyMap<string, number>,
  weights: Float64Array,
  transitions: number[][],
): Omit<TaggerModel, "meaning"> {
  const width = labels.length;
  const scale = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0) / 127;
  const kept = [...rows].flatMap(([name, row]) => {
    const bytes = labels.map((_, label) => Math.round((weights[row * width + label] ?? 0) / scale));
    return bytes.some((byte) => Math.abs(byte) >= SMALLEST_BYTE) ? [{ name, bytes }] : [];
  });
  return {
    release: "1",
    labels: [...labels],
    features: kept.map(({ name }) => name).join("\n"),
    weights: base64(Int8Array.from(kept.flatMap(({ bytes }) => bytes))),
    scale: Number(scale.toPrecision(6)),
    transitions: transitions.map((row) => row.map((value) => Number(value.toFixed(3)))),
    thresholds: { person: 0, organisation: 0, place: 0 },
  };
}

function base64(values: ArrayBufferView): string {
  return Buffer.from(values.buffer, values.byteOffset, values.byteLength).toString("base64");
}

function shuffled(length: number, seed: number): number[] {
  const random = randomNumbers(seed * 7_919 + 17);
  const order = Array.from({ length }, (_, index) => index);
  for (let index = length - 1; index > 0; index--) {
    const other = Math.floor(random() * (index + 1));
    [order[index], order[other]] = [order[other] ?? 0, order[index] ?? 0];
  }
  return order;
}
