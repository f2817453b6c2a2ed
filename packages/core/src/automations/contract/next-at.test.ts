import { expect, test } from "vitest";

import { nextAtOf, problemsOfTimes } from "./next-at";

const everyNight = { kind: "clock", cron: "30 2 * * *", timeZone: "Europe/Berlin" } as const;

/** The first times of a clock after a moment. */
function timesAfter(from: string, count: number): (string | undefined)[] {
  let at: Date | null = new Date(from);
  return Array.from({ length: count }, () => {
    at = at && nextAtOf(everyNight, at);
    return at?.toISOString();
  });
}

test("a clock comes once in the night in which an hour is missing, and once in the one in which it comes twice", () => {
  expect(timesAfter("2026-03-28T00:00:00Z", 3)).toEqual([
    "2026-03-28T01:30:00.000Z",
    "2026-03-29T01:00:00.000Z",
    "2026-03-30T00:30:00.000Z",
  ]);
  expect(timesAfter("2026-10-24T00:00:00Z", 3)).toEqual([
    "2026-10-24T00:30:00.000Z",
    "2026-10-25T00:30:00.000Z",
    "2026-10-26T01:30:00.000Z",
  ]);
});

test("dates and actions are looked at again, events are not, and a clock that never comes has a mistake", () => {
  const now = new Date("2026-12-01T12:00:00Z");
  const dates = { kind: "fact.date", field: "facts.due_date.date", days: -14 } as const;
  expect(nextAtOf(dates, now, true)).toEqual(now);
  expect(nextAtOf(dates, now)).toEqual(new Date("2026-12-01T12:15:00Z"));
  expect(nextAtOf({ kind: "document.ready" }, now)).toBeNull();
  expect(problemsOfTimes(everyNight)).toEqual([]);
  for (const [cron, timeZone, path] of [
    ["0 8 30 2 *", "Europe/Berlin", "cron"],
    ["soon", "Europe/Berlin", "cron"],
    ["0 8 * * *", "Europe/Bonn", "timeZone"],
  ] as const)
    expect(problemsOfTimes({ kind: "clock", cron, timeZone })).toMatchObject([
      { code: "input", path: ["trigger", path] },
    ]);
});
