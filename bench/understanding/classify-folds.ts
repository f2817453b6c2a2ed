import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { loadSentenceEncoder } from "@besunny/ai/minilm/sentence-encoder";
import { hasData } from "@besunny/ai/training/data";
import { typeCases } from "@besunny/ai/training/document-types/type-cases";
import { foldsOf, outcome, scoreUnseen } from "@besunny/ai/training/document-types/type-folds";
import { readDocument } from "@besunny/ai/training/read-documents";
import { type LabelledDocument, ownSamples } from "@besunny/ai/training/samples";
import { thirdPartyDocuments } from "@besunny/ai/training/third-party";
import { typedFiles } from "@besunny/ai/training/typed-files";
import { writtenSamples } from "@besunny/ai/training/written-samples";
import { shippedTypeModel } from "@besunny/ai/understanding/type/type-model";
import { taxonomy } from "@besunny/core/understanding/contract/taxonomy";
import type { Report } from "../report";
import { hasPeer, peerGuesses } from "./classify-peer";
import { classifyReport, typeOfFolder } from "./classify-report";

const FOLDS = 6;
const cache = fileURLToPath(new URL("../../packages/ai/.cache", import.meta.url));

/**
 * Judges the files of a collection whose sources are known, by models that have seen nothing of a file's source. There is one for each fold, fitted
 * on all else that the shipped model learned from. The peer learns from the same texts. Temperature and threshold are those of the shipped model.
 */
export async function classifyFolds(dir: string, origin: string): Promise<Report> {
  const { collection, refused } = await originDocuments(dir, origin);
  const texts = new Set(collection.map(({ document }) => document.text));
  const learned = (await trainingDocuments()).filter(({ document }) => !texts.has(document.text));
  const encoder = await loadSentenceEncoder(cache);
  const documents = [...collection, ...learned];
  const cases = await typeCases(documents, taxonomy, encoder);
  await encoder.close();

  const folds = foldsOf(collection, FOLDS);
  const asked = new Set(collection.map(({ path = "" }) => path));
  const { temperature, threshold } = shippedTypeModel();
  const names = taxonomy.map(({ name }) => name);
  const judged = scoreUnseen(cases, folds, taxonomy)
    .filter(({ of }) => asked.has(of.name))
    .map((unseen) => {
      const { guess, confidence } = outcome(unseen, temperature, names);
      const { type, language, name } = unseen.of;
      if (guess !== type) console.error(`${type} read as ${guess} (${confidence}): ${name}`);
      return {
        type,
        language,
        name,
        first: guess,
        confidence,
        isAnswered: confidence >= threshold,
      };
    });

  if (!hasPeer()) return { ...classifyReport(judged), refused };
  const guesses = await peerGuesses(
    documents.map(({ type, source, document }) => ({
      type,
      text: document.text,
      fold: folds.get(source) ?? null,
    })),
  );
  if (!guesses) return { ...classifyReport(judged), refused };
  const tested = documents.filter(({ source }) => folds.has(source));
  const peers = new Map(tested.map(({ path }, at) => [path, guesses[at] ?? ""]));
  const withPeer = judged.map((each) => ({ ...each, peer: peers.get(each.name) ?? "" }));
  return { ...classifyReport(withPeer), refused };
}

/** Returns all documents that the shipped model learned from, as far as they are here. */
export async function trainingDocuments(): Promise<LabelledDocument[]> {
  if (!hasData) console.error("Without ../shared/data only the written samples are learned from.");
  return [
    ...ownSamples(),
    ...(await writtenSamples()),
    ...(hasData ? [...(await typedFiles()), ...(await thirdPartyDocuments())] : []),
  ];
}

/** Reads the files that `origin` names: lines of path, type, language and source, parted by tabs, after a line of heads. */
async function originDocuments(
  dir: string,
  origin: string,
): Promise<{ collection: LabelledDocument[]; refused: number }> {
  const [, ...rows] = readFileSync(origin, "utf8").trim().split("\n");
  const collection: LabelledDocument[] = [];
  let refused = 0;
  for (const row of rows) {
    const [path = "", , language = "", source = ""] = row.split("\t");
    const type = typeOfFolder(path.split("/")[0] ?? "");
    if (!type) continue;
    const document = await readDocument(join(dir, path));
    if (!document) refused += 1;
    else
      collection.push({
        type,
        topics: [],
        source: source.replace(/ \(.*/, ""),
        isHeldOut: false,
        document,
        language,
        path,
      });
  }
  return { collection, refused };
}
