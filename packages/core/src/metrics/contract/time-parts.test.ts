import { describe, expect, test } from "vitest";

import { comparedRange, isTimeZone, partStarts, placeOf, withoutGaps } from "./time-parts";

const HOUR = 3_600_000;
const range = (from: string, to: string) => ({ from: new Date(from), to: new Date(to) });
const lengths = (starts: readonly Date[]) =>
  starts.slice(1).map((start, place) => (start.getTime() - (starts[place]?.getTime() ?? 0)) / HOUR);
const iso = (starts: readonly Date[]) => starts.map((start) => start.toISOString());

describe("days", () => {
  test("have 23 hours when clocks go forward, and 25 when they go back", () => {
    const spring = range("2025-03-28T23:00:00Z", "2025-03-31T22:00:00Z");
    expect(iso(partStarts(spring, "day", "Europe/Berlin"))).toEqual([
      "2025-03-28T23:00:00.000Z",
      "2025-03-29T23:00:00.000Z",
      "2025-03-30T22:00:00.000Z",
    ]);
    expect(lengths(partStarts(spring, "day", "Europe/Berlin"))).toEqual([24, 23]);
    const autumn = range("2025-11-01T04:00:00Z", "2025-11-04T05:00:00Z");
    expect(lengths(partStarts(autumn, "day", "America/New_York"))).toEqual([24, 25]);
  });

  test("begin at a quarter to in Nepal, and at one o'clock where midnight is left out", () => {
    expect(
      iso(
        partStarts(range("2025-06-10T00:00:00Z", "2025-06-11T00:00:00Z"), "day", "Asia/Kathmandu"),
      ),
    ).toEqual(["2025-06-09T18:15:00.000Z", "2025-06-10T18:15:00.000Z"]);
    // In Cairo clocks went from 0:00 to 1:00 on 25 April 2025.
    const cairo = partStarts(
      range("2025-04-23T22:00:00Z", "2025-04-26T21:00:00Z"),
      "day",
      "Africa/Cairo",
    );
    expect(iso(cairo)).toEqual([
      "2025-04-23T22:00:00.000Z",
      "2025-04-24T22:00:00.000Z",
      "2025-04-25T21:00:00.000Z",
    ]);
  });

  test("leave out the one that Samoa never had", () => {
    const samoa = partStarts(
      range("2011-12-29T12:00:00Z", "2012-01-01T00:00:00Z"),
      "day",
      "Pacific/Apia",
    );
    expect(lengths(samoa).every((hours) => hours === 24)).toBe(true);
  });
});

test("hours are each of their own when clocks go back, and begin at the half in India", () => {
  const night = partStarts(
    range("2025-10-25T22:00:00Z", "2025-10-26T04:00:00Z"),
    "hour",
    "Europe/Berlin",
  );
  expect(night.length).toBe(6);
  expect(lengths(night)).toEqual([1, 1, 1, 1, 1]);
  expect(
    iso(partStarts(range("2025-06-10T00:00:00Z", "2025-06-10T01:00:00Z"), "hour", "Asia/Kolkata")),
  ).toEqual(["2025-06-09T23:30:00.000Z", "2025-06-10T00:30:00.000Z"]);
  const howe = partStarts(
    range("2025-10-04T13:00:00Z", "2025-10-04T18:00:00Z"),
    "hour",
    "Australia/Lord_Howe",
  );
  expect(new Set(lengths(howe))).toEqual(new Set([1, 0.5]));
});

test("weeks begin on Monday, months on the first", () => {
  expect(
    iso(partStarts(range("2025-10-22T00:00:00Z", "2025-11-05T00:00:00Z"), "week", "Europe/Berlin")),
  ).toEqual(["2025-10-19T22:00:00.000Z", "2025-10-26T23:00:00.000Z", "2025-11-02T23:00:00.000Z"]);
  expect(
    iso(
      partStarts(range("2025-02-10T00:00:00Z", "2025-04-10T00:00:00Z"), "month", "Europe/Berlin"),
    ),
  ).toEqual(["2025-01-31T23:00:00.000Z", "2025-02-28T23:00:00.000Z", "2025-03-31T22:00:00.000Z"]);
});

test.each(["Europe/Berlin", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe", "UTC"])(
  "in %s every instant is in one part, and parts follow each other",
  (timeZone) => {
    for (const grain of ["hour", "day", "week", "month"] as const) {
      const whole = range("2025-03-20T10:20:00Z", "2025-04-12T03:40:00Z");
      const starts = partStarts(whole, grain, timeZone);
      expect(starts[0]?.getTime()).toBeLessThanOrEqual(whole.from.getTime());
      expect(lengths(starts).every((hours) => hours > 0)).toBe(true);
      for (let at = whole.from.getTime(); at < whole.to.getTime(); at += 7 * HOUR) {
        const start = starts[placeOf(starts, new Date(at))] ?? new Date(0);
        expect(partStarts({ from: new Date(at), to: new Date(at + 1) }, grain, timeZone)).toEqual([
          start,
        ]);
      }
    }
  },
);

test("a place before the first part is -1", () => {
  expect(placeOf([new Date(10)], new Date(9))).toBe(-1);
  expect(placeOf([new Date(10), new Date(20)], new Date(20))).toBe(1);
});

test("gaps get a point", () => {
  const starts = [new Date(1), new Date(2), new Date(3)];
  const points = [{ at: new Date(2), value: 7 }];
  expect(withoutGaps(starts, points, (at) => ({ at, value: 0 })).map(({ value }) => value)).toEqual(
    [0, 7, 0],
  );
});

test("a range is compared with as many days before, or the same days a year earlier", () => {
  const week = range("2025-03-30T23:00:00Z", "2025-04-06T22:00:00Z");
  const ofDays = { from: new Date("2025-03-30T22:00:00Z"), to: new Date("2025-04-06T22:00:00Z") };
  expect(comparedRange(ofDays, "before", "Europe/Berlin")).toEqual(
    range("2025-03-23T23:00:00Z", "2025-03-30T22:00:00Z"),
  );
  expect(comparedRange(week, "before", "Europe/Berlin")?.to).toEqual(week.from);
  expect(comparedRange(ofDays, "yearEarlier", "Europe/Berlin")).toEqual(
    range("2024-03-30T23:00:00Z", "2024-04-06T22:00:00Z"),
  );
  const leap = range("2024-02-29T00:00:00Z", "2024-03-01T00:00:00Z");
  expect(comparedRange(leap, "yearEarlier", "UTC")).toEqual(
    range("2023-02-28T00:00:00Z", "2023-03-01T00:00:00Z"),
  );
  expect(comparedRange(leap, "none", "UTC")).toBeNull();
});

test("a name that is no zone is told", () => {
  expect([isTimeZone("Asia/Kathmandu"), isTimeZone("Mars/Olympus")]).toEqual([true, false]);
});
