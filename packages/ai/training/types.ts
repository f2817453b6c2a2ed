import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { taxonomy } from "../../core/src/documents/taxonomy";
import type { DocumentInput } from "../src/ai";
import type { SentenceEncoder } from "../src/minilm/sentence-encoder";
import { viewChunks } from "../src/understanding/document-view";
import { typeFeatures, typeLogit } from "../src/understanding/type/classify-type";
import { cueNames } from "../src/understanding/type/type-cues";
import { typeLikeness } from "../src/understanding/type/type-likeness";
import { softmax } from "../src/understanding/vectors";
import {
  accuracy,
  atThreshold,
  calibrationError,
  chooseThreshold,
  fitTemperature,
  type Outcome,
} from "./calibration";
import { type Example, type FittedTypes, fitTypes } from "./fit-types";
import type { LabelledDocument } from "./samples";

const FOLDS = 4;
const PRECISION = 0.93;
const THIRD_PARTY_WEIGHT = 0.5;
type Case = Example & { source: string; group: number; isVariant: boolean };

/** Fits the shipped model of types on what is not held out; prints how it does on what is. */
export async function trainTypes(
  documents: readonly LabelledDocument[],
  encoder: SentenceEncoder,
): Promise<void> {
  const training = await casesOf(
    documents.filter(({ isHeldOut }) => !isHeldOut),
    encoder,
    true,
  );
  const heldOut = await casesOf(
    documents.filter(({ isHeldOut }) => isHeldOut),
    encoder,
    false,
  );

  const unseen = Array.from({ length: FOLDS }, (_, fold) => {
    const model = fitTypes(
      training.filter(({ group }) => group % FOLDS !== fold),
      taxonomy,
    );
    return training
      .filter(({ group, isVariant }) => group % FOLDS === fold && !isVariant)
      .map((example) => ({ logits: logitsOf(model, example), right: rightOf(example) }));
  }).flat();
  const temperature = fitTemperature(unseen);
  const threshold = chooseThreshold(
    unseen.map((each) => outcome(each, temperature)),
    PRECISION,
  );

  const model = fitTypes(training, taxonomy);
  report(
    "cross-validated",
    unseen.map((each) => outcome(each, temperature)),
    threshold,
  );
  for (const source of ["own", "third-party", "all"]) {
    const chosen = heldOut.filter(
      (each) => source === "all" || (each.source === "own") === (source === "own"),
    );
    const cases = chosen.map((example) => ({
      logits: logitsOf(model, example),
      right: rightOf(example),
    }));
    report(
      `held out, ${source}`,
      cases.map((each) => outcome(each, temperature)),
      threshold,
    );
  }
  confusions(heldOut, model, temperature);
  write({ ...model, temperature, threshold });
}

async function casesOf(
  documents: readonly LabelledDocument[],
  encoder: SentenceEncoder,
  withVariants: boolean,
): Promise<Case[]> {
  const cases: Case[] = [];
  for (const [group, { type, source, document }] of documents.entries())
    for (const [index, variant] of (withVariants && source === "own"
      ? variants(document)
      : [document]
    ).entries()) {
      const chunks = await viewChunks(variant, encoder);
      if (chunks.length === 0) continue;
      const vectors = chunks.map(({ vector }) => vector);
      cases.push({
        type,
        source,
        group,
        isVariant: index > 0,
        weight: source === "own" ? 1 / 3 : THIRD_PARTY_WEIGHT,
        features: typeFeatures({ document: variant, chunks }),
        likeness: await typeLikeness(vectors, taxonomy, encoder),
      });
    }
  return cases;
}

/** As it is; without the line that names the kind; and with a letterhead and page numbers around it. */
function variants(document: DocumentInput): DocumentInput[] {
  const [first = "", ...rest] = document.text.split("\n");
  const headless = rest.length > 2 ? rest.join("\n") : document.text;
  const framed = `Northgate House, 12 Station Road\nPage 1 of 2\n\n${first}\n${rest.join("\n")}\n\nPage 2 of 2\nwww.northgate.example`;
  return [
    document,
    { ...document, text: headless, format: "pdf" },
    { ...document, text: framed, format: "pdf" },
  ];
}

function logitsOf(model: FittedTypes, { features, likeness }: Example): number[] {
  return taxonomy.map(({ name }, index) => typeLogit(model, features, name, likeness[index] ?? 0));
}

function rightOf({ type }: Example): number {
  return taxonomy.findIndex(({ name }) => name === type);
}

function outcome(
  { logits, right }: { logits: number[]; right: number },
  temperature: number,
): Outcome {
  const probabilities = softmax(logits.map((logit) => logit / temperature));
  const confidence = Math.max(...probabilities);
  return { confidence, isRight: probabilities.indexOf(confidence) === right };
}

function report(name: string, outcomes: readonly Outcome[], threshold: number): void {
  const { coverage, precision } = atThreshold(outcomes, threshold);
  const figures = {
    documents: outcomes.length,
    accuracy: accuracy(outcomes),
    calibrationError: calibrationError(outcomes),
    threshold,
    coverage,
    precision,
  };
  console.log(
    `types, ${name}:`,
    JSON.stringify(figures, (_, value) =>
      typeof value === "number" ? Math.round(value * 1_000) / 1_000 : value,
    ),
  );
}

function confusions(cases: readonly Case[], model: FittedTypes, temperature: number): void {
  for (const each of cases) {
    const probabilities = softmax(logitsOf(model, each).map((logit) => logit / temperature));
    const best = probabilities.indexOf(Math.max(...probabilities));
    if (taxonomy[best]?.name !== each.type)
      console.log(
        `  ${each.source}: ${each.type} taken for ${taxonomy[best]?.name} (${probabilities[best]?.toFixed(2)})`,
      );
  }
}

function write({
  types,
  weights,
  likeness,
  unknownBias,
  temperature,
  threshold,
}: FittedTypes & { temperature: number; threshold: number }): void {
  const path = fileURLToPath(new URL("../src/models/types.json", import.meta.url));
  const bytes = Buffer.from(weights.buffer, weights.byteOffset, weights.byteLength);
  const model = {
    release: "1",
    cues: cueNames,
    definitions: taxonomy,
    types,
    weights: bytes.toString("base64"),
    likeness,
    unknownBias,
    temperature,
    threshold,
  };
  writeFileSync(path, `${JSON.stringify(model, null, 2)}\n`);
}
