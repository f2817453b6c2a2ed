import { expect, test } from "vitest";

import { daysRange, grainFor, presetRange, startOfDay } from "./time-range";

test.each([
  ["2026-03-29", "Europe/Berlin", "2026-03-28T23:00:00.000Z"],
  ["2026-03-30", "Europe/Berlin", "2026-03-29T22:00:00.000Z"],
  ["2026-10-26", "Europe/Berlin", "2026-10-25T23:00:00.000Z"],
  ["2026-11-02", "America/New_York", "2026-11-02T05:00:00.000Z"],
  ["2026-05-01", "Asia/Kathmandu", "2026-04-30T18:15:00.000Z"],
  ["2026-05-01", "UTC", "2026-05-01T00:00:00.000Z"],
  ["2026-05-01", "Pacific/Kiritimati", "2026-04-30T10:00:00.000Z"],
  // The clock jumps from midnight to one o'clock.
  ["2026-09-06", "America/Santiago", "2026-09-06T04:00:00.000Z"],
])("%s begins in %s at %s", (day, zone, moment) => {
  expect(startOfDay(day, zone).toISOString()).toBe(moment);
});

test("the days of a clock change are 23 and 25 hours long", () => {
  const hours = (day: string) => {
    const { from, to } = daysRange(day, day, "Europe/Berlin");
    return (to.getTime() - from.getTime()) / 3_600_000;
  };
  expect([hours("2026-03-29"), hours("2026-10-25"), hours("2026-06-01")]).toEqual([23, 25, 24]);
});

test("the last seven days are six whole ones and today up to this hour", () => {
  const range = presetRange("7d", "Europe/Berlin", new Date("2026-11-30T22:10:00Z"));
  expect(range.from.toISOString()).toBe("2026-11-23T23:00:00.000Z");
  expect(range.to.toISOString()).toBe("2026-11-30T23:00:00.000Z");
});

test("no range is cut into more than about a hundred parts", () => {
  const until = (days: number) => grainFor({ from: new Date(0), to: new Date(days * 86_400_000) });
  expect([1, 7, 90, 365, 3000].map(until)).toEqual(["hour", "day", "day", "week", "month"]);
});
