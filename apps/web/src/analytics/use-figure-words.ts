"use client";

import type { Dimension, Grain, MetricDefinition, MetricUnit } from "@besunny/api/browser/figures";
import { documentStatuses } from "@besunny/api/browser/vocabulary";
import type { FigureGroup, FigureRow } from "@besunny/charts/figures";
import { titleOf } from "@besunny/web-kit/audit/audit-entry";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useQuery } from "@tanstack/react-query";
import { useFormatter, useMessages, useTranslations } from "next-intl";

import { useSourceName } from "~/app/(workspace)/settings/data-quality/use-source-name";
import { useNames } from "~/i18n/use-names";

const MICRO = 1_000_000;
const spans = [
  ["day", 86_400],
  ["hour", 3600],
  ["minute", 60],
  ["second", 1],
] as const;

type Around = { grain: Grain; timeZone: string; dimension: Dimension | undefined };

/** Returns the words for figures: values with their unit, parts of time and groups, in the language of the page. */
export function useFigureWords() {
  const t = useTranslations("analytics");
  const td = useTranslations("document");
  const { analytics } = useMessages();
  const names = useNames();
  const sourceName = useSourceName();
  const format = useFormatter();
  const trpc = useTRPC();
  const operations = useQuery(
    trpc.workspace.operations.queryOptions(undefined, { staleTime: Number.POSITIVE_INFINITY }),
  );

  function span(ms: number): string {
    const seconds = ms / 1000;
    const [unit, length] = spans.find(([, each]) => seconds >= each) ?? ["millisecond", 0.001];
    return format.number(seconds / length, {
      style: "unit",
      unit,
      unitDisplay: "short",
      maximumFractionDigits: unit === "millisecond" ? 0 : 1,
    });
  }

  function valueText(unit: MetricUnit, value: number): string {
    if (unit === "ms") return span(value);
    if (unit === "microUsd")
      return format.number(value / MICRO, {
        style: "currency",
        currency: "USD",
        maximumFractionDigits: Math.abs(value) < 10 * MICRO ? 4 : 2,
        minimumFractionDigits: 2,
      });
    if (unit === "share")
      return format.number(value, { style: "percent", maximumFractionDigits: 1 });
    return format.number(value, { maximumFractionDigits: unit === "score" ? 2 : 1 });
  }

  function knownName(prefix: string, key: string): string | undefined {
    return Object.entries(analytics).find(([name]) => name === `${prefix}_${key}`)?.[1];
  }

  function groupName(dimension: Dimension | undefined, { key, name }: FigureGroup): string {
    if (key === null) return t("none");
    if (dimension === "type") return names.typeName(key);
    if (dimension === "language") return names.languageName(key);
    if (dimension === "status") {
      const status = documentStatuses.find((each) => each === key);
      return status ? td(`status_${status}`) : key;
    }
    if (dimension === "feature")
      return key.includes(".")
        ? titleOf(operations.data?.items ?? [], key)
        : (knownName("feature", key) ?? key);
    if (dimension === "source") return sourceName(key);
    if (dimension === "outcome") return knownName(dimension, key) ?? name;
    return name;
  }

  function timeName(at: Date, grain: Grain, timeZone: string): string {
    if (grain === "hour")
      return format.dateTime(at, {
        weekday: "short",
        hour: "2-digit",
        minute: "2-digit",
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

    /** Names a row of a chart: a part of time or a group. */
    rowName(row: FigureRow, { grain, timeZone, dimension }: Around): string {
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
      const isGood = change > 0 === (better === "up");
      return {
        text: isShare ? t("points", { change: text }) : text,
        meaning: t("thanBefore", { before: valueText(unit, before) }),
        tone: better === null || change === 0 ? "neutral" : isGood ? "good" : "bad",
      } as const;
    },
  };
}

export type FigureWords = ReturnType<typeof useFigureWords>;
