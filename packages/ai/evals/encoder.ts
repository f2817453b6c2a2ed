import { fileURLToPath } from "node:url";

import { loadSentenceEncoder } from "../src/minilm/sentence-encoder";

/** The encoder of all evaluations. Its file is kept between runs. */
export const encoder = await loadSentenceEncoder(
  fileURLToPath(new URL("../.cache", import.meta.url)),
);
