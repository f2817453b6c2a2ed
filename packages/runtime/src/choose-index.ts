import { join } from "node:path";

import type { Ai } from "@besunny/ai/ai";
import type { PassageIndex } from "@besunny/ai/index/passage-index";
import { createQdrantIndex } from "@besunny/ai/index/qdrant-index";
import { createSqliteIndex } from "@besunny/ai/index/sqlite-index";

import type { Env } from "./env";
import type { Places } from "./places";

/** One SQLite file for each embedding model, or Qdrant where QDRANT_URL names it. */
export function chooseIndex(env: Env, places: Places, ai: Ai): PassageIndex {
  const { dimensions, embeddingModel: model } = ai;
  if (env.QDRANT_URL)
    return createQdrantIndex({
      url: env.QDRANT_URL,
      dimensions,
      model,
      ...(env.QDRANT_API_KEY && { apiKey: env.QDRANT_API_KEY }),
    });
  return createSqliteIndex({
    path: join(places.data, "index", `${model.replaceAll(/[^\w.-]+/g, "-")}.sqlite`),
    dimensions,
    model,
    workerEntry: places.indexWorker,
  });
}
