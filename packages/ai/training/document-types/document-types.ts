import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import type { TypeDefinition } from "../../src/ai";
import type { SentenceEncoder } from "../../src/minilm/sentence-encoder";
import { featureKinds, featureNames } from "../../src/understanding/type/type-features";
import {
  accuracy,
  atThreshold,
  calibrationError,
  chooseThreshold,
  fitTemperature,
  type Outcome,
} from "../calibration";
import { base64 } from "../fit-logistic";
import type { LabelledDocument } from "../samples";
import { fitTypes } from "./fit-types";
import { type TypeCase, typeCases } from "./type-cases";
import { foldsOf, isWritten, outcome, scoreUnseen, type Unseen } from "./type-folds";

const FOLDS = 6;
const HAND_FOLDS = 5;
const PRECISION = 0.95;
/** This hand wrote after it had seen which third parties' documents went wrong. So models that are tested on these do without it. */
const KNOWING_HAND = "by hand: commons";

/**
 * Fits the shipped model of types on all documents. Prints how models that have not seen a document's source do on it: whole sources are held
 * out, one fold after the other. Temperature and threshold come from the third parties' documents among these.
 */
export async function trainTypes(
  documents: readonly LabelledDocument[],
  taxonomy: readonly TypeDefinition[],
  encoder: SentenceEncoder,
): Promise<void> {
  const cases = await typeCases(documents, taxonomy, encoder);
  const innocent = cases.filter(({ source }) => source !== KNOWING_HAND);
  const strangers = scoreUnseen(innocent, strangersFolds(cases), taxonomy);
  const temperature = fitTemperature(strangers);
  const names = taxonomy.map(({ name }) => name);
  const judge = (unseen: readonly Unseen[]) =>
    unseen.map((each) => ({ ...outcome(each, temperature, names), ...each.of }));
  const judged = judge(strangers);
  const threshold = chooseThreshold(judged, PRECISION);
  print("third parties', unseen sources", judged, threshold);
  for (const key of ["type", "language", "source"] as const)
    for (const [name, chosen] of Map.groupBy(judged, (each) => each[key] || "unsaid"))
      print(`third parties', ${key} ${name}`, chosen, threshold);
  for (const { type, guess, confidence, isRight, name, source } of judged)
    if (!isRight)
      console.log(`${type} read as ${guess} (${confidence.toFixed(2)}): ${name || source}`);

  const { types, weights, likeness, unknownBias } = fitTypes(cases, taxonomy);
  const shipped = {
    release: "3",
    features: featureNames,
    types,
    definitions: taxonomy,
    weights: base64(weights),
    likeness,
    unknownBias,
    temperature,
    threshold,
  };
  const path = fileURLToPath(new URL("../../src/models/types.json", import.meta.url));
  writeFileSync(path, `${JSON.stringify(shipped, null, 2)}\n`);

  const written = cases.filter(({ source }) => isWritten(source));
  const hands = judge(scoreUnseen(cases, foldsOf(written, HAND_FOLDS), taxonomy));
  print("written, unseen hands", hands, threshold);
  for (const [source, chosen] of Map.groupBy(hands, ({ source }) => source))
    print(source, chosen, threshold);
}

/** Prints how each kind of knowledge does alone, and all without the written samples: third parties' documents of unseen sources. */
export async function compareKnowledge(
  documents: readonly LabelledDocument[],
  taxonomy: readonly TypeDefinition[],
  encoder: SentenceEncoder,
): Promise<void> {
  const all = await typeCases(documents, taxonomy, encoder);
  const cases = all.filter(({ source }) => source !== KNOWING_HAND);
  const { bias, form, lexicon } = featureKinds;
  const named = bias + form + lexicon;
  const only = (from: number, to: number, hasLikeness: boolean) =>
    cases.map((each) => ({
      ...each,
      decided: null,
      features: each.features.map((value, at) =>
        at < bias || (at >= from && at < to) ? value : 0,
      ),
      likeness: hasLikeness ? each.likeness : each.likeness.map(() => 0),
    }));
  const kinds: Record<string, readonly TypeCase[]> = {
    "form only": only(bias, bias + form, false),
    "lexicon only": only(bias + form, named, false),
    "vector and likeness only": only(named, Number.POSITIVE_INFINITY, true),
    "without what the form decides": cases.map((each) => ({ ...each, decided: null })),
    all: cases,
    "all, with the hand that had seen them": all,
    "all, without written samples": cases.filter(({ source }) => !isWritten(source)),
  };
  const names = taxonomy.map(({ name }) => name);
  for (const [name, chosen] of Object.entries(kinds)) {
    const unseen = scoreUnseen(chosen, strangersFolds(chosen), taxonomy);
    const temperature = fitTemperature(unseen);
    const judged = unseen.map((each) => outcome(each, temperature, names));
    print(name, judged, chooseThreshold(judged, PRECISION));
  }
}

/** The folds of third parties' sources. Written samples are learned from in all of them. */
function strangersFolds(cases: readonly TypeCase[]): Map<string, number> {
  return foldsOf(
    cases.filter(({ source, isVariant }) => !isWritten(source) && !isVariant),
    FOLDS,
  );
}

function print(name: string, outcomes: readonly Outcome[], threshold: number): void {
  const { coverage, precision } = atThreshold(outcomes, threshold);
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
  console.log(
    `types, ${name}: ${outcomes.length} documents, accuracy ${percent(accuracy(outcomes))}, calibration error ` +
      `${percent(calibrationError(outcomes))}, at ${threshold} answered ${percent(coverage)} of which right ${percent(precision)}`,
  );
}
