"use client";

import { useFormatter, useTranslations } from "next-intl";

import { FiguresChart } from "~/charts/figures-chart";
import { tint } from "~/charts/tint";

import type { Metrics } from "./metrics";

/** Runs by the minute in which they ended, beside those that began. */
export function ThroughputChart({ metrics }: { metrics: Metrics }) {
  const t = useTranslations("queue");
  const format = useFormatter();
  const rows = metrics.throughput.map(({ minute, ...values }) => ({
    key: minute.toISOString(),
    name: format.dateTime(minute, { timeStyle: "short" }),
    values,
  }));

  return (
    <FiguresChart
      title={t("throughput")}
      definition={t("throughputDefinition")}
      axisName={t("minute")}
      rows={rows}
      series={[
        { key: "begun", name: t("begun"), color: "var(--n7)" },
        { key: "completed", name: t("completed"), color: tint("--good"), stack: "ended" },
        { key: "cancelled", name: t("cancelled"), color: "var(--n8)", stack: "ended" },
        { key: "failed", name: t("failed"), color: tint("--bad"), stack: "ended" },
      ]}
      amount={(count) => t("runs", { count })}
    />
  );
}
