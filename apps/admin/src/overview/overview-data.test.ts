import { documentStatuses } from "@besunny/api/browser/vocabulary";
import { expect, test } from "vitest";

import { changeOf, endOfPart, partsOf, statuses } from "./overview-data";

test("it shows a day without documents as zero, so that a gap is seen", () => {
  const parts = partsOf({
    since: new Date("2026-03-01T15:00:00Z"),
    until: new Date("2026-03-03T10:00:00Z"),
    grain: "day",
    documentsOverTime: [
      { at: new Date("2026-03-01T00:00:00Z"), status: "ready", count: 4 },
      { at: new Date("2026-03-03T00:00:00Z"), status: "failed", count: 1 },
    ],
    costOverTime: [{ at: new Date("2026-03-03T00:00:00Z"), costMicro: 0.5 }],
  });

  expect(parts.map(({ at, counts, all }) => [at.getUTCDate(), counts.ready, all])).toEqual([
    [1, 4, 4],
    [2, 0, 0],
    [3, 0, 1],
  ]);
  expect(parts.map(({ costMicro }) => costMicro)).toEqual([0, 0, 0.5]);
});

test("a range that ends at midnight holds no part of the day after", () => {
  const parts = partsOf({
    since: new Date("2026-03-01T00:00:00Z"),
    until: new Date("2026-03-02T00:00:00Z"),
    grain: "hour",
    documentsOverTime: [{ at: new Date("2026-03-01T23:00:00Z"), status: "ready", count: 2 }],
    costOverTime: [],
  });
  expect(parts).toHaveLength(24);
  expect(parts.at(-1)).toMatchObject({ all: 2 });
});

test("it steps over the end of a month", () => {
  expect(endOfPart(new Date("2026-02-28"), "day")).toEqual(new Date("2026-03-01"));
});

test("nothing before is no growth without end", () => {
  expect([changeOf(4, 0), changeOf(4, 4), changeOf(6, 4), changeOf(1, 4)]).toEqual([
    null,
    null,
    0.5,
    -0.75,
  ]);
});

test("every status of a document has its place in the chart", () => {
  expect(statuses.map(({ name }) => name).sort()).toEqual([...documentStatuses].sort());
});
