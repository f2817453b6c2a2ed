import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import type { TypeDefinition } from "../src/ai";
import type { SentenceEncoder } from "../src/minilm/sentence-encoder";
import { featureNames } from "../src/understanding/type/type-features";
import { typeLogit } from "../src/understanding/type/type-logit";
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
import { type TypeCase, typeCases } from "./type-cases";

const FOLDS = 6;
const PRECISION = 0.95;

/**
 * Fits the shipped model of types on all documents. Prints how models that have not seen a document's source do on it: whole sources are held
 * out, one fold after the other. Temperature and threshold come from these models.
 */
export async function trainTypes(
  documents: readonly LabelledDocument[],
  taxonomy: readonly TypeDefinition[],
  encoder: SentenceEncoder,
): Promise<void> {
  const cases = await typeCases(documents, taxonomy, { encoder, withVariants: true });
  const folds = foldsOf(cases);
  const unseen = Array.from({ length: FOLDS }, (_, fold) => {
    const model = fitTypes(
      cases.filter(({ source }) => folds.get(source) !== fold),
      taxonomy,
    );
    return cases
      .filter(({ source, isVariant }) => folds.get(source) === fold && !isVariant)
      .map((example) => ({ ...judged(model, example), ...example }));
  }).flat();

  const strangers = unseen.filter(
    ({ source }) => !source.startsWith("by hand") && source !== "own",
  );
  const temperature = fitTemperature(strangers);
  const threshold = chooseThreshold(
    strangers.map((each) => outcome(each, temperature)),
    PRECISION,
  );
  const report = (name: string, chosen: typeof unseen) =>
    print(
      name,
      chosen.map((each) => outcome(each, temperature)),
      threshold,
    );
  report("all, unseen sources", unseen);
  report("third parties', unseen sources", strangers);
  for (const [source, chosen] of Map.groupBy(unseen, ({ source }) => source))
    if (source.startsWith("by hand") || chosen.length > 9) report(source, chosen);
  for (const [type, chosen] of Map.groupBy(strangers, ({ type }) => type)) report(type, chosen);

  const { types, weights, likeness, unknownBias } = fitTypes(cases, taxonomy);
  const shipped = {
    release: "2",
    features: featureNames,
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

/** Deals whole sources to folds, the largest first, each to the fold that has least. */
function foldsOf(cases: readonly TypeCase[]): Map<string, number> {
  const sizes = [...Map.groupBy(cases, ({ source }) => source)]
    .map(([source, own]) => ({ source, size: own.length }))
    .sort((a, b) => b.size - a.size);
  const loads = new Array<number>(FOLDS).fill(0);
  const folds = new Map<string, number>();
  for (const { source, size } of sizes) {
    const fold = loads.indexOf(Math.min(...loads));
    loads[fold] = (loads[fold] ?? 0) + size;
    folds.set(source, fold);
  }
  return folds;
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

function print(name: string, outcomes: readonly Outcome[], threshold: number): void {
  const { coverage, precision } = atThreshold(outcomes, threshold);
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
  console.log(
    `types, ${name}: ${outcomes.length} documents, accuracy ${percent(accuracy(outcomes))}, calibration error ` +
      `${percent(calibrationError(outcomes))}, at ${threshold} answered ${percent(coverage)} of which right ${percent(precision)}`,
  );
}
