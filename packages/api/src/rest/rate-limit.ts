import { createHash } from "node:crypto";

import type { WorkspaceContext } from "@besunny/core/context";
import { AppError } from "@besunny/core/errors";
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";

import { bearerOf } from "../auth/bearer";

const WINDOW_SECONDS = 60;

/** Points a minute. A question to a model costs ten, a file five, a search two, everything else one. */
const quotas = { key: 600, user: 600, workspace: 3000 } as const;
type Bucket = keyof typeof quotas;

export type Limits = {
  policy: string;
  /** Takes the request's cost from each of its buckets; gives the `RateLimit` header. Throws `RATE_LIMITED`. */
  take(ctx: Pick<WorkspaceContext, "actor" | "workspaceId">, request: Request): Promise<string>;
};

/**
 * Counted in this process, so that a request costs no visit to the database: with several processes of an app a caller has as many times
 * the quota. Sign-in is counted in PostgreSQL, for all processes together.
 */
export function createLimits(most: Record<Bucket, number> = quotas): Limits {
  const limiterOf = (bucket: Bucket) =>
    new RateLimiterMemory({ keyPrefix: bucket, points: most[bucket], duration: WINDOW_SECONDS });
  const limiters = {
    key: limiterOf("key"),
    user: limiterOf("user"),
    workspace: limiterOf("workspace"),
  };

  return {
    policy: Object.entries(most)
      .map(([bucket, points]) => `"${bucket}";q=${points};w=${WINDOW_SECONDS}`)
      .join(", "),

    async take({ actor, workspaceId }, request) {
      const cost = costOf(request.method, new URL(request.url).pathname);
      const token = bearerOf(request.headers);
      const buckets: [Bucket, string][] = [
        ...(token ? [["key", hashOf(token)] satisfies [Bucket, string]] : []),
        ["user", `${workspaceId}/${actor.kind === "user" ? actor.id : actor.job}`],
        ["workspace", workspaceId],
      ];
      const parts: string[] = [];
      for (const [bucket, id] of buckets) {
        const left = await limiters[bucket].consume(id, cost).catch(refusedBy(bucket));
        parts.push(`"${bucket}";r=${left.remainingPoints};t=${secondsOf(left.msBeforeNext)}`);
      }
      return parts.join(", ");
    },
  };
}

export function costOf(method: string, path: string): number {
  if (path.endsWith("/ask")) return 10;
  if (method === "POST" && /\/documents(\/classify)?$/.test(path)) return 5;
  return path.endsWith("/search") ? 2 : 1;
}

/** The bucket that is empty, for the `RateLimit` header of the refusal. */
export class TooManyRequests extends AppError {
  readonly rateLimit: string;

  constructor(bucket: Bucket, seconds: number) {
    super("RATE_LIMITED", "Too many requests", {
      hint: `Wait ${seconds} s and try again.`,
      retryAfterSeconds: seconds,
    });
    this.rateLimit = `"${bucket}";r=0;t=${seconds}`;
  }
}

function refusedBy(bucket: Bucket) {
  return (reason: unknown): never => {
    if (!(reason instanceof RateLimiterRes)) throw reason;
    throw new TooManyRequests(bucket, secondsOf(reason.msBeforeNext));
  };
}

const secondsOf = (ms: number) => Math.max(1, Math.ceil(ms / 1000));
const hashOf = (token: string) => createHash("sha256").update(token).digest("hex");
