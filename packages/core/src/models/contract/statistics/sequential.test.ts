import { describe, expect, test } from "vitest";

import { decidePairs } from "./betting";
import { chanceOf } from "./chance";
import { type Arm, confidenceSequence } from "./confidence-sequence";
import { isRatioBroken } from "./sample-ratio";

const LOOKS = 100;
const PER_ARM = 5_000;
const settings = { alpha: 0.05, expected: PER_ARM };

/** The share of these experiments that end in a decision, and the documents of an arm after which they stop. */
function simulated(first: number, second: number, runs: number) {
  const next = chanceOf(20261128);
  const atOnce = PER_ARM / LOOKS;
  const drawn = (share: number) => {
    let hits = 0;
    for (let each = 0; each < atOnce; each++) if (next() < share) hits += 1;
    return hits;
  };
  let decided = 0;
  let naive = 0;
  let stops = 0;
  for (let run = 0; run < runs; run++) {
    const hits = [0, 0] as [number, number];
    let stop = 0;
    let wasNaive = false;
    for (let look = 1; look <= LOOKS && stop === 0; look++) {
      hits[0] += drawn(first);
      hits[1] += drawn(second);
      const count = look * atOnce;
      const bounds = confidenceSequence(
        bernoulli(hits[0], count),
        bernoulli(hits[1], count),
        settings,
      );
      if (bounds && (bounds.low > 0 || bounds.high < 0)) stop = count;
      wasNaive ||= isNaivelyDifferent(hits, count);
    }
    if (stop > 0) decided += 1;
    if (wasNaive || stop > 0) naive += 1;
    stops += stop || PER_ARM;
  }
  return { decided: decided / runs, naive: naive / runs, stop: stops / runs };
}

const bernoulli = (hits: number, count: number): Arm => ({ count, sum: hits, squares: hits });

function isNaivelyDifferent([first, second]: [number, number], count: number): boolean {
  const variance = (hits: number) => (hits / count) * (1 - hits / count);
  const error = Math.sqrt((variance(first) + variance(second)) / count);
  return error > 0 && Math.abs(second - first) / count > 1.96 * error;
}

describe("the confidence sequence", () => {
  test.each([0.1, 0.02])(
    "calls arms with the same share of %d different in at most 5 of 100 experiments, though it looks 100 times",
    (share) => {
      const { decided, naive } = simulated(share, share, 2_000);
      expect(decided).toBeLessThanOrEqual(0.05);
      expect(naive).toBeGreaterThan(0.3);
    },
  );

  test("finds a true difference, the larger the sooner", () => {
    const small = simulated(0.1, 0.13, 400);
    const large = simulated(0.1, 0.15, 400);
    expect(small.decided).toBeGreaterThan(0.93);
    expect(small.stop).toBeLessThan(2_400);
    expect(large.decided).toBe(1);
    expect(large.stop).toBeLessThan(1_100);
  });

  test("says nothing before each arm has two measurements", () => {
    const one = { count: 1, sum: 1, squares: 1 };
    expect(confidenceSequence(one, bernoulli(3, 9), settings)).toBeNull();
    expect(confidenceSequence(bernoulli(3, 9), one, settings)).toBeNull();
  });
});

/** The share of experiments on pairs that end in a decision, if each pair is looked at. */
function simulatedPairs(share: number, runs: number, pairs: number) {
  const next = chanceOf(4);
  let [after, before] = [0, 0];
  for (let run = 0; run < runs; run++) {
    const alone = { afterAlone: 0, beforeAlone: 0 };
    for (let pair = 0; pair < pairs; pair++) {
      if (next() < share) alone.afterAlone += 1;
      else alone.beforeAlone += 1;
      const decision = decidePairs(alone, 0.05);
      if (decision === "after") after += 1;
      if (decision === "before") before += 1;
      if (decision) break;
    }
  }
  return { after: after / runs, before: before / runs };
}

describe("the bet on pairs", () => {
  test("decides between equal releases in at most 5 of 100 experiments, though it looks at each document", () => {
    const { after, before } = simulatedPairs(0.5, 2_000, 100);
    expect(after + before).toBeLessThanOrEqual(0.05);
  });

  test("finds the better release, in both directions", () => {
    expect(simulatedPairs(0.75, 400, 100).after).toBeGreaterThan(0.95);
    expect(simulatedPairs(0.25, 400, 100).before).toBeGreaterThan(0.95);
  });

  test("needs eight documents that one release alone says right, and says nothing without any", () => {
    expect(decidePairs({ afterAlone: 7, beforeAlone: 0 }, 0.05)).toBeNull();
    expect(decidePairs({ afterAlone: 8, beforeAlone: 0 }, 0.05)).toBe("after");
    expect(decidePairs({ afterAlone: 0, beforeAlone: 8 }, 0.05)).toBe("before");
    expect(decidePairs({ afterAlone: 0, beforeAlone: 0 }, 0.05)).toBeNull();
  });
});

describe("the sample ratio", () => {
  test("is hardly ever called broken where the split is right, though it is looked at each time", () => {
    const next = chanceOf(11);
    let alarms = 0;
    for (let run = 0; run < 1_000; run++) {
      const counts = { first: 0, second: 0 };
      for (let look = 0; look < LOOKS; look++) {
        for (let unit = 0; unit < 5; unit++) counts[next() < 0.2 ? "second" : "first"] += 1;
        if (!isRatioBroken(counts, 0.2)) continue;
        alarms += 1;
        break;
      }
    }
    expect(alarms / 1_000).toBeLessThanOrEqual(0.002);
  });

  test("is broken where an arm gets clearly too few documents", () => {
    expect(isRatioBroken({ first: 600, second: 400 }, 0.5)).toBe(true);
    expect(isRatioBroken({ first: 520, second: 480 }, 0.5)).toBe(false);
    expect(isRatioBroken({ first: 100, second: 0 }, 1)).toBe(false);
  });
});
