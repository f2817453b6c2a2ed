"use client";

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
import { ChartPanel } from "~/overview/chart-panel";
import { axisLook, tooltipLook } from "~/overview/chart-parts";
import { tint } from "~/overview/overview-data";

import type { Metrics } from "./metrics";

const ends = [
  { name: "completed", color: tint("--good") },
  { name: "cancelled", color: "var(--n8)" },
  { name: "failed", color: tint("--bad") },
] as const;

/** Runs by the minute in which they ended, beside those that began. */
export function ThroughputChart({ metrics }: { metrics: Metrics }) {
  const t = useTranslations("queue");
  const format = useFormatter();
  const isEmpty = metrics.throughput.every(
    ({ begun, completed, failed, cancelled }) => begun + completed + failed + cancelled === 0,
  );
  const rows = metrics.throughput.map(({ minute, ...counts }) => ({
    minute: minute.toISOString(),
    ...counts,
  }));
  const label = (minute: string) => format.dateTime(new Date(minute), { timeStyle: "short" });

  return (
    <ChartPanel
      title={t("throughput")}
      definition={t("throughputDefinition")}
      rows={isEmpty ? [] : rows}
      chart={
        <ResponsiveContainer width="100%" height={220}>
          <BarChart data={rows} accessibilityLayer margin={{ left: -16, right: 4, top: 4 }}>
            <CartesianGrid vertical={false} stroke="var(--n5)" />
            <XAxis dataKey="minute" tickFormatter={label} minTickGap={32} {...axisLook} />
            <YAxis allowDecimals={false} {...axisLook} />
            <Tooltip labelFormatter={(minute) => label(String(minute))} {...tooltipLook} />
            <Legend
              iconType="square"
              iconSize={10}
              formatter={(name) => <span className="text-n11 text-xs">{name}</span>}
            />
            <Bar dataKey="begun" name={t("begun")} fill="var(--n7)" isAnimationActive={false} />
            {ends.map(({ name, color }) => (
              <Bar
                key={name}
                dataKey={name}
                name={t(name)}
                stackId="ended"
                fill={color}
                isAnimationActive={false}
              />
            ))}
          </BarChart>
        </ResponsiveContainer>
      }
      table={
        <Table label={t("throughput")}>
          <thead>
            <tr>
              <TableHead>{t("minute")}</TableHead>
              <TableHead numeric>{t("begun")}</TableHead>
              {ends.map(({ name }) => (
                <TableHead key={name} numeric>
                  {t(name)}
                </TableHead>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.toReversed().map((row) => (
              <TableRow key={row.minute}>
                <TableCell>{label(row.minute)}</TableCell>
                <TableCell numeric>{format.number(row.begun)}</TableCell>
                {ends.map(({ name }) => (
                  <TableCell key={name} numeric>
                    {format.number(row[name])}
                  </TableCell>
                ))}
              </TableRow>
            ))}
          </tbody>
        </Table>
      }
    />
  );
}
