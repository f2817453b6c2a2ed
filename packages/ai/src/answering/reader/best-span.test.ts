import { describe, expect, test } from "vitest";

import { bestSpan } from "./best-span";

describe("bestSpan", () => {
  test("takes the likeliest start and end together, in order", () => {
    const scores = Float32Array.of(0, 5, 4, 0, 0, 0, 0, 3);
    expect(bestSpan(scores, [0, 4])).toEqual({ first: 1, last: 3, score: 7 });
  });

  test("leaves out the title before the passage", () => {
    const scores = Float32Array.of(9, 9, 1, 0, 0, 2);
    expect(bestSpan(scores, [1, 3])).toEqual({ first: 1, last: 2, score: 3 });
  });

  test("leaves out the mark after the passage", () => {
    const scores = Float32Array.of(0, 0, 1, 2, 9, 9);
    expect(bestSpan(scores, [1, 2])).toEqual({ first: 1, last: 1, score: 3 });
  });
});
