import type { Comparison, Dimension } from "../../metrics/contract/metric-words";
import type { MetricFilter, MetricQuery } from "../../metrics/contract/query";
import type { TileQuestion } from "./dashboard";
import { grainFor, type TimeRange } from "./time-range";

/** The part of a dashboard in the questions of its tiles. */
export type Around = TimeRange & {
  timeZone: string;
  compare: Comparison;
  filters: readonly MetricFilter[];
};

/** Returns the questions of a tile, one for each of its metrics. */
export function tileQueries(
  { metrics, grain, breakOuts, filters, limit }: TileQuestion,
  { from, to, timeZone, compare, filters: more }: Around,
): MetricQuery[] {
  return metrics.map((metric) => ({
    metric,
    from,
    to,
    timeZone,
    grain: grain === "auto" ? grainFor({ from, to }) : grain,
    breakOuts,
    filters: joined(filters, more),
    compare,
    limit,
  }));
}

/** Both must hold: of a dimension that both name, the values that both allow. None in common: neither is left out, so that nothing is counted. */
function joined(own: readonly MetricFilter[], more: readonly MetricFilter[]): MetricFilter[] {
  const others = more.filter(({ dimension }) => !own.some((each) => each.dimension === dimension));
  const both = own.flatMap((each): MetricFilter[] => {
    const same = more.find(({ dimension }) => dimension === each.dimension);
    if (!same) return [each];
    const values = each.values.filter((value) => same.values.includes(value));
    return values.length > 0 ? [{ ...each, values }] : [each, same];
  });
  return [...both, ...others];
}

/** Adds a value to the filters, in place of those of the same dimension; the same value again takes it away. */
export function toggled(
  filters: readonly MetricFilter[],
  dimension: Dimension,
  value: string | null,
): MetricFilter[] {
  const others = filters.filter((each) => each.dimension !== dimension);
  const known = filters.find((each) => each.dimension === dimension);
  const isSame = known?.values.length === 1 && known.values[0] === value;
  return isSame ? others : [...others, { dimension, values: [value] }];
}
