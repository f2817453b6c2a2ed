import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import type { SentenceEncoder } from "../src/minilm/sentence-encoder";
import { businessSentences } from "./business-sentences";
import { readConll } from "./conll";
import { data } from "./data";
import { readPii } from "./pii";
import { chooseThresholds, scoreNames } from "./score-names";
import { trainTagger } from "./train-tagger";
import { vectored } from "./vectored";

/**
 * Returns the labelled sentences for training and tests. Every fifth stretch of Wikigold and odd templates of the PII set are never
 * trained on. GUM, which marks common nouns too, only tests another domain.
 */
export function nameSets() {
  const wikigold = readConll(data("ner/wikigold/CONLL-format/data/wikigold.conll.txt"));
  const isHeldOut = (index: number) => Math.floor(index / 20) % 5 === 4;
  return {
    training: [
      ...wikigold.filter((_, index) => !isHeldOut(index)),
      ...readPii((template) => template % 2 === 0),
      ...businessSentences(16),
    ],
    wikigold: wikigold.filter((_, index) => isHeldOut(index)),
    gum: readConll(data("ner/GUM/CONLL-format/data/test")),
    pii: readPii((template) => template % 2 === 1),
  };
}

const PRECISION = 0.85;

export async function trainNames(encoder: SentenceEncoder): Promise<void> {
  const sets = nameSets();
  const model = trainTagger(await vectored(sets.training, encoder));
  const wikigold = await vectored(sets.wikigold, encoder);
  model.thresholds = chooseThresholds(wikigold, model, PRECISION);
  console.log(`names: ${sets.training.length} sentences, thresholds`, model.thresholds);
  for (const [name, set] of Object.entries({
    wikigold,
    gum: await vectored(sets.gum, encoder),
    pii: await vectored(sets.pii, encoder),
  })) {
    console.log(name, "without thresholds", scoreNames(set, { ...model, thresholds: all }));
    console.log(name, "as shipped", scoreNames(set, model));
  }
  const path = fileURLToPath(new URL("../src/models/names.json", import.meta.url));
  writeFileSync(path, `${JSON.stringify(model, null, 2)}\n`);
}

const all = { person: 0, organisation: 0, place: 0 };
