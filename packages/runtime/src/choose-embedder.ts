import { join } from "node:path";

import type { Ai } from "@besunny/ai/ai";
import { E5_FOLDER, E5_MODEL, hasE5 } from "@besunny/ai/e5/embedding-model";
import { createLocalAi } from "@besunny/ai/local-ai";
import { EMBEDDING_MODEL } from "@besunny/ai/minilm/embedding-model";
import type { ChokePoint } from "@besunny/ai/outside/choke-point";
import type { Embedder, GenerationName } from "@besunny/ai/renewal/generations";

import type { Env } from "./env";
import type { Places } from "./places";

type Given = { env: Env; places: Places; ai: Ai; wayOut: () => Promise<ChokePoint> };

/** Returns the embedder of an index that was built with an earlier model; null if that model is not here any more. */
export async function chooseEmbedder(
  { env, places, ai, wayOut }: Given,
  { model, dimensions }: GenerationName,
): Promise<{ embedder: Embedder | null; close(): Promise<void> }> {
  if (model === ai.embeddingModel && dimensions === ai.dimensions) return ofOthers(ai);
  const models = join(places.data, "models");
  const local = { childEntry: places.modelsChild, cacheDirectory: models };
  if (model === EMBEDDING_MODEL) return ofItsOwn(createLocalAi(local));
  if (model === E5_MODEL) {
    const e5Directory = join(models, E5_FOLDER);
    return (await hasE5(e5Directory))
      ? ofItsOwn(createLocalAi({ ...local, e5Directory }))
      : ofOthers(null);
  }
  if (!env.OPENAI_API_KEY) return ofOthers(null);
  const [{ createEmbedder }, { createOutsideEmbedder }, { OPENAI_URL }] = await Promise.all([
    import("@besunny/ai/openai/embedder"),
    import("@besunny/ai/outside/outside-embedder"),
    import("@besunny/ai/openai-ai"),
  ]);
  const { OPENAI_API_KEY: apiKey, OPENAI_BASE_URL: baseUrl = OPENAI_URL } = env;
  const outside = createOutsideEmbedder({ apiKey, baseUrl }, await wayOut());
  return ofOthers(createEmbedder(outside, { model, dimensions }));
}

function ofItsOwn(embedder: Ai) {
  return { embedder, close: () => embedder.close() };
}

/** There is nothing to close, or others use it too. */
function ofOthers(embedder: Embedder | null) {
  return { embedder, close: async () => undefined };
}
