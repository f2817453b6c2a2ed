import type { Database } from "@besunny/db/database";
import type { Redis } from "ioredis";
import { RateLimiterRedis } from "rate-limiter-flexible";

type Counters = Database["identity"]["requestCounters"];

/** Returns the counters of requests that all processes share: in Redis where there is one, else in PostgreSQL. */
export function chooseLimits(redis: Redis | null, db: Pick<Database, "identity">): Counters {
  if (!redis) return db.identity.requestCounters;
  const limiterOf = (duration: number) =>
    new RateLimiterRedis({
      storeClient: redis,
      rejectIfRedisNotReady: true,
      keyPrefix: "besunny:requests",
      // It counts only: who asks knows the quota.
      points: Number.MAX_SAFE_INTEGER,
      duration,
    });
  const limiters = new Map<number, RateLimiterRedis>();
  return {
    async add(key, points, windowSeconds) {
      const limiter = limiters.get(windowSeconds) ?? limiterOf(windowSeconds);
      limiters.set(windowSeconds, limiter);
      const { consumedPoints, msBeforeNext } = await limiter.consume(key, points);
      return { points: consumedPoints, msLeft: msBeforeNext };
    },
  };
}
