"use client";

import { useFormatter, useTranslations } from "next-intl";

import { DayChart } from "./day-chart";
import type { Quality } from "./range";

/** The time of searches and questions, by day. */
export function LatencyOverTime({ quality }: { quality: Quality }) {
  const t = useTranslations("search");
  const format = useFormatter();
  const rows = quality.days.map(({ day, p50Ms, p95Ms }) => ({
    day: day.toISOString().slice(0, 10),
    values: { p50: Math.round(p50Ms ?? 0), p95: Math.round(p95Ms ?? 0) },
  }));
  return (
    <DayChart
      title={t("latency")}
      definition={t("latencyDefinition")}
      rows={rows}
      series={[
        { key: "p50", name: t("p50"), color: "var(--n8)" },
        { key: "p95", name: t("p95"), color: "var(--accent)" },
      ]}
      only={{ p95: "slow" }}
      amount={(value) => format.number(value, { style: "unit", unit: "millisecond" })}
    />
  );
}
