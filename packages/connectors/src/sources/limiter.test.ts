import { beforeEach, describe, expect, test } from "vitest";

import { isFailure, type SourceFailure } from "./failures";
import { createLimiter, keyOf, readRetryAfter } from "./limiter";

describe("the limiter", () => {
  let at = 0;
  let slept: number[] = [];
  let kept: [string, Date][] = [];
  const make = () =>
    createLimiter({
      paces: {
        google: {
          account: { unitsPerSecond: 10, burst: 20 },
          app: { unitsPerSecond: 1000, burst: 1000 },
        },
      },
      now: () => new Date(at),
      sleep: async (ms) => {
        slept.push(ms);
        at += ms;
      },
      onBlocked: (key, until) => void kept.push([key, until]),
      random: () => 0,
    });
  const ask = { provider: "google" as const, accountId: "con_1" };
  beforeEach(() => {
    at = Date.parse("2026-11-02T08:00:00Z");
    slept = [];
    kept = [];
  });
  const failureOf = async (promise: Promise<unknown>) =>
    (await promise.then(
      () => null,
      (error: unknown) => error,
    )) as SourceFailure<"throttled">;

  test("lets a burst pass, then spaces requests", async () => {
    const limiter = make();
    for (let i = 0; i < 22; i++) await limiter.pass(ask);
    expect(slept).toEqual([100, 100]);
  });

  test("another account has its own bucket", async () => {
    const limiter = make();
    await limiter.pass({ ...ask, units: 20 });
    await limiter.pass({ ...ask, accountId: "con_2", units: 20 });
    expect(slept).toEqual([]);
  });

  test("APIs of one provider have buckets of their own, and one block", async () => {
    const pace = { account: { unitsPerSecond: 1, burst: 1 } };
    const limiter = createLimiter({
      paces: { "google/gmail": pace, "google/drive": pace },
      now: () => new Date(at),
    });
    await limiter.pass({ ...ask, lane: "gmail" });
    await limiter.pass({ ...ask, lane: "drive" });
    await limiter.pass({ ...ask, lane: "calendar", units: 1000 });
    const full = await failureOf(limiter.pass({ ...ask, lane: "gmail", units: 8 }));
    expect(isFailure(full, "throttled")).toBe(true);
    await limiter.refused({ ...ask, scope: "account", retryAfter: "30" });
    const blocked = await failureOf(limiter.pass({ ...ask, lane: "drive" }));
    expect(isFailure(blocked, "throttled")).toBe(true);
  });

  test("tells to come back when the wait is long, and takes nothing", async () => {
    const limiter = make();
    const failure = await failureOf(limiter.pass({ ...ask, units: 200 }));
    expect(isFailure(failure, "throttled")).toBe(true);
    expect(failure.details.until.getTime() - at).toBe(18_000);
    await limiter.pass({ ...ask, units: 20 });
    expect(slept).toEqual([]);
  });

  test("a refusal blocks until Retry-After, is kept, and sends nothing meanwhile", async () => {
    const limiter = make();
    const failure = await limiter.refused({ ...ask, scope: "account", retryAfter: "30" });
    expect(failure.details.until).toEqual(new Date(at + 30_000));
    expect(kept).toEqual([[keyOf("google", "con_1"), new Date(at + 30_000)]]);
    expect((await failureOf(limiter.pass(ask))).details.until).toEqual(new Date(at + 30_000));
    await limiter.pass({ ...ask, accountId: "con_2" });
    at += 30_000;
    await limiter.pass(ask);
  });

  test("a refusal of the app blocks all accounts", async () => {
    const limiter = make();
    await limiter.refused({ ...ask, scope: "app", retryAfter: "5" });
    const failure = await failureOf(limiter.pass({ ...ask, accountId: "con_2" }));
    expect(failure.details.scope).toBe("app");
  });

  test("without Retry-After it waits longer each time, and short again after a success", async () => {
    const limiter = make();
    const waits: number[] = [];
    for (let i = 0; i < 3; i++) {
      const failure = await limiter.refused({ ...ask, scope: "account", retryAfter: null });
      waits.push(failure.details.until.getTime() - at);
      at = failure.details.until.getTime();
    }
    expect(waits).toEqual([2000, 4000, 8000]);
    limiter.passed("google", "con_1");
    const failure = await limiter.refused({ ...ask, scope: "account", retryAfter: null });
    expect(failure.details.until.getTime() - at).toBe(2000);
  });

  test("learns the block of another worker", async () => {
    const limiter = make();
    limiter.block(keyOf("google", "con_1"), new Date(at + 1000));
    expect(isFailure(await failureOf(limiter.pass(ask)), "throttled")).toBe(true);
  });

  test("reads Retry-After as seconds and as a day", () => {
    const now = new Date("2026-11-02T08:00:00Z");
    expect(readRetryAfter("120", now)).toEqual(new Date("2026-11-02T08:02:00Z"));
    expect(readRetryAfter("Mon, 02 Nov 2026 08:05:00 GMT", now)).toEqual(
      new Date("2026-11-02T08:05:00Z"),
    );
    expect(readRetryAfter("soon", now)).toBeNull();
    expect(readRetryAfter(null, now)).toBeNull();
  });
});
