import type { Cache, Log } from "@besunny/core/context";
import { BentoCache, bentostore } from "bentocache";
import { memoryDriver } from "bentocache/drivers/memory";
import type { Redis } from "ioredis";

import type { Env } from "./env";

/** `ping` rejects when Redis does not answer. It and `redis` are null where there is none. */
export type OwnCache = Cache & {
  ping: (() => Promise<void>) | null;
  redis: Redis | null;
  close(): void;
};

type Options = { log: Log };

/** In memory, and in Redis behind it when REDIS_URL names one; while Redis is away, in memory alone. */
export async function createCache(
  { REDIS_URL }: Pick<Env, "REDIS_URL">,
  { log }: Options,
): Promise<OwnCache> {
  const memory = bentostore().useL1Layer(memoryDriver({ maxItems: 5_000 }));
  const redis = REDIS_URL ? await redisLayer(REDIS_URL, log) : null;
  const store = redis ? memory.useL2Layer(redis.layer).useBus(redis.bus) : memory;
  const cache = new BentoCache({
    default: "main",
    stores: { main: store },
    suppressL2Errors: true,
    // One command finds out that Redis is away; those of the next seconds do not wait to find it out again.
    l2CircuitBreakerDuration: "10s",
  });
  return {
    getOrSet: (key, compute, ttlSeconds) =>
      cache.getOrSet({ key, factory: compute, ttl: `${ttlSeconds}s` }),
    remove: async (key) => {
      await cache.delete({ key });
    },
    ping: redis && (async () => void (await redis.client.ping())),
    redis: redis?.client ?? null,
    close() {
      redis?.close();
    },
  };
}

/** Redis's client is loaded only where it is used. */
async function redisLayer(url: string, log: Log) {
  const [{ connectRedis }, { redisBusDriver, redisDriver }] = await Promise.all([
    import("./redis"),
    import("bentocache/drivers/redis"),
  ]);
  const redis = connectRedis(url, log);
  const connection = redis.client;
  return { ...redis, layer: redisDriver({ connection }), bus: redisBusDriver({ connection }) };
}
