import { describe, expect, test } from "vitest";

import { nextTimes, timing } from "./timing";

const iso = (times: Date[]) => times.map((time) => time.toISOString());
const after = (time: string) => new Date(time);

describe("nextTimes", () => {
  test("keeps to the clock on the wall when summer time ends", () => {
    const daily = { cron: "30 3 * * *", timeZone: "Europe/Paris" };

    expect(iso(nextTimes(daily, after("2026-10-23T12:00:00Z"), 3))).toEqual([
      "2026-10-24T01:30:00.000Z",
      "2026-10-25T02:30:00.000Z",
      "2026-10-26T02:30:00.000Z",
    ]);
  });

  test("passes over nothing when an hour is left out in spring", () => {
    const daily = { cron: "30 2 * * *", timeZone: "Europe/Paris" };

    const times = nextTimes(daily, after("2026-03-28T12:00:00Z"), 2);

    expect(times[0]?.toISOString().slice(0, 10)).toBe("2026-03-29");
    expect(times[1]?.toISOString()).toBe("2026-03-30T00:30:00.000Z");
  });

  test("returns fewer where there are no more", () => {
    const once = { cron: "0 0 29 2 *", timeZone: "UTC" };
    expect(iso(nextTimes(once, after("2026-01-01T00:00:00Z"), 1))).toEqual([
      "2028-02-29T00:00:00.000Z",
    ]);
  });
});

describe("timing", () => {
  test.each(["* * * * *", "*/15 9-17 * * 1-5", "0 3 1,15 * *", "0 0 * * SUN"])(
    "takes %s",
    (cron) => {
      expect(timing.safeParse({ cron, timeZone: "Europe/Paris" }).success).toBe(true);
    },
  );

  test.each([
    ["seconds", { cron: "0 0 3 * * *", timeZone: "UTC" }, "cron"],
    ["a nickname", { cron: "@daily", timeZone: "UTC" }, "cron"],
    ["a date", { cron: "2030-01-01T00:00:00", timeZone: "UTC" }, "cron"],
    ["what is no time", { cron: "61 * * * *", timeZone: "UTC" }, "cron"],
    ["words", { cron: "every day at three o'clock", timeZone: "UTC" }, "cron"],
    ["a day that never comes", { cron: "0 0 31 2 *", timeZone: "UTC" }, "cron"],
    ["a zone that is none", { cron: "0 3 * * *", timeZone: "Mars/Olympus" }, "timeZone"],
  ])("refuses %s, and says which field", (_, given, field) => {
    const { error } = timing.safeParse(given);
    expect(error?.issues.map(({ path }) => path[0])).toEqual([field]);
  });
});
