"use client";

import { useFormatter, useTranslations } from "next-intl";

import { FiguresChart } from "~/charts/figures-chart";
import { documentsHref } from "~/documents/filters";

import { endOfPart, type OverviewData, partsOf, statuses } from "./overview-data";

/** Documents by the hour or day they came in and the state they are in now. */
export function DocumentsOverTime({
  overview,
  workspaceId,
}: {
  overview: OverviewData;
  workspaceId: string | null;
}) {
  const t = useTranslations("overview");
  const ts = useTranslations("status");
  const format = useFormatter();
  const isByHour = overview.grain === "hour";
  const name = (at: Date) =>
    format.dateTime(at, {
      ...(isByHour
        ? { weekday: "short", hour: "2-digit", minute: "2-digit", hourCycle: "h23" }
        : { day: "numeric", month: "short" }),
      timeZone: "UTC",
    });
  const parts = partsOf(overview);

  return (
    <FiguresChart
      title={t("overTime")}
      definition={t(isByHour ? "overTimeByHour" : "overTimeDefinition")}
      axisName={t(isByHour ? "hour" : "day")}
      rows={parts.map(({ at, counts }) => ({
        key: at.toISOString(),
        name: name(at),
        values: counts,
      }))}
      series={statuses.map(({ name: key, color }) => ({ key, name: ts(key), color, stack: "all" }))}
      amount={(count) => t("documents", { count })}
      placeOf={({ key }, one) =>
        documentsHref({
          from: new Date(key),
          to: endOfPart(new Date(key), overview.grain),
          ...(one && {
            status: statuses.flatMap(({ name: each }) => (each === one.key ? [each] : [])),
          }),
          ...(workspaceId && { workspaceId }),
        })
      }
    />
  );
}
