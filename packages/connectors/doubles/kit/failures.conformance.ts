import { expect } from "vitest";

import { isFailure, type SourceFailure } from "../../src/sources/failures";
import type { Fault } from "../world";
import type { Bench } from "./bench";
import { addFault, counted, idsOf, list, listThrough, passThrottling } from "./driving";

const throttledBy = async (bench: Bench, does: Fault["does"]) => {
  const ids = await bench.hands.addMany(2);
  addFault(bench, bench.requests.listing, does);
  const before = bench.doubles.world.now().getTime();
  const { failure } = await list(bench);
  if (!isFailure(failure, "throttled")) throw new Error("It was not throttled", { cause: failure });
  return { ids, failure, waitMs: failure.details.until.getTime() - before };
};

export const failuresCases = {
  "429 with Retry-After": async (bench: Bench) => {
    const { waitMs } = await throttledBy(bench, { kind: "throttle", status: 429, retryAfter: 37 });
    expect(waitMs).toBe(37_000);
  },
  "429 without Retry-After": async (bench: Bench) => {
    const { waitMs } = await throttledBy(bench, { kind: "throttle", status: 429 });
    expect(waitMs).toBeGreaterThan(0);
  },
  "too many requests in the provider's own words": async (bench: Bench) => {
    const { ids, failure } = await throttledBy(bench, bench.faults.quota);
    passThrottling(bench, failure);
    expect(idsOf((await list(bench)).items.values())).toEqual([...ids].sort());
  },
  "one refusal is one request, and nothing is sent until the time is over": async (
    bench: Bench,
  ) => {
    await bench.hands.addMany(2);
    addFault(bench, bench.requests.listing, { kind: "throttle", status: 429, retryAfter: 60 });
    const refused = await counted(bench, () => list(bench));
    expect(refused.requests.filter(({ status }) => status === 429)).toHaveLength(1);
    const held = await counted(bench, () => list(bench));
    expect(isFailure(held.result.failure, "throttled")).toBe(true);
    expect(held.requests).toEqual([]);
  },
  "an hour of refusals loses nothing": async (bench: Bench) => {
    const ids = await bench.hands.addMany(bench.pageSize + 1);
    addFault(bench, bench.requests.listing, bench.faults.quota, { nth: 2, times: 8 });
    const { items, failures } = await listThrough(bench, 20);
    expect(failures).toHaveLength(8);
    expect(idsOf(items.values())).toEqual([...ids].sort());
  },
  "a token that is refused once is refreshed once": async (bench: Bench) => {
    const ids = await bench.hands.addMany(2);
    addFault(bench, bench.requests.listing, { kind: "status", status: 401 });
    const { items, failure } = await list(bench);
    expect(failure).toBeNull();
    expect(bench.account.refreshes).toBe(1);
    expect(idsOf(items.values())).toEqual([...ids].sort());
  },
  "a token that is always refused asks for a new connection": async (bench: Bench) => {
    await bench.hands.addMany(2);
    addFault(bench, () => true, { kind: "status", status: 401 }, { times: 99 });
    const { failure } = await list(bench);
    expect(isFailure(failure, "reconnect-needed")).toBe(true);
    expect(bench.account.refreshes).toBe(1);
  },
  "rights that were taken back ask for a new connection": async (bench: Bench) => {
    await bench.hands.addMany(2);
    bench.account.isDead = true;
    bench.doubles.tokens.revokeAllOf(bench.account.address ?? "");
    const { failure } = await list(bench);
    expect(isFailure(failure, "reconnect-needed")).toBe(true);
  },
  "no failure holds a token": async (bench: Bench) => {
    await bench.hands.addMany(2);
    const troubles: Fault["does"][] = [
      { kind: "status", status: 500 },
      { kind: "status", status: 400 },
      { kind: "reset" },
      { kind: "html-error" },
    ];
    for (const does of troubles) {
      addFault(bench, bench.requests.listing, does);
      const failure = (await list(bench)).failure as SourceFailure;
      expect(failure.name).toBe("SourceFailure");
      const told = allOf(failure);
      for (const token of bench.account.tokensSeen) expect(told).not.toContain(token);
    }
  },
};

/** Everything that a log could print of an error, and of the errors behind it. */
function allOf(error: unknown, depth = 0): string {
  if (!(error instanceof Error) || depth > 4) return JSON.stringify(error) ?? "";
  const own = Object.getOwnPropertyNames(error).map((name) => {
    const value = (error as unknown as Record<string, unknown>)[name];
    return value instanceof Error ? allOf(value, depth + 1) : safely(value);
  });
  return [error.message, ...own].join(" ");
}

function safely(value: unknown): string {
  try {
    return JSON.stringify(value) ?? "";
  } catch {
    return String(value);
  }
}
