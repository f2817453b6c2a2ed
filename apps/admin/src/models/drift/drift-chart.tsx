"use client";

import { driftStates } from "@besunny/api/browser/vocabulary";
import { useFormatter, useTranslations } from "next-intl";

import { FiguresChart } from "~/charts/figures-chart";
import { tint } from "~/charts/tint";

import type { Window } from "./drift-place";

/** The sources that were compared in each week, by the verdict. */
export function DriftChart({ windows }: { windows: readonly Window[] }) {
  const t = useTranslations("drift");
  const format = useFormatter();
  const weeks = Map.groupBy(windows, ({ week }) => week);
  const rows = [...weeks].toSorted().map(([week, own]) => ({
    key: week,
    name: format.dateTime(new Date(week), { day: "numeric", month: "short", timeZone: "UTC" }),
    values: Object.fromEntries(
      driftStates.map((state) => [state, own.filter((each) => each.state === state).length]),
    ),
  }));
  return (
    <FiguresChart
      title={t("overTime")}
      definition={t("overTimeDefinition")}
      axisName={t("week")}
      rows={rows}
      series={[
        { key: "drifted", name: t("state_drifted"), color: tint("--bad"), stack: "sources" },
        { key: "steady", name: t("state_steady"), color: tint("--good"), stack: "sources" },
        { key: "few", name: t("state_few"), color: "var(--n7)", stack: "sources" },
      ]}
      amount={(value) => t("sources", { count: value })}
    />
  );
}
