import { join } from "node:path";

import type { Ai } from "@besunny/ai/ai";
import { E5_FOLDER, hasE5 } from "@besunny/ai/e5/embedding-model";
import { createLocalAi } from "@besunny/ai/local-ai";
import type { ChokePoint } from "@besunny/ai/outside/choke-point";
import type { Log } from "@besunny/core/context";

import type { Env } from "./env";
import type { createRetirements } from "./money/retirements";
import type { Places } from "./places";

type Options = {
  log: Log;
  /** The most processes of the local models. */
  processes: number;
  /** Makes the way by which calls to hosted models go out. */
  wayOut: () => Promise<ChokePoint>;
  /** Knows when models end. */
  retirements: Pick<ReturnType<typeof createRetirements>, "endOf" | "noteListed">;
};

/** Returns local models, or with a key the provider's, with the local ones behind them. A provider's library is loaded only for a key. */
export async function chooseAi(
  env: Env,
  places: Places,
  { log, processes, wayOut, retirements }: Options,
): Promise<Ai> {
  const models = join(places.data, "models");
  const e5Directory = join(models, E5_FOLDER);
  const local = createLocalAi({
    childEntry: places.modelsChild,
    cacheDirectory: models,
    processes,
    ...((await hasE5(e5Directory)) && { e5Directory }),
  });
  if (!env.OPENAI_API_KEY) return local;
  const { createOpenAi, OPENAI_URL } = await import("@besunny/ai/openai-ai");
  const server = env.OPENAI_BASE_URL ?? OPENAI_URL;
  return createOpenAi({
    apiKey: env.OPENAI_API_KEY,
    chokePoint: await wayOut(),
    fallback: local,
    onFallback: (error) =>
      log.warn({ error }, `local models did a hosted model's work: ${error.message}`),
    endOf: (model) => retirements.endOf(server, model),
    onListed: (models) => retirements.noteListed(server, models),
    onWarning: (sentence) => log.warn({}, sentence),
    ...(env.OPENAI_TUNING_MODEL && {
      tuning: {
        model: env.OPENAI_TUNING_MODEL,
        usdPerMillion: env.OPENAI_TUNING_USD_PER_MILLION ?? null,
      },
    }),
    ...(env.OPENAI_MODEL && { model: env.OPENAI_MODEL }),
    ...(env.OPENAI_BASE_URL && { baseUrl: env.OPENAI_BASE_URL }),
    ...(env.OPENAI_EMBEDDING_MODEL && { embeddingModel: env.OPENAI_EMBEDDING_MODEL }),
    ...(env.OPENAI_EMBEDDING_DIMENSIONS && {
      embeddingDimensions: env.OPENAI_EMBEDDING_DIMENSIONS,
    }),
  });
}
