import { expect, test } from "vitest";

import { rangeOf } from "./range-of";
import type { ReportRange } from "./report-words";

const cases: [ReportRange, string, string, string, string][] = [
  // The week in which clocks went forward has 167 hours.
  ["lastWeek", "2026-03-30T05:00Z", "Europe/Berlin", "2026-03-22T23:00Z", "2026-03-29T22:00Z"],
  ["yesterday", "2026-03-30T05:00Z", "Europe/Berlin", "2026-03-28T23:00Z", "2026-03-29T22:00Z"],
  ["yesterday", "2026-10-26T05:00Z", "Europe/Berlin", "2026-10-24T22:00Z", "2026-10-25T23:00Z"],
  ["lastMonth", "2026-03-30T23:30Z", "Asia/Kolkata", "2026-01-31T18:30Z", "2026-02-28T18:30Z"],
  ["lastMonth", "2026-01-01T05:00Z", "America/New_York", "2025-12-01T05:00Z", "2026-01-01T05:00Z"],
  ["last7Days", "2026-05-04T12:00Z", "Asia/Kathmandu", "2026-04-26T18:15Z", "2026-05-03T18:15Z"],
  ["last30Days", "2026-05-04T12:00Z", "UTC", "2026-04-04T00:00Z", "2026-05-04T00:00Z"],
  ["lastWeek", "2026-05-03T23:00Z", "Pacific/Auckland", "2026-04-26T12:00Z", "2026-05-03T12:00Z"],
];

test.each(cases)("%s at %s in %s is whole days of that place", (range, now, zone, from, to) => {
  expect(rangeOf(range, new Date(now), zone)).toEqual({ from: new Date(from), to: new Date(to) });
});
