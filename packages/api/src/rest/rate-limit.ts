import { createHash } from "node:crypto";
import { actorIdOf } from "@besunny/core/access/actor";
import { AppError } from "@besunny/core/errors";
import type { Caller } from "@besunny/core/operation/caller";
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";

import { bearerOf } from "../auth/bearer";

const WINDOW_SECONDS = 60;

/**
 * Points a minute. A question to a model costs ten, a file five, a search two, everything else one. Programs, which come with a key or a
 * token, have `key` and `user`; the pages of our own apps have `app`; who is not known yet has its `address`.
 */
const quotas = { key: 600, user: 600, app: 3_000, workspace: 20_000, address: 300 } as const;
type Bucket = keyof typeof quotas;

/** Who is counted: somebody known, with the token they came with if any, or the address of somebody who is not. */
export type Counted =
  | { person: string; workspaceId: string | null; token: string | null }
  | { address: string };

export type Limits = {
  policy: string;
  /** Takes the request's cost from each of its buckets; gives the `RateLimit` header. Throws `RATE_LIMITED`. */
  take(ctx: Pick<Caller, "actor" | "workspaceId">, request: Request): Promise<string>;
  /** The same for calls of procedures, by their paths. */
  takeCalls(caller: Counted, paths: readonly string[]): Promise<string>;
};

/**
 * Counted in this process, so that a request costs no visit to the database: with several processes of an app a caller has as many times
 * the quota. Sign-in is counted in PostgreSQL, for all processes together.
 */
export function createLimits(given: Partial<Record<Bucket, number>> = {}): Limits {
  const most = { ...quotas, ...given };
  const limiterOf = (bucket: Bucket) =>
    new RateLimiterMemory({ keyPrefix: bucket, points: most[bucket], duration: WINDOW_SECONDS });
  const limiters = {
    key: limiterOf("key"),
    user: limiterOf("user"),
    app: limiterOf("app"),
    workspace: limiterOf("workspace"),
    address: limiterOf("address"),
  };

  return {
    policy: Object.entries(most)
      .map(([bucket, points]) => `"${bucket}";q=${points};w=${WINDOW_SECONDS}`)
      .join(", "),

    take({ actor, workspaceId }, request) {
      const person = actorIdOf(actor);
      const caller = { person, workspaceId, token: bearerOf(request.headers) ?? null };
      return consume(caller, costOf(request.method, new URL(request.url).pathname));
    },

    takeCalls: (caller, paths) =>
      consume(
        caller,
        paths.reduce((sum, path) => sum + costOfCall(path), 0),
      ),
  };

  async function consume(caller: Counted, cost: number): Promise<string> {
    const parts: string[] = [];
    for (const [bucket, id] of bucketsOf(caller)) {
      const left = await limiters[bucket].consume(id, cost).catch(refusedBy(bucket));
      parts.push(`"${bucket}";r=${left.remainingPoints};t=${secondsOf(left.msBeforeNext)}`);
    }
    return parts.join(", ");
  }
}

function bucketsOf(caller: Counted): [Bucket, string][] {
  if ("address" in caller) return [["address", caller.address]];
  const { person, workspaceId, token } = caller;
  const own = `${workspaceId ?? ""}/${person}`;
  const buckets: [Bucket, string][] = token
    ? [
        ["key", hashOf(token)],
        ["user", own],
      ]
    : [["app", own]];
  return workspaceId ? [...buckets, ["workspace", workspaceId]] : buckets;
}

export function costOf(method: string, path: string): number {
  if (path.endsWith("/ask")) return 10;
  if (method === "POST" && /\/documents(\/classify)?$/.test(path)) return 5;
  return path.endsWith("/search") ? 2 : 1;
}

export function costOfCall(path: string): number {
  if (path.startsWith("ask.")) return 10;
  return path.startsWith("search.") ? 2 : 1;
}

/** The bucket that is empty, for the `RateLimit` header of the refusal. */
export class TooManyRequests extends AppError {
  readonly rateLimit: string;

  constructor(
    bucket: Bucket | "wrongKeys",
    seconds: number,
    { message = "Too many requests", hint = "" }: { message?: string; hint?: string } = {},
  ) {
    super("RATE_LIMITED", message, {
      hint: hint || `Wait ${seconds} s and try again.`,
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
