"use client";

import type { AmountWords, ChartSeries } from "@besunny/ui/charts/chart-data";
import { useFormatter, useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";

import { FiguresChart } from "~/charts/figures-chart";

import { type RowFilter, searchHref, searchRangeParsers } from "./range";

type Row = { day: string; values: Record<string, number> };

/** Amounts by day as bars, with their table. A day leads to its single searches; `only` says which, by the key of the series. */
export function DayChart({
  title,
  definition,
  rows,
  series,
  only = {},
  amount,
}: {
  title: string;
  definition: string;
  rows: readonly Row[];
  series: readonly ChartSeries[];
  only?: Readonly<Record<string, RowFilter>>;
  amount: AmountWords;
}) {
  const t = useTranslations("search");
  const format = useFormatter();
  const [range] = useQueryStates(searchRangeParsers);
  const name = (day: string) =>
    format.dateTime(new Date(day), { day: "numeric", month: "short", timeZone: "UTC" });

  return (
    <FiguresChart
      title={title}
      definition={definition}
      axisName={t("day")}
      rows={rows.map(({ day, values }) => ({ key: day, name: name(day), values }))}
      series={series}
      amount={amount}
      placeOf={({ key }, one) =>
        searchHref({ ...range, day: key, only: (one && only[one.key]) ?? "all" })
      }
    />
  );
}
