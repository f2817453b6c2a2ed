import { documentStatuses } from "@besunny/api/browser/vocabulary";
import { expect, test } from "vitest";

import { dayAfter, daysOf, statuses } from "./overview-data";

test("it shows a day without documents as zero, so that a gap is seen", () => {
  const rows = daysOf({
    since: new Date("2026-03-01T15:00:00Z"),
    asOf: new Date("2026-03-03T10:00:00Z"),
    documentsByDay: [
      { day: new Date("2026-03-01T00:00:00Z"), status: "ready", count: 4 },
      { day: new Date("2026-03-03T00:00:00Z"), status: "failed", count: 1 },
    ],
    totals: { documents: 5, ready: 4, failed: 1, open: 0, costUsd: 0, costsUnknown: 0 },
    stageTimes: [],
    failures: [],
    outbox: { unsent: 0, oldest: null },
    queue: { depth: 0, oldest: null },
    readEarlier: 0,
    workspaces: [],
  });

  expect(rows.map(({ day, ready, failed }) => [day, ready, failed])).toEqual([
    ["2026-03-01", 4, 0],
    ["2026-03-02", 0, 0],
    ["2026-03-03", 0, 1],
  ]);
});

test("it steps over the end of a month", () => {
  expect(dayAfter("2026-02-28")).toBe("2026-03-01");
});

test("every status of a document has its place in the chart", () => {
  expect(statuses.map(({ name }) => name).sort()).toEqual([...documentStatuses].sort());
});
