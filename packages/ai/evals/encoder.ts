import { fileURLToPath } from "node:url";

import { loadSentenceEncoder } from "../src/minilm/sentence-encoder";

/** The encoder that everything here is measured with; its file is kept between runs. */
export const encoder = await loadSentenceEncoder(
  fileURLToPath(new URL("../.cache", import.meta.url)),
);
