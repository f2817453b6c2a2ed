"use client";

import {
  type DashboardContent,
  daysRange,
  mostDashboardFilters,
  presetRange,
  toggled,
} from "@besunny/api/browser/dashboards";
import type { Dimension, MetricFilter } from "@besunny/api/browser/figures";
import { useQueryStates } from "nuqs";
import { useMemo } from "react";
import { useHour } from "../../figures/use-hour";
import { useOwnZone } from "../../figures/use-own-zone";
import { dashboardParsers } from "./dashboard-place";

/** The questions around a dashboard: its range, zone, comparison and filters, by its own content and by the address. */
export function useDashboardPlace(content: DashboardContent) {
  const [place, setPlace] = useQueryStates(dashboardParsers, { history: "push" });
  const ownZone = useOwnZone();
  const hour = useHour();
  const timeZone = place.zone && isZone(place.zone) ? place.zone : (content.timeZone ?? ownZone);
  const preset = place.range ?? content.range;
  const days =
    place.from && place.to ? { first: isoDay(place.from), last: isoDay(place.to) } : null;
  const { first, last } = days ?? {};
  const { from, to } = useMemo(
    () =>
      first && last
        ? daysRange(first, last, timeZone)
        : presetRange(preset, timeZone, new Date(hour)),
    [first, last, preset, timeZone, hour],
  );
  const chips = place.f;
  const filters = [...content.filters, ...chips].slice(0, mostDashboardFilters);
  const setChips = (next: MetricFilter[]) => void setPlace({ f: next.length > 0 ? next : null });

  return {
    place,
    setPlace,
    preset: days ? null : preset,
    days,
    compare: place.compare ?? content.compare,
    around: { from, to, timeZone, compare: place.compare ?? content.compare, filters },
    chips,
    setChips,
    /** Filters by values, or no longer where they are the filter already. */
    toggle(values: readonly { dimension: Dimension; value: string | null }[]) {
      setChips(
        values.reduce((next, { dimension, value }) => toggled(next, dimension, value), chips),
      );
    },
  };
}

export type DashboardPlace = ReturnType<typeof useDashboardPlace>;

/** Returns whether the browser knows a time zone by this name. */
export function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

function isoDay(day: Date): string {
  return day.toISOString().slice(0, 10);
}
