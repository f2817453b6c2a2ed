"use client";

import { ArrowUpRight } from "lucide-react";

import { type AmountWords, amountIn, type ChartRow, type ChartSeries, wholeOf } from "./chart-data";
import { Swatch } from "./chart-legend";

/** Shows the amounts of one row; an arrow says that a click opens what is behind them. */
export function ChartTooltip({
  row,
  series,
  amount,
  isLink,
}: {
  row: ChartRow;
  series: readonly ChartSeries[];
  amount: AmountWords;
  isLink: boolean;
}) {
  const whole = wholeOf(row, series);
  const parts = series.filter((each) => amountIn(row, each) > 0);

  return (
    <div className="rounded-md border border-n6 bg-raised px-2.5 py-1.5 text-xs shadow-raised">
      <p className="flex items-center gap-1.5">
        <span className="text-n11">{row.name}</span>
        {whole !== null && <span className="font-medium tabular-nums">{amount(whole)}</span>}
        {isLink && <ArrowUpRight aria-hidden className="size-3.5 text-n11" />}
      </p>
      {(whole === null || parts.length > 1) && (
        <ul className="mt-1 flex flex-col gap-0.5">
          {(whole === null ? series : parts).map((each) => (
            <li key={each.key} className="flex items-center gap-1.5">
              <Swatch color={each.color} />
              <span className="mr-3">{each.name}</span>
              <span className="ml-auto tabular-nums">{amount(amountIn(row, each))}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
