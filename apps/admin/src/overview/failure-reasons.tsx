"use client";

import { RelativeTime } from "@besunny/ui/display/relative-time";
import { Table, TableCell, TableHead, TableRow } from "@besunny/ui/layout/table";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useFormatter, useTranslations } from "next-intl";
import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";

import { documentsHref } from "~/documents/filters";
import { useReason } from "~/documents/reason";

import { ChartPanel } from "./chart-panel";
import { axisLook, tooltipLook } from "./chart-parts";
import { type OverviewData, tint } from "./overview-data";

/** Why documents failed; each reason opens its documents. */
export function FailureReasons({ overview }: { overview: OverviewData }) {
  const t = useTranslations("overview");
  const format = useFormatter();
  const router = useRouter();
  const reasonOf = useReason();
  const hrefOf = (errorCode: string) =>
    documentsHref({ from: overview.since, status: ["failed"], errorCode });
  const rows = overview.failures.map(({ code, count, latest }) => ({
    code,
    reason: reasonOf(code),
    count,
    latest: latest.toISOString(),
  }));

  return (
    <ChartPanel
      title={t("failures")}
      definition={t("failuresDefinition")}
      rows={rows}
      chart={
        <ResponsiveContainer width="100%" height={256}>
          <BarChart
            data={rows}
            layout="vertical"
            accessibilityLayer
            margin={{ left: 40, right: 16 }}
          >
            <CartesianGrid horizontal={false} stroke="var(--n5)" />
            <XAxis type="number" allowDecimals={false} {...axisLook} />
            <YAxis type="category" dataKey="reason" width={150} {...axisLook} />
            <Tooltip {...tooltipLook} />
            <Bar
              dataKey="count"
              name={t("count")}
              fill={tint("--bad")}
              barSize={18}
              isAnimationActive={false}
              cursor="pointer"
              onClick={({ payload }) => {
                const code = rows.find((row) => row.code === payload?.code)?.code;
                if (code) router.push(hrefOf(code));
              }}
            />
          </BarChart>
        </ResponsiveContainer>
      }
      table={
        <Table label={t("failures")}>
          <thead>
            <tr>
              <TableHead>{t("reason")}</TableHead>
              <TableHead numeric>{t("count")}</TableHead>
              <TableHead>{t("latest")}</TableHead>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ code, reason, count, latest }) => (
              <TableRow key={code}>
                <TableCell>{reason}</TableCell>
                <TableCell numeric>
                  <Link href={hrefOf(code)} className="underline underline-offset-2">
                    {format.number(count)}
                  </Link>
                </TableCell>
                <TableCell className="text-n11">
                  <RelativeTime at={latest} />
                </TableCell>
              </TableRow>
            ))}
          </tbody>
        </Table>
      }
    />
  );
}
