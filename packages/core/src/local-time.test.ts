import { expect, test } from "vitest";

import { isWithin, localTime } from "./local-time";

test("a moment is another day for people further east", () => {
  const now = new Date("2026-03-28T23:30:00Z");
  expect(localTime(now, "Europe/Berlin")).toEqual({ day: "2026-03-29", minute: 30 });
  expect(localTime(now, "America/New_York")).toEqual({ day: "2026-03-28", minute: 19 * 60 + 30 });
  expect(localTime(now, null)).toEqual({ day: "2026-03-28", minute: 23 * 60 + 30 });
});

test("the change of clocks moves the minute and not the day", () => {
  expect(localTime(new Date("2026-03-29T00:30:00Z"), "Europe/Berlin").minute).toBe(90);
  expect(localTime(new Date("2026-03-29T01:30:00Z"), "Europe/Berlin").minute).toBe(210);
});

test("a zone that this machine does not know is UTC", () => {
  expect(localTime(new Date("2026-01-05T06:07:00Z"), "Mars/Olympus")).toEqual({
    day: "2026-01-05",
    minute: 367,
  });
});

test("quiet hours may reach over midnight", () => {
  const night = { from: 22 * 60, to: 7 * 60 };
  expect([0, 419, 420, 1319, 1320].map((minute) => isWithin(minute, night))).toEqual([
    true,
    true,
    false,
    false,
    true,
  ]);
  expect(isWithin(600, { from: 540, to: 660 })).toBe(true);
  expect(isWithin(600, null)).toBe(false);
});
