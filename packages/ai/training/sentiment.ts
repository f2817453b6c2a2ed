import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import type { SentenceEncoder } from "../src/minilm/sentence-encoder";
import { sentenceFeeling } from "../src/understanding/sentiment";
import { accuracy, calibrationError, fitTemperature } from "./calibration";
import { base64, fitLogistic, withBias } from "./fit-logistic";

const FOLDS = 5;
const SHRINK = 0.002;
const signs = ["-", "0", "+"];

/** Fits the sentiment of sentences on `evals/sentiment.txt`. Prints its accuracy on sentences left out. */
export async function trainSentiment(encoder: SentenceEncoder): Promise<void> {
  const path = fileURLToPath(new URL("../evals/sentiment.txt", import.meta.url));
  const lines = readFileSync(path, "utf8").trim().split("\n");
  const labels = lines.map((line) => signs.indexOf(line[0] ?? ""));
  const vectors: Float32Array[] = [];
  for (const line of lines) vectors.push(await encoder.encode(line.slice(2)));

  const unseen = vectors.map(() => ({ negative: 0, neutral: 0, positive: 0 }));
  const cases: { logits: number[]; right: number }[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const isIn = (index: number) => index % FOLDS !== fold;
    const weights = fit(
      vectors.filter((_, index) => isIn(index)),
      labels.filter((_, index) => isIn(index)),
    );
    for (const [index, vector] of vectors.entries()) {
      if (isIn(index)) continue;
      const feeling = sentenceFeeling({ weights, temperature: 1 }, vector);
      unseen[index] = feeling;
      const logits = [feeling.negative, feeling.neutral, feeling.positive].map(Math.log);
      cases.push({ logits, right: labels[index] ?? 0 });
    }
  }
  const temperature = fitTemperature(cases);
  const outcomes = cases.map(({ logits, right }) => {
    const powers = logits.map((logit) => Math.exp(logit / temperature));
    const sum = powers.reduce((total, power) => total + power, 0);
    const best = powers.indexOf(Math.max(...powers));
    return { confidence: (powers[best] ?? 0) / sum, isRight: best === right };
  });
  console.log(
    "sentiment, cross-validated sentences:",
    outcomes.length,
    "accuracy",
    accuracy(outcomes).toFixed(3),
    "calibration error",
    calibrationError(outcomes).toFixed(3),
  );

  const model = { release: "1", weights: base64(fit(vectors, labels)), temperature };
  writeFileSync(
    fileURLToPath(new URL("../src/models/sentiment.json", import.meta.url)),
    `${JSON.stringify(model, null, 2)}\n`,
  );
}

function fit(
  vectors: readonly Float32Array[],
  labels: readonly number[],
): Float32Array<ArrayBuffer> {
  return new Float32Array(fitLogistic(vectors.map(withBias), labels, { rows: 3, shrink: SHRINK }));
}
