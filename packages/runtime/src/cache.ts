import type { Cache, Log } from "@besunny/core/context";
import { BentoCache, bentostore } from "bentocache";
import { memoryDriver } from "bentocache/drivers/memory";
import { redisBusDriver, redisDriver } from "bentocache/drivers/redis";

import type { Env } from "./env";
import { connectRedis } from "./redis";

/** `ping` rejects when Redis does not answer; null where there is none. */
export type OwnCache = Cache & { ping: (() => Promise<void>) | null; close(): void };

type Options = { log: Log };

/** In memory, and in Redis behind it when REDIS_URL names one; while Redis is away, in memory alone. */
export function createCache({ REDIS_URL }: Pick<Env, "REDIS_URL">, { log }: Options): OwnCache {
  const memory = bentostore().useL1Layer(memoryDriver({ maxItems: 5_000 }));
  const redis = REDIS_URL ? connectRedis(REDIS_URL, log) : null;
  const store = redis
    ? memory
        .useL2Layer(redisDriver({ connection: redis.client }))
        .useBus(redisBusDriver({ connection: redis.client }))
    : memory;
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
    close() {
      redis?.close();
    },
  };
}
