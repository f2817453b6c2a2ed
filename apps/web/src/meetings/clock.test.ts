import { expect, test } from "vitest";

import { clockOf } from "./clock";

test.each([
  [0, "0:00"],
  [7_900, "0:07"],
  [754_000, "12:34"],
  [3_723_000, "1:02:03"],
  [36_000_000, "10:00:00"],
])("%i ms is the place %s", (milliseconds, place) => {
  expect(clockOf(milliseconds)).toBe(place);
});
