import { expect, test } from "vitest";

import { timeSpan } from "./time-span";

test.each([
  [-5, "0 ms"],
  [0, "0 ms"],
  [240.4, "240 ms"],
  [3_000, "3 s"],
  [3_240, "3.2 s"],
  [59_940, "59.9 s"],
  [59_960, "1 min"],
  [250_000, "4 min 10 s"],
  [7_500_000, "2 h 5 min"],
  [90_000_000, "1 d 1 h"],
])("%d ms are told as %s", (milliseconds, told) => {
  expect(timeSpan(milliseconds)).toBe(told);
});
