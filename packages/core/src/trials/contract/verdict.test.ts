import type { ArmCounts } from "@besunny/db/workspace/models/experiments";
import { describe, expect, test } from "vitest";

import { armsVerdict, shadowVerdict } from "./verdict";

const settings = {
  kind: "ab" as const,
  alpha: 0.05,
  expected: 2_000,
  minimum: 100,
  share: 0.5,
  guardrails: { maxCostMicro: 2_000, maxP95Ms: 900, maxFailureShare: 0.05 },
};
const shadow = (given: object = {}) => ({
  documents: 500,
  disagreed: 30,
  judged: 40,
  challengerAlone: 3,
  championAlone: 2,
  failed: 0,
  p95Ms: 12,
  costMicro: 0,
  ...given,
});
const arm = (name: string, overridden: number, given: Partial<ArmCounts> = {}): ArmCounts => ({
  arm: name,
  documents: 1_000,
  clusters: 1_000,
  answered: 1_000,
  measured: 1_000,
  overrideSum: overridden,
  overrideSquares: overridden,
  overridden,
  confirmed: 10,
  secondsToConfirm: 40,
  failed: 0,
  p95Ms: 100,
  costMicro: 1_000,
  ...given,
});

describe("a shadow", () => {
  test("goes on while the pairs say nothing, and ends for the release that is right alone", () => {
    expect(shadowVerdict(shadow(), settings)).toBeNull();
    expect(shadowVerdict(shadow({ challengerAlone: 20 }), settings)).toMatchObject({
      state: "decided",
      decision: "challenger",
    });
    expect(shadowVerdict(shadow({ championAlone: 20 }), settings)?.decision).toBe("champion");
  });

  test.each([
    [{ failed: 60 }, "failed"],
    [{ p95Ms: 901 }, "ms"],
    [{ costMicro: 2_001 }, "dollars"],
  ])("ends at once if %o passes its limit", (given, word) => {
    const verdict = shadowVerdict(shadow(given), settings);
    expect(verdict).toMatchObject({ state: "failed", decision: "champion" });
    expect(verdict?.reason).toContain(word);
  });

  test("does not end for one slow or failed document among few", () => {
    expect(shadowVerdict(shadow({ documents: 3, failed: 1, p95Ms: 5_000 }), settings)).toBeNull();
  });
});

describe("an A/B test", () => {
  test("decides for the arm whose answers are corrected less", () => {
    expect(armsVerdict([arm("champion", 150), arm("challenger", 60)], settings)?.decision).toBe(
      "challenger",
    );
    expect(armsVerdict([arm("champion", 60), arm("challenger", 150)], settings)?.decision).toBe(
      "champion",
    );
    expect(armsVerdict([arm("champion", 100), arm("challenger", 98)], settings)).toBeNull();
  });

  test("says coverage with the rate, and does not prefer an arm that answers less", () => {
    const fewer = { answered: 600, measured: 600 };
    expect(armsVerdict([arm("champion", 150), arm("challenger", 10, fewer)], settings)).toBeNull();
    const decided = armsVerdict([arm("champion", 150), arm("challenger", 60)], settings);
    expect(decided?.reason).toContain("100.0 % of the documents answered");
  });

  test("decides nothing below the minimum of an arm", () => {
    const few = { clusters: 99, measured: 99, documents: 99, answered: 99 };
    expect(armsVerdict([arm("champion", 90, few), arm("challenger", 1, few)], settings)).toBeNull();
  });

  test("counts no result if the split is broken", () => {
    const few = { clusters: 400, measured: 400 };
    expect(armsVerdict([arm("champion", 10), arm("challenger", 200, few)], settings)).toMatchObject(
      {
        state: "failed",
        decision: null,
      },
    );
  });

  test("ends at once if the challenger fails", () => {
    expect(
      armsVerdict([arm("champion", 10), arm("challenger", 10, { failed: 90 })], settings),
    ).toMatchObject({ state: "failed", decision: "champion" });
  });
});
