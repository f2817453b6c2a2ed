import { fileURLToPath } from "node:url";

import { taxonomy } from "@besunny/core/understanding/contract/taxonomy";
import { loadSentenceEncoder } from "../src/minilm/sentence-encoder";
import { trainCategories } from "../training/categories";
import { hasData } from "../training/data";
import { compareKnowledge, trainTypes } from "../training/document-types/document-types";
import { trainLanguages } from "../training/languages";
import { trainNames } from "../training/names";
import { ownSamples } from "../training/samples";
import { trainSentiment } from "../training/sentiment";
import { thirdPartyDocuments } from "../training/third-party";
import { typedFiles } from "../training/typed-files";
import { writtenSamples } from "../training/written-samples";

/**
 * Makes the models of `src/models` again: `train` makes all, `train types` and so on one. `train knowledge` only measures the kinds of
 * knowledge apart. The script is here because it trains for the
 * taxonomy of another package.
 */
if (!hasData)
  throw new Error("Training needs the third-party files, in ../shared/data beside the repository");
const encoder = await loadSentenceEncoder(fileURLToPath(new URL("../.cache", import.meta.url)));
const wanted = process.argv.slice(2);
const wants = (name: string) => wanted.length === 0 || wanted.includes(name);

if (wants("languages")) trainLanguages();
if (wants("sentiment")) await trainSentiment(encoder);
if (wants("categories")) await trainCategories(ownSamples(), encoder);
const documentsOfTypes = async () => [
  ...ownSamples(),
  ...(await writtenSamples()),
  ...(await typedFiles()),
  ...(await thirdPartyDocuments()),
];
if (wants("types")) await trainTypes(await documentsOfTypes(), taxonomy, encoder);
if (wanted.includes("knowledge"))
  await compareKnowledge(await documentsOfTypes(), taxonomy, encoder);
if (wants("names")) await trainNames(encoder);
await encoder.close();
