"use client";

import type { Dimension, Grain, MetricDefinition, MetricUnit } from "@besunny/api/browser/figures";
import type { FigureGroup, FigureRow } from "@besunny/charts/figures";
import { useFormatter, useTranslations } from "next-intl";

import { useFigureWiring } from "./figure-wiring";

const MICRO = 1_000_000;

/** Returns the words for figures: values with their unit, parts of time, dimensions and their values. */
export function useFigureWords() {
  const t = useTranslations("figures");
  const wiring = useFigureWiring();
  const format = useFormatter();

  function span(ms: number): string {
    const seconds = ms / 1000;
    const units = [
      ["day", 86_400],
      ["hour", 3600],
      ["minute", 60],
      ["second", 1],
    ] as const;
    const [unit, length] = units.find(([, each]) => seconds >= each) ?? ["millisecond", 0.001];
    return format.number(seconds / length, {
      style: "unit",
      unit,
      unitDisplay: "short",
      maximumFractionDigits: unit === "millisecond" ? 0 : 1,
    });
  }

  /** Writes a value as axes and large figures show it. */
  function valueText(unit: MetricUnit, value: number): string {
    if (unit === "microUsd")
      return format.number(value / MICRO, {
        style: "currency",
        currency: "USD",
        maximumFractionDigits: Math.abs(value) < 10 * MICRO ? 4 : 2,
        minimumFractionDigits: 2,
      });
    if (unit === "ms") return span(value);
    if (unit === "share")
      return format.number(value, { style: "percent", maximumFractionDigits: 1 });
    if (unit === "score") return format.number(value, { maximumFractionDigits: 2 });
    if (unit === "bytes") return bytes(value);
    return format.number(value, { maximumFractionDigits: 1 });
  }

  function bytes(value: number): string {
    const power = value < 1 ? 0 : Math.min(4, Math.floor(Math.log10(value) / 3));
    const unit = (["byte", "kilobyte", "megabyte", "gigabyte", "terabyte"] as const)[power];
    return format.number(value / 1000 ** power, {
      style: "unit",
      unit: unit ?? "byte",
      unitDisplay: "short",
      maximumFractionDigits: power === 0 ? 0 : 1,
    });
  }

  function groupName(dimension: Dimension | undefined, { key, name }: FigureGroup): string {
    if (key === null) return t("none");
    return (dimension && wiring.groupName(dimension, key, name)) ?? name;
  }

  function timeName(at: Date, grain: Grain, timeZone: string): string {
    if (grain === "hour")
      return format.dateTime(at, {
        weekday: "short",
        hour: "2-digit",
        minute: "2-digit",
        hourCycle: "h23",
        timeZone,
      });
    if (grain === "month")
      return format.dateTime(at, { month: "short", year: "numeric", timeZone });
    const day = format.dateTime(at, { day: "numeric", month: "short", timeZone });
    return grain === "week" ? t("weekOf", { day }) : day;
  }

  return {
    valueText,
    groupName,
    timeName,
    dimensionName: (dimension: Dimension) => t(`dim_${dimension}`),
    unitName: (unit: MetricUnit) => t(`unit_${unit}`),

    /** Names a row of a chart. */
    rowName(
      row: FigureRow,
      { grain, timeZone, dimension }: { grain: Grain; timeZone: string; dimension?: Dimension },
    ): string {
      if (row.at) return timeName(row.at, grain, timeZone);
      if (row.isRest) return t("others");
      return row.group ? groupName(dimension, row.group) : t("whole");
    },

    /** Says how a figure changed; null where there is nothing to compare with. */
    deltaOf(
      { unit, better }: Pick<MetricDefinition, "unit" | "better">,
      now: number | null,
      before: number | null | undefined,
    ) {
      if (now === null || before === null || before === undefined) return null;
      const isShare = unit === "share";
      if (!isShare && before === 0) return null;
      const change = isShare ? (now - before) * 100 : now / before - 1;
      const text = format.number(change, {
        style: isShare ? "decimal" : "percent",
        signDisplay: "exceptZero",
        maximumFractionDigits: isShare ? 1 : 0,
      });
      const isUp = change > 0;
      const tone =
        better === null || change === 0 ? "neutral" : isUp === (better === "up") ? "good" : "bad";
      return {
        text: isShare ? t("points", { change: text }) : text,
        meaning: t("thanBefore", { before: valueText(unit, before) }),
        tone,
      } as const;
    },
  };
}

export type FigureWords = ReturnType<typeof useFigureWords>;
