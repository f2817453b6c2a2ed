import { createHash } from "node:crypto";
import { actorIdOf } from "@besunny/core/access/actor";
import { AppError } from "@besunny/core/errors";
import type { Caller } from "@besunny/core/operation/caller";

import { bearerOf } from "../auth/bearer";
import { createLeases, WINDOW_SECONDS } from "../limits/leases";
import type { ApiTools } from "../request-context";

/**
 * Points a minute of each bucket. A question to a model costs ten, a file five, a search two, everything else one. Programs, which come with
 * a key or a token, use `key` and `user`; the pages of our own apps use `app`. All callers of a workspace share `workspace`. An unknown
 * caller uses `address`.
 */
const quotas = { key: 600, user: 600, app: 3_000, workspace: 20_000, address: 300 } as const;

/** Parts of resumable uploads have a bucket of their own, so that a large file does not stop its person's other work. */
const PARTS = 6_000;

type Bucket = keyof typeof quotas | "parts";

/** The caller to count: a known person, with their token if they came with one, or the address of an unknown caller. */
export type Counted =
  | { person: string; workspaceId: string | null; token: string | null }
  | { address: string };

type Sender = Pick<Caller, "actor" | "workspaceId">;

/** Each takes the cost from each of the caller's buckets and returns the `RateLimit` header. Each throws `RATE_LIMITED`. */
export type Limits = {
  policy: string;
  /** Counts a request of REST. */
  take(ctx: Sender, request: Request): Promise<string>;
  /** Counts calls of procedures, by their paths. */
  takeCalls(caller: Counted, paths: readonly string[]): Promise<string>;
  /** Counts a request of a resumable upload. */
  takeUpload(ctx: Sender, request: Request): Promise<string>;
  /** Counts the opening of a socket. */
  takeOpening(caller: Counted): Promise<string>;
};

type Options = Parameters<typeof createLeases>[0];

/** Makes limits on counters that all processes share. */
export function createLimits(
  options: Options,
  given: Partial<Record<Bucket, number>> = {},
): Limits {
  const { parts = PARTS, ...more } = given;
  const most = { ...quotas, ...more };
  const leases = createLeases(options);

  return {
    policy: Object.entries(most)
      .map(([bucket, points]) => `"${bucket}";q=${points};w=${WINDOW_SECONDS}`)
      .join(", "),

    take: (ctx, request) =>
      consume(
        bucketsOf(senderOf(ctx, request)),
        costOf(request.method, new URL(request.url).pathname),
      ),

    takeCalls: (caller, paths) =>
      consume(
        bucketsOf(caller),
        paths.reduce((sum, path) => sum + costOfCall(path), 0),
      ),

    takeUpload(ctx, request) {
      if (request.method === "PATCH") return consume([["parts", actorIdOf(ctx.actor)]], 1);
      return consume(bucketsOf(senderOf(ctx, request)), request.method === "POST" ? FILE_COST : 1);
    },

    takeOpening: (caller) => consume(bucketsOf(caller), 1),
  };

  async function consume(buckets: [Bucket, string][], cost: number): Promise<string> {
    const left: string[] = [];
    for (const [bucket, id] of buckets) {
      const quota = bucket === "parts" ? parts : most[bucket];
      const taken = await leases.take({ key: `${bucket}/${id}`, quota }, cost);
      const seconds = secondsOf(taken.msLeft);
      if (!taken.isTaken) throw new TooManyRequests(bucket, seconds);
      left.push(`"${bucket}";r=${taken.points};t=${seconds}`);
    }
    return left.join(", ");
  }
}

const made = new WeakMap<ApiTools, Limits>();

/** Returns the one `Limits` of these tools, which all doors of a process share. */
export function limitsOf(tools: ApiTools): Limits {
  const limits = made.get(tools) ?? createLimits({ store: tools.limitStore, log: tools.log });
  made.set(tools, limits);
  return limits;
}

function senderOf({ actor, workspaceId }: Sender, { headers }: Request): Counted {
  return { person: actorIdOf(actor), workspaceId, token: bearerOf(headers) ?? null };
}

const FILE_COST = 5;

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
  if (method === "POST" && /\/documents(\/classify)?$/.test(path)) return FILE_COST;
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

const secondsOf = (ms: number) => Math.max(1, Math.ceil(ms / 1000));
const hashOf = (token: string) => createHash("sha256").update(token).digest("hex");
