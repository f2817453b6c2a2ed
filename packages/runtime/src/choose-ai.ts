import { join } from "node:path";

import type { Ai } from "@besunny/ai/ai";
import { createLocalAi } from "@besunny/ai/local-ai";

import type { Env } from "./env";
import type { Places } from "./places";

/** Local models, or with a key the provider's, with the local ones behind them. */
export function chooseAi(_env: Env, places: Places): Ai {
  return createLocalAi({
    childEntry: places.modelsChild,
    cacheDirectory: join(places.data, "models"),
  });
}
