"use client";

import { Table, TableCell, TableHead, TableRow } from "@besunny/ui/layout/table";
import { useFormatter, useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";
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

import { type RowFilter, searchRangeParsers } from "./range";

type Series = {
  key: string;
  name: string;
  fill: string;
  stack?: string;
  /** The rows that a click on its bar shows. */
  only?: RowFilter;
};
type Row = { day: string } & Record<string, string | number>;
type Props = { title: string; definition: string; rows: readonly Row[]; series: readonly Series[] };

/** Amounts by day as bars, with their table. A day leads to its single searches. */
export function DayChart({ title, definition, rows, series }: Props) {
  const t = useTranslations("search");
  const format = useFormatter();
  const [, setRange] = useQueryStates(searchRangeParsers, { history: "push" });
  const label = (day: string) =>
    format.dateTime(new Date(day), { day: "numeric", month: "short", timeZone: "UTC" });
  const open = (day: string, { only = "all" }: Series) => void setRange({ day, only });

  return (
    <ChartPanel
      title={title}
      definition={definition}
      rows={rows}
      chart={
        <ResponsiveContainer width="100%" height={256}>
          <BarChart data={[...rows]} accessibilityLayer margin={{ left: -8, right: 4, top: 4 }}>
            <CartesianGrid vertical={false} stroke="var(--n5)" />
            <XAxis dataKey="day" tickFormatter={label} minTickGap={24} {...axisLook} />
            <YAxis allowDecimals={false} {...axisLook} />
            <Tooltip labelFormatter={(day) => label(String(day))} {...tooltipLook} />
            <Legend
              iconType="square"
              iconSize={10}
              formatter={(name) => <span className="text-n11 text-xs">{name}</span>}
            />
            {series.map((each) => (
              <Bar
                key={each.key}
                dataKey={each.key}
                name={each.name}
                fill={each.fill}
                {...(each.stack && { stackId: each.stack })}
                isAnimationActive={false}
                cursor="pointer"
                onClick={({ payload }) => {
                  const day = rows.find((row) => row.day === payload?.day)?.day;
                  if (day) open(day, each);
                }}
              />
            ))}
          </BarChart>
        </ResponsiveContainer>
      }
      table={
        <Table label={title}>
          <thead>
            <tr>
              <TableHead>{t("day")}</TableHead>
              {series.map(({ key, name }) => (
                <TableHead key={key} numeric>
                  {name}
                </TableHead>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <TableRow key={row.day}>
                <TableCell>{label(row.day)}</TableCell>
                {series.map((each) => (
                  <TableCell key={each.key} numeric>
                    <button
                      type="button"
                      className="underline underline-offset-2"
                      onClick={() => open(row.day, each)}
                    >
                      {format.number(Number(row[each.key] ?? 0))}
                    </button>
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
