"use client";

import { Download } from "lucide-react";
import { useState } from "react";

import { IconButton } from "../buttons/icon-button";
import { SegmentedControl } from "../fields/segmented-control";
import { BarChart } from "./bar-chart";
import {
  type AmountWords,
  amountIn,
  type ChartColumn,
  type ChartRow,
  type ChartSeries,
  occurring,
  type PlaceOf,
} from "./chart-data";
import { ChartLegend } from "./chart-legend";
import { ChartTable } from "./chart-table";
import { downloadCsv } from "./to-csv";

/** The words on the controls of a chart. */
export type ChartWords = {
  /** Names the choice between drawing and table. */
  view: string;
  chart: string;
  table: string;
  export: string;
  /** The text for a chart without rows. */
  nothing: string;
};

/**
 * A chart of bars with its definition, its table and its export as CSV. Series that occur nowhere are left out of the drawing and its
 * legend. With `placeOf` bars and figures lead to the rows behind them.
 */
export function Chart({
  title,
  definition,
  words,
  axisName,
  rows,
  series,
  columns = [],
  direction = "columns",
  amount,
  numberText,
  placeOf,
  onOpen,
}: {
  title: string;
  definition: string;
  words: ChartWords;
  /** Heads the names of the rows in the table and in the export. */
  axisName: string;
  rows: readonly ChartRow[];
  series: readonly ChartSeries[];
  columns?: readonly ChartColumn[];
  direction?: "columns" | "bars";
  amount: AmountWords;
  /** Writes a value of the axis and of the table. */
  numberText: (value: number) => string;
  placeOf?: PlaceOf;
  onOpen: (href: string) => void;
}) {
  const [view, setView] = useState("chart");
  const shown = occurring(series, rows);
  const isEmpty = shown.length === 0;

  function download() {
    const records = rows.map((row) =>
      Object.fromEntries<string | number>([
        [axisName, row.key],
        ...series.map((each) => [each.name, amountIn(row, each)] as const),
        ...columns.map(({ name, text }) => [name, text(row)] as const),
      ]),
    );
    downloadCsv(title, records);
  }

  return (
    <section aria-label={title} className="min-w-0">
      <header className="flex flex-wrap items-start gap-2">
        <div className="min-w-48 flex-1">
          <h2 className="font-semibold">{title}</h2>
          <p className="text-n11 text-xs">{definition}</p>
        </div>
        <div className="flex items-center gap-1">
          <SegmentedControl
            label={words.view}
            value={view}
            options={[
              { value: "chart", label: words.chart },
              { value: "table", label: words.table },
            ]}
            onChange={setView}
          />
          <IconButton
            label={words.export}
            icon={<Download aria-hidden />}
            disabled={isEmpty}
            onClick={download}
          />
        </div>
      </header>
      <div className="mt-3">
        {isEmpty ? (
          <p className="flex h-32 items-center justify-center text-n11">{words.nothing}</p>
        ) : view === "chart" ? (
          <>
            <ChartLegend series={shown} />
            <BarChart
              {...{ title, rows, series: shown, direction, amount, placeOf, onOpen }}
              tickText={numberText}
            />
          </>
        ) : (
          <ChartTable
            {...{ title, axisName, rows, columns, numberText, placeOf, onOpen }}
            series={shown}
          />
        )}
      </div>
    </section>
  );
}
