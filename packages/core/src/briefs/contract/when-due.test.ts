import { expect, test } from "vitest";

import { isDue, isDueSince } from "./when-due";

const beganAt = new Date("2026-03-09T09:00:00Z");
const wish = { minutes: 60, isEvening: true, zone: "Europe/Berlin" };
const due = (now: string, given = {}) => isDue(beganAt, new Date(now), { ...wish, ...given });

test("a brief is due from six in the evening before, on the person's clock", () => {
  expect(due("2026-03-08T16:59:00Z")).toBe(false);
  expect(due("2026-03-08T17:00:00Z")).toBe(true);
  expect(due("2026-03-08T17:00:00Z", { zone: "America/New_York" })).toBe(false);
  expect(due("2026-03-09T06:00:00Z")).toBe(true);
});

test("it is due an hour before for those who want none in the evening, and never for those who want none", () => {
  const late = { isEvening: false };
  expect(due("2026-03-08T20:00:00Z", late)).toBe(false);
  expect(due("2026-03-09T07:59:00Z", late)).toBe(false);
  expect(due("2026-03-09T08:00:00Z", late)).toBe(true);
  expect(due("2026-03-09T08:59:00Z", { minutes: null, isEvening: false })).toBe(false);
});

test("a meeting that has begun has none", () => {
  expect(due("2026-03-09T09:00:00Z")).toBe(false);
});

test("a brief of the evening is made again once, an hour before", () => {
  const evening = new Date("2026-03-08T17:00:00Z");
  const again = (now: string, madeAt = evening, minutes: number | null = 60) =>
    isDueSince(beganAt, madeAt, { ...wish, minutes }, new Date(now));
  expect(again("2026-03-09T07:59:00Z")).toBe(false);
  expect(again("2026-03-09T08:00:00Z")).toBe(true);
  expect(again("2026-03-09T08:05:00Z", new Date("2026-03-09T08:00:00Z"))).toBe(false);
  expect(again("2026-03-09T08:00:00Z", evening, null)).toBe(false);
});
