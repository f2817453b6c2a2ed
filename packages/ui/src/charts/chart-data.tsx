import type { ReactNode } from "react";

/** One amount that every row has. Series of one `stack` stand on each other; `color` is a CSS colour. */
export type ChartSeries = { key: string; name: string; color: string; stack?: string };

/** One place on the axis. `key` tells rows apart and goes into exports; people read `name`. `values` are by the key of the series. */
export type ChartRow = { key: string; name: string; values: Readonly<Record<string, number>> };

/** A further column of the table: as text for exports, and as it is shown if that differs. */
export type ChartColumn = {
  name: string;
  numeric?: boolean;
  text: (row: ChartRow) => string | number;
  show?: (row: ChartRow) => ReactNode;
};

/** Writes an amount with its unit, such as "8 documents". */
export type AmountWords = (value: number) => string;

/** Returns the address of the rows behind a bar, or behind all bars of a row where `series` is null; null: there are none. */
export type PlaceOf = (row: ChartRow, series: ChartSeries | null) => string | null;

/** Returns the amount of a series in a row; one that is not there is 0. */
export function amountIn(row: ChartRow, series: ChartSeries): number {
  return row.values[series.key] ?? 0;
}

/** Returns the series that occur in any row. */
export function occurring(
  series: readonly ChartSeries[],
  rows: readonly ChartRow[],
): readonly ChartSeries[] {
  return series.filter((each) => rows.some((row) => amountIn(row, each) > 0));
}

/** Returns the sum of a row where its series are parts of one whole, otherwise null. */
export function wholeOf(row: ChartRow, series: readonly ChartSeries[]): number | null {
  const [first] = series;
  const isWhole = first && series.every(({ stack }) => stack && stack === first.stack);
  if (!isWhole && series.length !== 1) return null;
  return series.reduce((sum, each) => sum + amountIn(row, each), 0);
}

/** Returns the longest bar: stacks are as high as their sum. */
export function longestBar(rows: readonly ChartRow[], series: readonly ChartSeries[]): number {
  const stacks = Map.groupBy(series, ({ stack, key }) => stack ?? key);
  return Math.max(
    0,
    ...rows.flatMap((row) =>
      [...stacks.values()].map((parts) =>
        parts.reduce((sum, each) => sum + amountIn(row, each), 0),
      ),
    ),
  );
}
