import { z } from "zod";
import type { EncodedTokens } from "../../minilm/sentence-encoder";
import names from "../../models/names.json" with { type: "json" };
import { softmax } from "../vectors";
import { features, type Word, words } from "./tagger-features";
import { wordVectors } from "./word-vectors";

/** A trained tagger: `weights` holds a byte for each feature and label, in base64, times `scale`. */
export const TaggerModel = z.object({
  release: z.string(),
  labels: z.array(z.enum(["none", "person", "organisation", "place"])),
  features: z.string(),
  weights: z.string(),
  scale: z.number(),
  /** A 32-bit float for each number of a word's MiniLM vector and each label, in base64. */
  meaning: z.string(),
  /** The score of a label after another one, by the label before; the last row is the sentence's start. */
  transitions: z.array(z.array(z.number())),
  /** Results of a kind below its threshold are dropped. The thresholds are chosen for precision on held-out text. */
  thresholds: z.record(z.string(), z.number()),
});
export type TaggerModel = z.infer<typeof TaggerModel>;

export type Tagged = {
  kind: "person" | "organisation" | "place";
  start: number;
  end: number;
  confidence: number;
};
export type Tagger = (sentence: string, encoded: EncodedTokens) => Tagged[];

/** The shipped tagger of names in English text; see MODEL-CARD.md. */
export function loadTagger(): Tagger {
  return tagger(TaggerModel.parse(names));
}

export function tagger(model: TaggerModel): Tagger {
  const scores = taggerScores(model);

  return (sentence, encoded) => {
    const split = words(sentence);
    const vectors = wordVectors(split, encoded);
    const own = features(split).map((found, index) => scores(found, vectors[index]));
    const path = likeliestPath(own, model.transitions);
    return runs(split, path, model).filter(
      ({ kind, confidence }) => confidence >= (model.thresholds[kind] ?? 1),
    );
  };
}

/** Returns a score for each label from the features and the vector of one word. */
export function taggerScores(model: TaggerModel) {
  const rows = new Map(model.features.split("\n").map((feature, row) => [feature, row]));
  const weights = new Int8Array(Buffer.from(model.weights, "base64"));
  const meaning = new Float32Array(Uint8Array.from(Buffer.from(model.meaning, "base64")).buffer);
  const width = model.labels.length;

  return (found: readonly string[], vector: Float32Array | undefined): number[] => {
    const sums = new Array<number>(width).fill(0);
    for (const feature of found) {
      const row = rows.get(feature);
      if (row === undefined) continue;
      for (let label = 0; label < width; label++)
        sums[label] = (sums[label] ?? 0) + (weights[row * width + label] ?? 0) * model.scale;
    }
    for (const [index, value] of vector?.entries() ?? [])
      for (let label = 0; label < width; label++)
        sums[label] = (sums[label] ?? 0) + value * (meaning[index * width + label] ?? 0);
    return sums;
  };
}

type Step = { label: number; probability: number };

/** Finds the likeliest path by Viterbi, over probabilities that each depend on the label before. */
export function likeliestPath(scores: number[][], transitions: number[][]): Step[] {
  const width = transitions[0]?.length ?? 0;
  let best: { log: number; steps: Step[] }[] = [{ log: 0, steps: [] }];
  for (const [position, own] of scores.entries()) {
    const next: typeof best = [];
    for (const [before, { log, steps }] of best.entries()) {
      const row = transitions[position === 0 ? width : before] ?? [];
      const probabilities = softmax(own.map((score, label) => score + (row[label] ?? 0)));
      for (const [label, probability] of probabilities.entries()) {
        const total = log + Math.log(probability);
        if (total > (next[label]?.log ?? Number.NEGATIVE_INFINITY))
          next[label] = { log: total, steps: [...steps, { label, probability }] };
      }
    }
    best = next;
  }
  return best.reduce((a, b) => (b.log > a.log ? b : a)).steps;
}

function runs(split: readonly Word[], path: readonly Step[], { labels }: TaggerModel): Tagged[] {
  const found: (Tagged & { last: number })[] = [];
  for (const [index, { label, probability }] of path.entries()) {
    const kind = labels[label];
    const word = split[index];
    if (!word || kind === undefined || kind === "none") continue;
    const open = found.at(-1);
    if (open?.kind === kind && open.last === index - 1) {
      open.end = word.end;
      open.last = index;
      open.confidence = Math.min(open.confidence, probability);
    } else
      found.push({ kind, start: word.start, end: word.end, confidence: probability, last: index });
  }
  return found.map(({ kind, start, end, confidence }) => ({
    kind,
    start,
    end,
    confidence: Math.round(confidence * 1_000) / 1_000,
  }));
}
