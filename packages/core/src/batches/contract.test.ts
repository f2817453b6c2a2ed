import { describe, expect, test } from "vitest";

import { etaSeconds, stateOf, totalsOf } from "./contract";

const day = 86_400_000;
const createdAt = new Date("2026-03-01T09:00:00Z");
const later = (ms: number) => new Date(createdAt.getTime() + ms);
const left = (given: Partial<Parameters<typeof stateOf>[1]> = {}) => ({
  waiting: 0,
  working: 0,
  missing: 0,
  ...given,
});

describe("totalsOf", () => {
  test("sums to what is expected, and counts what has ended", () => {
    const counts = [
      { state: "queued", count: 3 },
      { state: "running", count: 1 },
      { state: "finished", count: 10 },
      { state: "failed", count: 2 },
      { state: "cancelled", count: 1 },
      { state: "duplicate", count: 2 },
      { state: "removed", count: 1 },
    ];

    expect(totalsOf({ state: "running", expectedCount: 25 }, counts, 20)).toEqual({
      waiting: 3,
      working: 1,
      done: 10,
      failed: 2,
      cancelled: 1,
      duplicate: 2,
      removed: 1,
      missing: 5,
      all: 25,
      ended: 16,
    });
  });

  test("waits for no file that cannot come any more, since its batch was cancelled", () => {
    const counts = [
      { state: "finished", count: 3 },
      { state: "cancelled", count: 3 },
    ];
    expect(totalsOf({ state: "cancelled", expectedCount: 10 }, counts, 6)).toMatchObject({
      all: 10,
      missing: 4,
      ended: 10,
    });
  });

  test("is nought of nought for a batch of which one may see nothing", () => {
    expect(totalsOf({ state: "running", expectedCount: 0 }, [], 0)).toMatchObject({
      all: 0,
      ended: 0,
      missing: 0,
    });
  });

  test("misses nothing when more came than was announced", () => {
    expect(
      totalsOf({ state: "running", expectedCount: 1 }, [{ state: "finished", count: 2 }], 2),
    ).toMatchObject({
      missing: 0,
      all: 2,
    });
  });
});

describe("stateOf", () => {
  const running = { state: "running", createdAt };

  test("a batch is over when nothing is left of it, whatever anybody wrote down", () => {
    expect(stateOf(running, left(), createdAt)).toBe("finished");
    expect(stateOf({ ...running, state: "paused" }, left(), createdAt)).toBe("finished");
  });

  test("files that are announced keep it open for as long as they may come", () => {
    expect(stateOf(running, left({ missing: 1 }), later(day))).toBe("running");
    expect(stateOf(running, left({ missing: 1 }), later(3 * day))).toBe("finished");
  });

  test("it says paused while something is left, and cancelled even when files never came", () => {
    const paused = { ...running, state: "paused" };
    expect(stateOf(paused, left({ waiting: 1 }), createdAt)).toBe("paused");
    const cancelled = { ...running, state: "cancelled" };
    expect(stateOf(cancelled, left({ missing: 4 }), createdAt)).toBe("cancelled");
    expect(stateOf(cancelled, left({ waiting: 1 }), createdAt)).toBe("running");
  });
});

describe("etaSeconds", () => {
  const going = { state: "running", left: 20, measuredEnds: 10, measuredMs: 60_000 } as const;

  test("takes the speed that was measured", () => {
    expect(etaSeconds(going)).toBe(120);
    expect(etaSeconds({ ...going, left: 0 })).toBe(0);
  });

  test("does not guess from the first two", () => {
    expect(etaSeconds({ ...going, measuredEnds: 2 })).toBeNull();
    expect(etaSeconds({ ...going, measuredMs: 0 })).toBeNull();
  });

  test.each(["paused", "cancelled", "finished"] as const)("a %s batch has none", (state) => {
    expect(etaSeconds({ ...going, state })).toBeNull();
  });
});
