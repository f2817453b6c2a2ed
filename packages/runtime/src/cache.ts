import type { Cache } from "@besunny/core/context";
import { BentoCache, bentostore } from "bentocache";
import { memoryDriver } from "bentocache/drivers/memory";
import { redisBusDriver, redisDriver } from "bentocache/drivers/redis";

import type { Env } from "./env";

/** In memory, and in Redis behind it when REDIS_URL names one. */
export function createCache({ REDIS_URL }: Pick<Env, "REDIS_URL">): Cache {
  const memory = bentostore().useL1Layer(memoryDriver({ maxItems: 5_000 }));
  const store = REDIS_URL
    ? memory
        .useL2Layer(redisDriver({ connection: connectionOf(REDIS_URL) }))
        .useBus(redisBusDriver({ connection: connectionOf(REDIS_URL) }))
    : memory;
  const cache = new BentoCache({ default: "main", stores: { main: store } });
  return {
    getOrSet: (key, compute, ttlSeconds) =>
      cache.getOrSet({ key, factory: compute, ttl: `${ttlSeconds}s` }),
    remove: async (key) => {
      await cache.delete({ key });
    },
  };
}

function connectionOf(redisUrl: string) {
  const { hostname, port, username, password, protocol } = new URL(redisUrl);
  return {
    host: hostname,
    port: Number(port || 6379),
    ...(username && { username }),
    ...(password && { password: decodeURIComponent(password) }),
    ...(protocol === "rediss:" && { tls: {} }),
  };
}
