"use client";

import { useFormatter, useTranslations } from "next-intl";

import { FiguresChart } from "~/charts/figures-chart";
import { useStageName } from "~/documents/stage-name";
import { stageRunsHref } from "~/documents/stages/stage-filters";
import { timeSpan } from "~/operations/time-span";

import { filterOf, type OverviewData } from "./overview-data";

/** Shows the time of each stage; each opens its slowest documents. */
export function StageTimes({
  overview,
  workspaceId,
}: {
  overview: OverviewData;
  workspaceId: string | null;
}) {
  const t = useTranslations("overview");
  const format = useFormatter();
  const stageName = useStageName();
  const counts = new Map(overview.stageTimes.map(({ stage, count }) => [stage, count]));

  return (
    <FiguresChart
      title={t("stageTimes")}
      definition={t("stageTimesDefinition")}
      axisName={t("stage")}
      direction="bars"
      rows={overview.stageTimes.map(({ stage, p50Ms, p95Ms }) => ({
        key: stage,
        name: stageName(stage),
        values: { p50: Math.round(p50Ms), p95: Math.round(p95Ms) },
      }))}
      series={[
        { key: "p50", name: "p50", color: "var(--n8)" },
        { key: "p95", name: "p95", color: "var(--accent)" },
      ]}
      columns={[
        {
          name: t("count"),
          numeric: true,
          text: ({ key }) => counts.get(key) ?? 0,
          show: ({ key }) => format.number(counts.get(key) ?? 0),
        },
      ]}
      amount={timeSpan}
      numberText={(milliseconds) => (milliseconds === 0 ? "0" : timeSpan(milliseconds))}
      placeOf={({ key }) => stageRunsHref({ stage: key, ...filterOf(overview, workspaceId) })}
    />
  );
}
