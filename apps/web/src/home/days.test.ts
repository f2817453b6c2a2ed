import { expect, test } from "vitest";

import { daysBetween, localDay } from "./days";

test("a day is that of the person's own calendar", () => {
  expect(localDay(new Date(2026, 0, 5, 23, 59))).toBe("2026-01-05");
});

test("days are counted over the change of clocks and of years", () => {
  expect(daysBetween("2026-03-28", "2026-03-30")).toBe(2);
  expect(daysBetween("2026-12-31", "2027-01-01")).toBe(1);
  expect(daysBetween("2026-05-02", "2026-05-02")).toBe(0);
});
