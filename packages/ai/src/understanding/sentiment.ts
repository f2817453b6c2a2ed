import { z } from "zod";

import type { Understanding } from "../ai";
import { DIMENSIONS } from "../minilm/embedding-model";
import shipped from "../models/sentiment.json" with { type: "json" };
import type { DocumentView } from "./document-view";
import { dot, softmax } from "./vectors";

/** A document holds an opinion if at least this share of its sentences does; else no sentiment is reported. */
const LEAST_OPINIONATED = 0.5;
const LEAST_SENTENCES = 1;
const CLEAR = 0.7;
const MOST_EVIDENCE = 3;
const labels = ["negative", "neutral", "positive"] as const;

export const SentimentModel = z.object({
  release: z.string(),
  /** For negative, neutral and positive: a bias, then a weight for each number of a sentence's vector. */
  weights: z
    .string()
    .transform(
      (encoded) => new Float32Array(Uint8Array.from(Buffer.from(encoded, "base64")).buffer),
    ),
  temperature: z.number(),
});
export type SentimentModel = z.infer<typeof SentimentModel>;

const model = SentimentModel.parse(shipped);

/** Returns the sentiment of an English document, or null if too few sentences voice an opinion. */
export function feel({ embedded }: DocumentView): Understanding["sentiment"] {
  const felt = embedded.map(({ span, vector }) => ({
    span,
    feeling: sentenceFeeling(model, vector),
  }));
  const opinions = felt.filter(
    ({ feeling }) => Math.max(feeling.negative, feeling.positive) >= CLEAR,
  );
  if (opinions.length < LEAST_SENTENCES || opinions.length / felt.length < LEAST_OPINIONATED)
    return null;

  const score =
    opinions.reduce((sum, { feeling }) => sum + feeling.positive - feeling.negative, 0) /
    opinions.length;
  const label = score > 0.2 ? "positive" : score < -0.2 ? "negative" : "neutral";
  const evidence = opinions
    .sort((a, b) => strength(b.feeling, score) - strength(a.feeling, score))
    .slice(0, MOST_EVIDENCE)
    .map(({ span }) => span);
  return { label, score: Math.round(score * 1_000) / 1_000, evidence };
}

type Feeling = Record<(typeof labels)[number], number>;

export function sentenceFeeling(
  { weights, temperature }: Pick<SentimentModel, "weights" | "temperature">,
  vector: Float32Array,
): Feeling {
  const [negative = 0, neutral = 0, positive = 0] = softmax(
    labels.map((_, row) => {
      const at = row * (DIMENSIONS + 1);
      return (
        ((weights[at] ?? 0) + dot(vector, weights.subarray(at + 1, at + 1 + DIMENSIONS))) /
        temperature
      );
    }),
  );
  return { negative, neutral, positive };
}

function strength(feeling: Feeling, score: number): number {
  return Math.sign(score || 1) * (feeling.positive - feeling.negative);
}
