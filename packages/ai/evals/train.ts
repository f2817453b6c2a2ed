import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

import { taxonomy } from "@besunny/core/understanding/contract/taxonomy";
import { loadSentenceEncoder } from "../src/minilm/sentence-encoder";
import { trainCategories } from "../training/categories";
import { hasData } from "../training/data";
import { compareKnowledge, trainTypes } from "../training/document-types/document-types";
import { trainLanguages } from "../training/languages";
import { trainDecisions } from "../training/meetings/train-decisions";
import { nameLanguages } from "../training/names/sources";
import { trainNames } from "../training/names/train-names";
import { trainReader } from "../training/reader/train-reader";
import { ownSamples } from "../training/samples";
import { trainSentiment } from "../training/sentiment";
import { thirdPartyDocuments } from "../training/third-party";
import { typedFiles } from "../training/typed-files";
import { writtenSamples } from "../training/written-samples";

/**
 * Makes the models of `src/models` again: `train` makes all, `train types` and so on one, `train names-de` the names of one language. `--names` is
 * the folder of the labelled sets of names. `train knowledge` only measures the kinds of knowledge apart. The script is here because it trains for
 * the taxonomy of another package. `train reader --sets DIR` trains what reads passages for answers; `sets` is the folder of its question sets.
 */
const encoder = await loadSentenceEncoder(fileURLToPath(new URL("../.cache", import.meta.url)));
const { positionals: wanted, values } = parseArgs({
  allowPositionals: true,
  options: {
    names: { type: "string" },
    sets: { type: "string" },
    cache: { type: "string" },
    python: { type: "string" },
  },
});
const wants = (name: string) => wanted.length === 0 || wanted.includes(name);
if (!hasData && (wanted.length === 0 || !wanted.every((name) => name.startsWith("names"))))
  throw new Error("Training needs the third-party files, in ../shared/data beside the repository");

if (wants("languages")) trainLanguages();
if (wants("sentiment")) await trainSentiment(encoder);
if (wants("decisions")) await trainDecisions(encoder);
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
const languages = nameLanguages.filter(
  (language) => wants("names") || wanted.includes(`names-${language}`),
);
if (wanted.includes("reader")) {
  if (!values.sets) throw new Error("Say where the question sets lie: --sets DIR");
  await trainReader(encoder.split, values.sets, values);
}
if (languages.length > 0) await trainNames(encoder, languages, values.names);
await encoder.close();
