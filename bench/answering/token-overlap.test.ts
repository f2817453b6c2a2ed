import { describe, expect, test } from "vitest";

import { areaUnder, overlapOf } from "./token-overlap";

describe("overlapOf", () => {
  test("counts shared words once each", () => {
    expect(overlapOf("The rent is 850", "rent 850")).toBeCloseTo(0.8);
    expect(overlapOf("850 850", "850")).toBeCloseTo(2 / 3);
    expect(overlapOf("cats", "dogs")).toBe(0);
  });
});

describe("areaUnder", () => {
  test("is one half for scores that tell nothing", () => {
    expect(areaUnder([0.5, 0.5], [0.5])).toBe(0.5);
    expect(areaUnder([0.9, 0.8], [0.1, 0.85])).toBe(0.75);
  });
});
