import type { Grain } from "../../metrics/contract/metric-words";
import { partStart, type TimeRange } from "../../metrics/contract/time-parts";
import type { ReportRange } from "./report-words";

/** Returns the whole days, weeks from Monday or months of a range before a moment, as clocks in the zone show it. */
export function rangeOf(range: ReportRange, now: Date, timeZone: string): TimeRange {
  const { grain, parts } = lengths[range];
  const to = partStart(now, grain, timeZone);
  let from = to;
  for (let part = 0; part < parts; part += 1)
    from = partStart(new Date(from.getTime() - 1), grain, timeZone);
  return { from, to };
}

const lengths: Readonly<
  Record<ReportRange, { grain: Exclude<Grain, "none" | "hour">; parts: number }>
> = {
  yesterday: { grain: "day", parts: 1 },
  last7Days: { grain: "day", parts: 7 },
  last30Days: { grain: "day", parts: 30 },
  lastWeek: { grain: "week", parts: 1 },
  lastMonth: { grain: "month", parts: 1 },
};
