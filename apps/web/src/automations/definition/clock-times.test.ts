import { expect, test } from "vitest";

import { cronOf, timesOf } from "./clock-times";

test("a pattern that the form knows comes back as it was chosen", () => {
  for (const days of ["daily", "working", "monthly", "0", "3"] as const) {
    const chosen = { days, time: "08:05" };
    expect(timesOf(cronOf(chosen))).toEqual(chosen);
  }
  expect(cronOf({ days: "working", time: "17:30" })).toBe("30 17 * * 1-5");
});

test("any other pattern stays as it is written", () => {
  for (const cron of ["*/5 * * * *", "0 8 * 1 *", "0 8 1 * 1", "soon", "0 25 * * *"])
    expect(timesOf(cron)).toBeNull();
});
