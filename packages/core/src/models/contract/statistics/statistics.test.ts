import { describe, expect, test } from "vitest";

import { classScores, macroF1 } from "./class-scores";
import { coverageAt, coverageCurve } from "./coverage";
import { isWorseBeyondNoise, pairedBootstrap } from "./paired-bootstrap";
import { calibrationError, reliabilityBins } from "./reliability";
import { wilsonInterval } from "./wilson-interval";

const said = (label: string, likeliest: string, confidence: number) => ({
  label,
  likeliest,
  confidence,
});

describe("the Wilson interval", () => {
  // From statsmodels 0.15, proportion_confint(method="wilson").
  test.each([
    [0, 10, 0, 0.2775327999],
    [95, 100, 0.8882495308, 0.9784563208],
    [1, 1, 0.2065493144, 1],
    [500, 1000, 0.4690696004, 0.5309303996],
  ])("of %i in %i is that of statsmodels", (hits, cases, low, high) => {
    const interval = wilsonInterval(hits, cases);
    expect(interval?.low).toBeCloseTo(low, 9);
    expect(interval?.high).toBeCloseTo(high, 9);
  });

  test("is nothing without cases", () => expect(wilsonInterval(0, 0)).toBeNull());
});

describe("macro-F1", () => {
  test("counts a rare class as much as a common one, and an open answer as missed", () => {
    const scores = classScores([
      { label: "a", said: "a" },
      { label: "a", said: "a" },
      { label: "a", said: null },
      { label: "b", said: "a" },
    ]);
    expect(scores).toMatchObject([
      { name: "a", documents: 3, said: 3, right: 2, precision: 2 / 3, recall: 2 / 3 },
      { name: "b", documents: 1, said: 0, right: 0, precision: null, recall: 0, f1: 0 },
    ]);
    expect(macroF1(scores)).toBeCloseTo(1 / 3, 10);
  });

  test("counts a class that only the model names", () => {
    expect(macroF1(classScores([{ label: "a", said: "b" }]))).toBe(0);
    expect(macroF1([])).toBeNull();
  });
});

describe("the calibration error", () => {
  test("is how far confidence and accuracy are apart, weighed by documents", () => {
    const bins = reliabilityBins([
      said("a", "a", 0.95),
      said("a", "b", 0.95),
      said("a", "a", 0.55),
      said("a", "a", 1),
    ]);
    expect(bins.map(({ documents }) => documents)).toEqual([1, 3]);
    expect(calibrationError(bins)).toBeCloseTo(0.75 * (2.9 / 3 - 2 / 3) + 0.25 * (1 - 0.55), 10);
  });

  test("leaves out documents without an answer", () => {
    expect(
      calibrationError(reliabilityBins([{ label: "a", likeliest: null, confidence: 0 }])),
    ).toBeNull();
  });
});

describe("coverage at a precision", () => {
  const curve = coverageCurve([
    said("a", "a", 0.9),
    said("a", "b", 0.8),
    said("a", "a", 0.8),
    said("a", "a", 0.7),
    { label: "a", likeliest: null, confidence: 0 },
  ]);

  test("covers documents of one confidence together", () => {
    expect(curve.map(({ threshold }) => threshold)).toEqual([0.9, 0.8, 0.7]);
    expect(curve[1]).toMatchObject({ coverage: 0.6, precision: 2 / 3 });
  });

  test("is the most documents at which the precision holds", () => {
    expect(coverageAt(curve, 0.95)?.coverage).toBe(0.2);
    expect(coverageAt(curve, 0.75)?.coverage).toBe(0.8);
    expect(coverageAt(curveOfWrong(), 0.5)).toBeNull();
  });

  const curveOfWrong = () => coverageCurve([said("a", "b", 0.9)]);
});

describe("the paired bootstrap", () => {
  const pairs = (before: number, after: number, count: number, cluster?: string) =>
    Array.from({ length: count }, (_, index) => ({
      before,
      after,
      cluster: cluster ?? `${before}${after}${index}`,
    }));

  test("is the same for the same seed", () => {
    const given = [...pairs(1, 0, 10), ...pairs(0, 1, 12), ...pairs(1, 1, 50)];
    expect(pairedBootstrap(given, 7)).toEqual(pairedBootstrap(given, 7));
    expect(pairedBootstrap(given, 7)?.gain).toBeCloseTo(2 / 72, 10);
  });

  test("calls a release worse only beyond noise", () => {
    const little = [...pairs(1, 0, 6), ...pairs(0, 1, 4), ...pairs(1, 1, 90)];
    const much = [...pairs(1, 0, 20), ...pairs(0, 1, 2), ...pairs(1, 1, 78)];
    expect(isWorseBeyondNoise(pairedBootstrap(little, 1))).toBe(false);
    expect(isWorseBeyondNoise(pairedBootstrap(much, 1))).toBe(true);
    expect(isWorseBeyondNoise(pairedBootstrap([], 1))).toBe(false);
  });

  test("counts near-duplicates as one observation", () => {
    const alone = [...pairs(1, 0, 12), ...pairs(1, 1, 88)];
    const copies = [...pairs(1, 0, 12, "one invoice"), ...pairs(1, 1, 88)];
    expect(isWorseBeyondNoise(pairedBootstrap(alone, 1))).toBe(true);
    expect(isWorseBeyondNoise(pairedBootstrap(copies, 1))).toBe(false);
  });
});
