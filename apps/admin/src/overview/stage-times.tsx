"use client";

import { documentStages } from "@besunny/api/browser/vocabulary";
import { Table, TableCell, TableHead, TableRow } from "@besunny/ui/layout/table";
import { useFormatter, useTranslations } from "next-intl";
import {
  Bar,
  BarChart,
  CartesianGrid,
  Legend,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts";
import { ChartPanel } from "./chart-panel";
import { axisLook, tooltipLook } from "./chart-parts";
import type { OverviewData } from "./overview-data";

/** Shows the time of each stage. Half of all were quicker than p50, nineteen of twenty quicker than p95. */
export function StageTimes({ overview }: { overview: OverviewData }) {
  const t = useTranslations("overview");
  const format = useFormatter();
  const seconds = (ms: number) =>
    format.number(ms / 1000, {
      style: "unit",
      unit: "second",
      unitDisplay: "narrow",
      maximumFractionDigits: ms < 10_000 ? 2 : 0,
    });
  const rows = overview.stageTimes.map((row) => {
    const stage = documentStages.find((name) => name === row.stage);
    return { ...row, stage: stage ? t(`stage_${stage}`) : row.stage };
  });

  return (
    <ChartPanel
      title={t("stageTimes")}
      definition={t("stageTimesDefinition")}
      rows={rows}
      chart={
        <ResponsiveContainer width="100%" height={256}>
          <BarChart
            data={rows}
            layout="vertical"
            accessibilityLayer
            margin={{ left: 16, right: 16 }}
          >
            <CartesianGrid horizontal={false} stroke="var(--n5)" />
            <XAxis type="number" tickFormatter={seconds} {...axisLook} />
            <YAxis type="category" dataKey="stage" width={90} {...axisLook} />
            <Tooltip formatter={(value) => seconds(Number(value))} {...tooltipLook} />
            <Legend
              iconType="square"
              iconSize={10}
              formatter={(name) => <span className="text-n11 text-xs">{name}</span>}
            />
            <Bar dataKey="p50Ms" name="p50" fill="var(--n8)" isAnimationActive={false} />
            <Bar dataKey="p95Ms" name="p95" fill="var(--accent)" isAnimationActive={false} />
          </BarChart>
        </ResponsiveContainer>
      }
      table={
        <Table label={t("stageTimes")}>
          <thead>
            <tr>
              <TableHead>{t("stage")}</TableHead>
              <TableHead numeric>{t("count")}</TableHead>
              <TableHead numeric>p50</TableHead>
              <TableHead numeric>p95</TableHead>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <TableRow key={row.stage}>
                <TableCell>{row.stage}</TableCell>
                <TableCell numeric>{format.number(row.count)}</TableCell>
                <TableCell numeric>{seconds(row.p50Ms)}</TableCell>
                <TableCell numeric>{seconds(row.p95Ms)}</TableCell>
              </TableRow>
            ))}
          </tbody>
        </Table>
      }
    />
  );
}
