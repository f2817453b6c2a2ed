import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { DIMENSIONS } from "../src/minilm/embedding-model";
import type { SentenceEncoder } from "../src/minilm/sentence-encoder";
import { categoryLogit } from "../src/understanding/categories";
import { viewChunks } from "../src/understanding/document-view";
import { topics } from "../src/understanding/topics";
import { typeLikeness } from "../src/understanding/type/type-likeness";
import { centroid, sigmoid } from "../src/understanding/vectors";
import { base64, fitLogistic } from "./fit-logistic";
import type { LabelledDocument } from "./samples";

const FOLDS = 4;
const SHRINK = 0.004;
/** The one weight of likeness, shared by all topics. Topics with few samples depend on it. */
const LIKENESS = 1.1;
/** Subtracted from every bias, because only plain cases of a topic were labelled. */
const CAUTION = 0.6;
const PRECISION = 0.8;
/** Documents outside the topics, as news of sport, often have a confidence up to this one. Our own samples do not show that. */
const LEAST_THRESHOLD = 0.45;
type Case = { topics: string[]; vector: Float32Array; likeness: number[] };
const described = topics.map(({ name, description }) => ({
  name,
  definition: description,
  examples: [],
}));

/** Fits one yes-or-no model for each topic on our own samples. Prints precision and recall on held-out ones. */
export async function trainCategories(
  documents: readonly LabelledDocument[],
  encoder: SentenceEncoder,
): Promise<void> {
  const cases = async (isHeldOut: boolean) => {
    const found: Case[] = [];
    for (const each of documents.filter(
      (document) => document.source === "own" && document.isHeldOut === isHeldOut,
    )) {
      const vectors = (await viewChunks(each.document, encoder)).map(({ vector }) => vector);
      if (vectors.length === 0) continue;
      const likeness = await typeLikeness(vectors, described, encoder);
      found.push({ topics: each.topics, vector: centroid(vectors, DIMENSIONS), likeness });
    }
    return found;
  };
  const training = await cases(false);
  const heldOut = await cases(true);

  const unseen = Array.from({ length: FOLDS }, (_, fold) => {
    const weights = fit(training.filter((_, index) => index % FOLDS !== fold));
    return claims(
      weights,
      training.filter((_, index) => index % FOLDS === fold),
    );
  }).flat();
  const threshold = choose(unseen);
  const weights = fit(training);
  console.log("categories, cross-validated:", score(unseen, threshold), "threshold", threshold);
  console.log("categories, held out:", score(claims(weights, heldOut), threshold));

  const names = topics.map(({ name }) => name);
  const model = {
    release: "1",
    names,
    weights: base64(weights),
    likeness: LIKENESS,
    temperature: 1,
    threshold,
  };
  writeFileSync(
    fileURLToPath(new URL("../src/models/categories.json", import.meta.url)),
    `${JSON.stringify(model, null, 2)}\n`,
  );
}

/** Fits each topic against all others. The weight of likeness is fixed and enters as a feature that is not fitted. */
function fit(cases: readonly Case[]): Float32Array<ArrayBuffer> {
  const rows = topics.flatMap(({ name }, index) => {
    const features = cases.map(({ vector, likeness }) =>
      Float32Array.from([1, likeness[index] ?? 0, ...vector]),
    );
    const labels = cases.map((each) => Number(each.topics.includes(name)));
    const fitted = fitLogistic(features, labels, { rows: 2, shrink: SHRINK, steps: 200 });
    const width = DIMENSIONS + 2;
    const margin = Array.from(
      { length: width },
      (_, at) => (fitted[width + at] ?? 0) - (fitted[at] ?? 0),
    );
    const [bias = 0, , ...vector] = margin;
    // The fitted weight of likeness beyond the shared one is left out: few samples cannot support it.
    return [bias - CAUTION, ...vector];
  });
  return new Float32Array(rows);
}

type Claim = { confidence: number; isRight: boolean };

function claims(weights: Float32Array<ArrayBuffer>, cases: readonly Case[]): Claim[] {
  const model = { names: topics.map(({ name }) => name), weights, likeness: LIKENESS };
  return cases.flatMap((each) =>
    topics.map(({ name }, index) => ({
      confidence: sigmoid(categoryLogit(model, name, each.vector, each.likeness[index] ?? 0)),
      isRight: each.topics.includes(name),
    })),
  );
}

function choose(all: readonly Claim[]): number {
  for (let threshold = LEAST_THRESHOLD; threshold < 0.95; threshold += 0.01)
    if (score(all, threshold).precision >= PRECISION) return Math.round(threshold * 100) / 100;
  return 0.95;
}

function score(all: readonly Claim[], threshold: number) {
  const made = all.filter(({ confidence }) => confidence >= threshold);
  const right = made.filter(({ isRight }) => isRight).length;
  const round = (value: number) => Math.round(value * 1_000) / 1_000;
  return {
    precision: round(right / Math.max(1, made.length)),
    recall: round(right / Math.max(1, all.filter(({ isRight }) => isRight).length)),
    claims: made.length,
  };
}
