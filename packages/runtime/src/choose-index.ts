import { join } from "node:path";

import type { Ai } from "@besunny/ai/ai";
import type { PassageIndex } from "@besunny/ai/index/passage-index";
import { createSqliteIndex } from "@besunny/ai/index/sqlite-index";

import type { Env } from "./env";
import type { Places } from "./places";

/** Returns one SQLite file for each embedding model, or Qdrant where QDRANT_URL names it; its client is loaded only there. */
export async function chooseIndex(env: Env, places: Places, ai: Ai): Promise<PassageIndex> {
  const { dimensions, embeddingModel: model } = ai;
  if (env.QDRANT_URL) {
    const { createQdrantIndex } = await import("@besunny/ai/index/qdrant-index");
    return createQdrantIndex({
      url: env.QDRANT_URL,
      dimensions,
      model,
      ...(env.QDRANT_API_KEY && { apiKey: env.QDRANT_API_KEY }),
    });
  }
  return createSqliteIndex({
    path: join(places.data, "index", `${model.replaceAll(/[^\w.-]+/g, "-")}.sqlite`),
    dimensions,
    model,
    workerEntry: places.indexWorker,
  });
}
