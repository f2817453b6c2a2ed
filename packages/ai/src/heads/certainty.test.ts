import { expect, test } from "vitest";

import { fitSharpness, logLoss, probabilities, thresholdFor } from "./certainty";
import { seeded } from "./seeded";

test("probabilities sum to one and keep the order of the scores", () => {
  const [low = 0, high = 0] = probabilities([1, 3]);
  expect(low + high).toBeCloseTo(1);
  expect(high).toBeCloseTo(0.8808, 3);
});

test("the sharpness makes confidences as right as they say", () => {
  const random = seeded(4);
  // The truth is the first class with the probability that sharpness 2 means.
  const cases = Array.from({ length: 4_000 }, () => {
    const scores = Float64Array.of(random() * 3, 0);
    const truth = random() < (probabilities(scores, 2)[0] ?? 0) ? 0 : 1;
    return { scores, truth };
  });
  const sharpness = fitSharpness(cases);
  expect(sharpness).toBeGreaterThan(1.8);
  expect(sharpness).toBeLessThan(2.2);
  expect(logLoss(cases, sharpness)).toBeLessThan(logLoss(cases, 1));
});

test("the threshold keeps the share of errors, and few cases prove nothing", () => {
  const judged = (confidence: number, isRight: boolean, count: number) =>
    Array.from({ length: count }, () => ({ confidence, isRight }));
  const cases = [...judged(0.9, true, 60), ...judged(0.6, true, 30), ...judged(0.6, false, 20)];

  expect(thresholdFor(cases, 0.05)).toBe(0.9);
  expect(thresholdFor(cases, 0.3)).toBe(0.6);
  expect(thresholdFor(judged(0.99, true, 10), 0.05)).toBeNull();
  expect(thresholdFor(judged(0.99, true, 19), 0.05)).toBe(0.99);
});
