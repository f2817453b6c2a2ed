import { existsSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { DIMENSIONS } from "../../src/minilm/embedding-model";
import type { SentenceEncoder } from "../../src/minilm/sentence-encoder";
import { candidateStretches } from "../../src/understanding/names/candidates";
import { decode } from "../../src/understanding/names/decode";
import { features } from "../../src/understanding/names/features";
import { hashOf } from "../../src/understanding/names/hash";
import type { KnownNames } from "../../src/understanding/names/known-names";
import { LABELS, labelsOf } from "../../src/understanding/names/labels";
import {
  addScores,
  knownOf,
  rowOf,
  type TaggerFile,
  taggerOf,
} from "../../src/understanding/names/model";
import { data } from "../data";
import { businessSentences } from "./business-sentences";
import { type Example, fitTagger } from "./fit-tagger";
import { asHeadings } from "./headings";
import { knownLists } from "./known-lists";
import type { NamedSentence } from "./named-sentence";
import { packed, packedLists } from "./pack";
import { aboveThresholds, chooseThresholds, scoreNames } from "./score-names";
import { type NameLanguage, nameSources, readSource } from "./sources";
import { standardised } from "./standardised";
import { vectorsOf } from "./vectored";

/** The French sets are labelled by machine, so their figures flatter. */
const PRECISION: Record<NameLanguage, number> = { en: 0.85, de: 0.85, fr: 0.9 };
/** The least share of right names that a threshold keeps. */
const KEPT = 0.85;
const HIDDEN = 48;
const LEAST_COUNT = 2;
const HELD_OUT = 6;

type Part = { sentence: NamedSentence; vectors: Float32Array | null; weight: number };

/** Trains the tagger of each language. The labelled sets are in `folder`; `sources.ts` says which, and where to get them. */
export async function trainNames(
  encoder: SentenceEncoder,
  languages: readonly NameLanguage[],
  folder = data("names"),
): Promise<void> {
  if (!existsSync(folder))
    throw new Error(`The labelled sets are not in ${folder}. Say where they are with --names DIR.`);
  const articles = nameSources
    .filter((source) => source.folder.startsWith("wikiann"))
    .flatMap((source) => readSource(folder, source))
    .filter(({ document }) => !document.startsWith("dev "));
  const lists = packedLists(knownLists(articles));
  write("known-names", lists);
  for (const language of languages)
    await trainLanguage(language, { folder, known: knownOf(lists), encoder });
}

async function trainLanguage(
  language: NameLanguage,
  { folder, known, encoder }: { folder: string; known: KnownNames; encoder: SentenceEncoder },
): Promise<void> {
  const hidden = language === "en" ? HIDDEN : 0;
  const training: Part[] = [];
  const heldOut = new Map<string, Part[]>();
  const add = async (name: string, all: readonly NamedSentence[], weight: number) => {
    const vectors = hidden > 0 ? await vectorsOf(all, encoder) : null;
    const parts = all.map((sentence, index) => ({
      sentence,
      vectors: vectors?.[index] ?? null,
      weight,
    }));
    const isOut = ({ sentence }: Part) => hashOf(`${sentence.document} held out`) % HELD_OUT === 0;
    training.push(...parts.filter((part) => !isOut(part)));
    if (name !== "own") heldOut.set(name, parts.filter(isOut));
    else training.push(...parts.filter(isOut));
    console.log(`${language}: ${name}, ${all.length} sentences`);
  };
  for (const source of nameSources) {
    if (source.language !== language || source.weight === 0) continue;
    const all = readSource(folder, source).filter(({ document }) =>
      document.startsWith(source.learnedFiles ?? ""),
    );
    if (all.length > 0) await add(source.folder, all, source.weight);
  }
  const headings = asHeadings(training.map(({ sentence }) => sentence));
  await add("own", [...businessSentences(language), ...headings], 1);

  const model = fitted(training, hidden, known);
  const judged = [...heldOut].map(([name, parts]) => [name, pairsOf(parts, model, known)] as const);
  const all = judged.flatMap(([, pairs]) => pairs);
  model.thresholds = chooseThresholds(all, { precision: PRECISION[language], kept: KEPT });
  console.log(language, "thresholds", model.thresholds);
  for (const [name, pairs] of [...judged, ["all", all] as const]) {
    console.log(language, name, "without thresholds", scoreNames(pairs));
    console.log(language, name, "as shipped", scoreNames(aboveThresholds(pairs, model.thresholds)));
  }
  write(`names-${language}`, model);
}

function fitted(parts: readonly Part[], hidden: number, known: KnownNames): TaggerFile {
  const counts = new Map<string, number>();
  const featured = parts.map(({ sentence }) => {
    const stretches = candidateStretches(sentence.words);
    const found = features(sentence.words, stretches, known);
    for (const feature of found.flat()) counts.set(feature, (counts.get(feature) ?? 0) + 1);
    return { stretches, found };
  });
  const frequent = [...counts].filter(([, count]) => count >= LEAST_COUNT);
  const rows = new Map(frequent.map(([feature], row) => [feature, row]));
  const scale = standardised(parts.map(({ vectors }) => vectors));
  const examples = parts.flatMap(({ sentence, vectors, weight }, index): Example[] => {
    const { stretches, found } = featured[index] ?? { stretches: [], found: [] };
    let at = 0;
    return stretches.map(([from, to]) => {
      const range = [at, at + to - from] as const;
      at = range[1];
      const own = found.slice(...range);
      return {
        rows: own.map((all) => Int32Array.from(all.flatMap((feature) => rows.get(feature) ?? []))),
        vectors: vectors ? scale.apply(vectors, range) : null,
        labels: labelsOf(sentence.names, from, to),
        weight,
      };
    });
  });
  const weights = fitTagger(
    examples,
    {
      features: rows.size,
      dimensions: hidden > 0 ? DIMENSIONS : 0,
      hidden,
      epochs: 5,
      dropped: 0.3,
      hiddenDropped: 0.2,
      rate: 0.1,
      denseRate: 0.002,
      decay: 1e-6,
    },
    console.log,
  );
  scale.fold(weights, hidden);
  return packed(rows, weights, hidden);
}

/** Returns what the packed model finds in the sentences, document by document, beside what is given. */
function pairsOf(parts: readonly Part[], file: TaggerFile, known: KnownNames) {
  const model = taggerOf(file);
  const scored = parts.map(({ sentence, vectors }) => {
    const stretches = candidateStretches(sentence.words);
    const found = features(sentence.words, stretches, known);
    let next = 0;
    return {
      words: sentence.words.map(({ text }) => text.toLowerCase()),
      stretches: stretches.map(([from, to]) => {
        const scores = new Float32Array((to - from) * LABELS);
        for (let index = from; index < to; index++, next++) {
          const rows = (found[next] ?? [])
            .map((feature) => rowOf(model, hashOf(feature)))
            .filter((row) => row >= 0);
          const vector = vectors?.subarray(next * DIMENSIONS, (next + 1) * DIMENSIONS) ?? null;
          addScores(model, { rows, vector }, scores, (index - from) * LABELS);
        }
        return { range: [from, to] as const, scores };
      }),
    };
  });
  const documents = Map.groupBy(parts.keys(), (index) => parts[index]?.sentence.document ?? "");
  return [...documents.values()].flatMap((indices) => {
    const names = decode(
      indices.flatMap((index) => scored[index] ?? []),
      model.steps,
    );
    return indices.map((index, place) => ({
      given: parts[index]?.sentence.names ?? [],
      found: (names[place] ?? []).map(({ name, confidence }) => ({ ...name, confidence })),
    }));
  });
}

function write(name: string, file: object): void {
  const path = fileURLToPath(new URL(`../../src/models/${name}.json`, import.meta.url));
  writeFileSync(path, `${JSON.stringify(file, null, 2)}\n`);
}
