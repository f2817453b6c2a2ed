"use client";

import { useTranslations } from "next-intl";

import { DayChart } from "./day-chart";
import type { Quality } from "./range";

/** The time of searches and questions, by day. */
export function LatencyOverTime({ quality }: { quality: Quality }) {
  const t = useTranslations("search");
  const rows = quality.days.map(({ day, p50Ms, p95Ms }) => ({
    day: day.toISOString().slice(0, 10),
    p50: Math.round(p50Ms ?? 0),
    p95: Math.round(p95Ms ?? 0),
  }));
  return (
    <DayChart
      title={t("latency")}
      definition={t("latencyDefinition")}
      rows={rows}
      series={[
        { key: "p50", name: t("p50"), fill: "var(--n8)" },
        { key: "p95", name: t("p95"), fill: "var(--accent)", only: "slow" },
      ]}
    />
  );
}
