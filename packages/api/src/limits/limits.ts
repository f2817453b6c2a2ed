import { createHash } from "node:crypto";
import { actorIdOf } from "@besunny/core/access/actor";
import { countedAddress } from "@besunny/core/counted-address";
import { AppError } from "@besunny/core/errors";
import type { Caller } from "@besunny/core/operation/caller";
import { type OwnRates, usualRates } from "@besunny/core/platform/rates/contract";

import { bearerOf } from "../auth/bearer";
import type { ApiTools } from "../request-context";
import { type Cost, costOf, costOfCalls, FILE_COST, USUAL_COST } from "./cost-of";
import { createLeases } from "./leases";
import { policyOf, TooManyRequests } from "./too-many-requests";

/**
 * Points a minute of the buckets that are the same for all workspaces. Everybody at one address, or in one network of IPv6, shares `ip`. An
 * unknown caller uses `address` instead. Parts of resumable uploads have a bucket of their own, so that a large file does not stop its
 * person's other work.
 */
const ofAddresses = { ip: 20_000, address: 300 } as const;
const PARTS = 6_000;

const quotas = { ...usualRates, ...ofAddresses, parts: PARTS };
type BucketName = keyof typeof quotas;

/** The caller to count: a known person, with their token if they came with one, or the address of an unknown caller. */
export type Counted =
  | { address: string; person: string; workspaceId: string | null; token: string | null }
  | { address: string };

/** The values of the headers `RateLimit` and `RateLimit-Policy`. */
export type Counts = { rateLimit: string; policy: string };

/** Each takes the cost from each of the caller's buckets. Each throws `RATE_LIMITED`, and `PROVIDER_UNAVAILABLE` for paid calls while the counters are away. */
export type Limits = {
  policy: string;
  /** Counts a request of REST. */
  take(caller: Counted, request: Request): Promise<Counts>;
  /** Counts calls of operations, by their names. */
  takeCalls(caller: Counted, operations: readonly (string | undefined)[]): Promise<Counts>;
  /** Counts a request of a resumable upload. */
  takeUpload(caller: Counted, request: Request): Promise<Counts>;
  /** Counts the opening of a socket or a link. */
  takeOpening(caller: Counted): Promise<Counts>;
};

type Options = Parameters<typeof createLeases>[0] & {
  ratesOf?: (workspaceId: string) => Promise<OwnRates>;
};

/** Makes limits on counters that all processes share. */
export function createLimits(
  { ratesOf = async () => ({}), ...options }: Options,
  given: Partial<Record<BucketName, number>> = {},
): Limits {
  const { parts, ...most } = { ...quotas, ...given };
  const leases = createLeases(options);

  return {
    policy: policies(Object.entries(most)),
    take: (caller, request) =>
      consume(caller, costOf(request.method, new URL(request.url).pathname)),
    takeCalls: (caller, operations) => consume(caller, costOfCalls(operations)),
    takeUpload(caller, { method }) {
      const isPart = method === "PATCH" && "person" in caller;
      if (isPart) return takeFrom([["parts", caller.person, parts]], USUAL_COST);
      return consume(caller, method === "POST" ? FILE_COST : USUAL_COST);
    },
    takeOpening: (caller) => consume(caller, USUAL_COST),
  };

  async function consume(caller: Counted, cost: Cost): Promise<Counts> {
    const workspaceId = "person" in caller ? caller.workspaceId : null;
    const own = workspaceId ? await ratesOf(workspaceId) : {};
    const rates = { ...most, ...own };
    return takeFrom(
      bucketsOf(caller).map(([name, id]) => [name, id, rates[name]]),
      cost,
    );
  }

  /** Takes the cost from all of the buckets, or from none. */
  async function takeFrom(
    buckets: [BucketName, string, number][],
    { points, isPaid }: Cost,
  ): Promise<Counts> {
    const taken = await Promise.all(
      buckets.map(async ([name, id, quota]) => {
        const key = `${name}/${id}`;
        return { name, key, quota, ...(await leases.take({ key, quota }, points, isPaid)) };
      }),
    );
    const refused = taken.find(({ isTaken }) => !isTaken);
    if (refused) {
      for (const { isTaken, key } of taken) if (isTaken) leases.putBack(key, points);
      const seconds = secondsOf(refused.msLeft);
      if (refused.isAway) throw countersAway(seconds);
      throw new TooManyRequests(refused.name, seconds, { quota: refused.quota });
    }
    return {
      rateLimit: taken
        .map(({ name, points: left, msLeft }) => `"${name}";r=${left};t=${secondsOf(msLeft)}`)
        .join(", "),
      policy: policies(taken.map(({ name, quota }) => [name, quota])),
    };
  }
}

const made = new WeakMap<ApiTools, Limits>();

/** Returns the one `Limits` of these tools, which all doors of a process share. */
export function limitsOf(tools: ApiTools): Limits {
  const { limitStore: store, ratesOf, log } = tools;
  const limits = made.get(tools) ?? createLimits({ store, ratesOf, log });
  made.set(tools, limits);
  return limits;
}

/** Returns whom to count for a request of a known caller. */
export function countedOf(
  { actor, workspaceId }: Pick<Caller, "actor" | "workspaceId">,
  { headers, address }: { headers: Headers; address: string },
): Counted {
  return { address, person: actorIdOf(actor), workspaceId, token: bearerOf(headers) ?? null };
}

type NamedBucket = [Exclude<BucketName, "parts">, string];

function bucketsOf(caller: Counted): NamedBucket[] {
  const place = countedAddress(caller.address);
  if (!("person" in caller)) return [["address", place]];
  const { person, workspaceId, token } = caller;
  const own = `${workspaceId ?? ""}/${person}`;
  const buckets: NamedBucket[] = token
    ? [
        ["key", hashOf(token)],
        ["user", own],
        ["ip", place],
      ]
    : [
        ["app", own],
        ["ip", place],
      ];
  return workspaceId ? [...buckets, ["workspace", workspaceId]] : buckets;
}

function countersAway(seconds: number): AppError {
  return new AppError(
    "PROVIDER_UNAVAILABLE",
    "Questions stop for a moment, because the counters of requests do not answer",
    { hint: `Wait ${seconds} s and try again.`, retryAfterSeconds: seconds },
  );
}

const policies = (buckets: readonly [string, number][]) =>
  buckets.map(([name, quota]) => policyOf(name, quota)).join(", ");
const secondsOf = (ms: number) => Math.max(1, Math.ceil(ms / 1000));
const hashOf = (token: string) => createHash("sha256").update(token).digest("hex");
