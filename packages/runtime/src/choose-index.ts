import { join } from "node:path";

import type { Ai } from "@besunny/ai/ai";
import type { PassageIndex } from "@besunny/ai/index/passage-index";
import { createSqliteIndex } from "@besunny/ai/index/sqlite-index";

import type { Env } from "./env";
import type { Places } from "./places";

/** One SQLite file, or Qdrant where QDRANT_URL names it. */
export function chooseIndex(_env: Env, places: Places, ai: Ai): PassageIndex {
  return createSqliteIndex({
    path: join(places.data, "index", "passages.sqlite"),
    dimensions: ai.dimensions,
    model: ai.embeddingModel,
    workerEntry: places.indexWorker,
  });
}
