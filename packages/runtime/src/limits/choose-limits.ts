import type { Database } from "@besunny/db/database";
import type { Redis } from "ioredis";
import { RateLimiterRedis } from "rate-limiter-flexible";

const PREFIX = "besunny:requests";

/** Lowers a counter that is there, and makes none, which would outlive the window. */
const LOWER =
  "if redis.call('exists', KEYS[1]) == 1 then return redis.call('decrby', KEYS[1], ARGV[1]) end";

type Counters = Database["identity"]["requestCounters"];

/** Returns the counters of requests that all processes share: in Redis where there is one, else in PostgreSQL. */
export function chooseLimits(redis: Redis | null, db: Pick<Database, "identity">): Counters {
  if (!redis) return db.identity.requestCounters;
  const limiterOf = (duration: number) =>
    new RateLimiterRedis({
      storeClient: redis,
      rejectIfRedisNotReady: true,
      keyPrefix: PREFIX,
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
    async giveBack(returned) {
      if (redis.status !== "ready") throw new Error("Redis is away");
      const pipeline = redis.pipeline();
      for (const { key, points } of returned)
        pipeline.eval(LOWER, 1, `${PREFIX}:${key}`, String(points));
      await pipeline.exec();
    },
  };
}
