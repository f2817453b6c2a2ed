import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import type { TypeDefinition } from "../src/ai";
import type { SentenceEncoder } from "../src/minilm/sentence-encoder";
import { typeLogit } from "../src/understanding/type/classify-type";
import { cueNames } from "../src/understanding/type/type-cues";
import { softmax } from "../src/understanding/vectors";
import {
  accuracy,
  atThreshold,
  calibrationError,
  chooseThreshold,
  fitTemperature,
  type Outcome,
} from "./calibration";
import { base64 } from "./fit-logistic";
import { type Example, type FittedTypes, fitTypes } from "./fit-types";
import type { LabelledDocument } from "./samples";
import { typeCases } from "./type-cases";

const FOLDS = 4;
const PRECISION = 0.93;

/** Fits the shipped model of types on all documents that are not held out. Prints its figures on the held-out ones. */
export async function trainTypes(
  documents: readonly LabelledDocument[],
  taxonomy: readonly TypeDefinition[],
  encoder: SentenceEncoder,
): Promise<void> {
  const part = (isHeldOut: boolean) =>
    typeCases(
      documents.filter((document) => document.isHeldOut === isHeldOut),
      taxonomy,
      { encoder, withVariants: !isHeldOut },
    );
  const training = await part(false);
  const heldOut = await part(true);

  const unseen = Array.from({ length: FOLDS }, (_, fold) => {
    const model = fitTypes(
      training.filter(({ group }) => group % FOLDS !== fold),
      taxonomy,
    );
    return training
      .filter(({ group, isVariant }) => group % FOLDS === fold && !isVariant)
      .map((example) => judged(model, example));
  }).flat();
  const temperature = fitTemperature(unseen);
  const outcomes = unseen.map((each) => outcome(each, temperature));
  const threshold = chooseThreshold(outcomes, PRECISION);
  report("cross-validated", outcomes, threshold);

  const model = fitTypes(training, taxonomy);
  for (const source of ["own", "third-party", "all"]) {
    const chosen = heldOut.filter(
      (each) => source === "all" || (each.source === "own") === (source === "own"),
    );
    const found = chosen.map((example) => outcome(judged(model, example), temperature));
    report(`held out, ${source}`, found, threshold);
  }

  const { types, weights, likeness, unknownBias } = model;
  const shipped = {
    release: "1",
    cues: cueNames,
    types,
    definitions: taxonomy,
    weights: base64(weights),
    likeness,
    unknownBias,
    temperature,
    threshold,
  };
  const path = fileURLToPath(new URL("../src/models/types.json", import.meta.url));
  writeFileSync(path, `${JSON.stringify(shipped, null, 2)}\n`);
}

type Judged = { logits: number[]; right: number };

function judged(model: FittedTypes, { type, features, likeness }: Example): Judged {
  const logits = model.types.map((name, index) =>
    typeLogit(model, features, name, likeness[index] ?? 0),
  );
  return { logits, right: model.types.indexOf(type) };
}

function outcome({ logits, right }: Judged, temperature: number): Outcome {
  const probabilities = softmax(logits.map((logit) => logit / temperature));
  const confidence = Math.max(...probabilities);
  return { confidence, isRight: probabilities.indexOf(confidence) === right };
}

function report(name: string, outcomes: readonly Outcome[], threshold: number): void {
  const { coverage, precision } = atThreshold(outcomes, threshold);
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
  console.log(
    `types, ${name}: ${outcomes.length} documents, accuracy ${percent(accuracy(outcomes))}, calibration error ` +
      `${percent(calibrationError(outcomes))}, at ${threshold} answered ${percent(coverage)} of which right ${percent(precision)}`,
  );
}
