import { fileURLToPath } from "node:url";

import { loadSentenceEncoder } from "../src/minilm/sentence-encoder";
import { trainCategories } from "./categories";
import { hasData } from "./data";
import { trainNames } from "./names";
import { ownSamples } from "./samples";
import { trainSentiment } from "./sentiment";
import { thirdPartyDocuments } from "./third-party";
import { trainTypes } from "./types";

/** Makes the models of `src/models` again: `train` for all, or `train types` and so on for one. */
if (!hasData)
  throw new Error("Training needs the third-party files, in ../shared/data beside the repository");
const encoder = await loadSentenceEncoder(fileURLToPath(new URL("../.cache", import.meta.url)));
const wanted = process.argv.slice(2);
const wants = (name: string) => wanted.length === 0 || wanted.includes(name);

if (wants("sentiment")) await trainSentiment(encoder);
if (wants("categories")) await trainCategories(ownSamples(), encoder);
if (wants("types")) await trainTypes([...ownSamples(), ...(await thirdPartyDocuments())], encoder);
if (wants("names")) await trainNames(encoder);
await encoder.close();
