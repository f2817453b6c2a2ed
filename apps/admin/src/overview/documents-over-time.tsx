"use client";

import { Table, TableCell, TableHead, TableRow } from "@besunny/ui/layout/table";
import Link from "next/link";
import { useRouter } from "next/navigation";
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

import { documentsHref } from "~/documents/filters";
import { ChartPanel } from "./chart-panel";
import { axisLook, tooltipLook } from "./chart-parts";
import { dayAfter, daysOf, type OverviewData, type StatusName, statuses } from "./overview-data";

/** Documents by the day they came in and the state they are in now. */
export function DocumentsOverTime({ overview }: { overview: OverviewData }) {
  const t = useTranslations("overview");
  const ts = useTranslations("status");
  const format = useFormatter();
  const router = useRouter();
  const rows = daysOf(overview);
  const label = (day: string) =>
    format.dateTime(new Date(day), { day: "numeric", month: "short", timeZone: "UTC" });
  const hrefOf = (day: string, status: StatusName) =>
    documentsHref({ from: new Date(day), to: new Date(dayAfter(day)), status: [status] });

  return (
    <ChartPanel
      title={t("overTime")}
      definition={t("overTimeDefinition")}
      rows={overview.documentsByDay.length === 0 ? [] : rows}
      chart={
        <ResponsiveContainer width="100%" height={256}>
          <BarChart data={rows} accessibilityLayer margin={{ left: -16, right: 4, top: 4 }}>
            <CartesianGrid vertical={false} stroke="var(--n5)" />
            <XAxis dataKey="day" tickFormatter={label} minTickGap={24} {...axisLook} />
            <YAxis allowDecimals={false} {...axisLook} />
            <Tooltip labelFormatter={(day) => label(String(day))} {...tooltipLook} />
            <Legend
              iconType="square"
              iconSize={10}
              formatter={(name) => <span className="text-n11 text-xs">{name}</span>}
            />
            {statuses.map(({ name, color }) => (
              <Bar
                key={name}
                dataKey={name}
                name={ts(name)}
                stackId="day"
                fill={color}
                isAnimationActive={false}
                cursor="pointer"
                onClick={({ payload }) => {
                  const day = rows.find((row) => row.day === payload?.day)?.day;
                  if (day) router.push(hrefOf(day, name));
                }}
              />
            ))}
          </BarChart>
        </ResponsiveContainer>
      }
      table={
        <Table label={t("overTime")}>
          <thead>
            <tr>
              <TableHead>{t("day")}</TableHead>
              {statuses.map(({ name }) => (
                <TableHead key={name} numeric>
                  {ts(name)}
                </TableHead>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <TableRow key={row.day}>
                <TableCell>{label(row.day)}</TableCell>
                {statuses.map(({ name }) => (
                  <TableCell key={name} numeric>
                    {row[name] === 0 ? (
                      <span className="text-n11">0</span>
                    ) : (
                      <Link href={hrefOf(row.day, name)} className="underline underline-offset-2">
                        {format.number(row[name])}
                      </Link>
                    )}
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
