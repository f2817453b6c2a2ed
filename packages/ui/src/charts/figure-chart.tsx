"use client";

import { axisTicks } from "@besunny/charts/chart-layout";
import {
  type FigureRow,
  type FigureSeries,
  type FigureTable,
  valueIn,
} from "@besunny/charts/figures";
import { seriesDashes } from "@besunny/charts/series-colours";
import { thinPoints } from "@besunny/charts/thin-points";
import { type KeyboardEvent, useMemo, useRef } from "react";
import {
  Bar,
  BarChart,
  CartesianGrid,
  Line,
  LineChart,
  ResponsiveContainer,
  Tooltip,
  useActiveTooltipDataPoints,
  XAxis,
  YAxis,
} from "recharts";

import { classNames } from "../class-names";
import { Swatch } from "./chart-legend";

/** The size of the drawing before the page has measured it, in CSS pixels. */
const before = { width: 480, height: 220 };
const NAME_WIDTH = 124;
const LETTER_WIDTH = 7.5;
/** The most rows that are drawn; more of them would be less than a pixel each. */
const MOST_ROWS = 600;
const MOST_IN_TOOLTIP = 8;

export type FigureChartProps = {
  title: string;
  kind: "line" | "bars" | "stacked";
  table: FigureTable;
  /** Names a row on the axis. */
  rowName: (row: FigureRow) => string;
  /** Writes a value of the axis. */
  tickText: (value: number) => string;
  /** Writes a value with its unit. */
  valueText: (value: number) => string;
  /** Says what a click does, beside the values of a row; null where it does nothing. */
  pickText?: (row: FigureRow) => string | null;
  onPick?: ((row: FigureRow, series: FigureSeries | null) => void) | undefined;
  /** Tells if a row is the one that all tiles are filtered by. */
  isPicked?: (row: FigureRow, series: FigureSeries) => boolean;
};

/** Draws figures as lines or bars over the whole of its box. Arrow keys move along the rows; Enter or a click picks one. */
export function FigureChart({ kind, table, ...given }: FigureChartProps) {
  const thinned = useMemo(() => thinnedTable(table), [table]);
  return kind === "line" ? (
    <Lines {...given} table={thinned} />
  ) : (
    <Bars {...given} kind={kind} table={thinned} />
  );
}

/** Returns the CSS colour of a series by its place. The rest has a neutral one. */
export function seriesColour(series: Pick<FigureSeries, "isRest">, place: number): string {
  return series.isRest ? "var(--n8)" : `var(--series-${(place % 8) + 1})`;
}

/** Names the series by colour, and for lines by their dashes. */
export function FigureLegend({
  series,
  isLines,
}: {
  series: readonly FigureSeries[];
  isLines: boolean;
}) {
  if (series.length < 2) return null;
  return (
    <ul className="flex max-h-8 shrink-0 flex-wrap gap-x-3 gap-y-0.5 overflow-hidden text-n11 text-xs">
      {series.map((each, place) => (
        <li key={each.key} className="flex min-w-0 items-center gap-1.5">
          {isLines ? (
            <svg aria-hidden="true" width="18" height="8" className="shrink-0">
              <line
                x1="0"
                x2="18"
                y1="4"
                y2="4"
                strokeWidth="2"
                stroke={seriesColour(each, place)}
                strokeDasharray={dashOf(place)}
              />
            </svg>
          ) : (
            <Swatch color={seriesColour(each, place)} />
          )}
          <span className="truncate">{each.name}</span>
        </li>
      ))}
    </ul>
  );
}

type Drawn = Omit<FigureChartProps, "kind">;

function Lines({ table, title, rowName, tickText, onPick, ...told }: Drawn) {
  const { rows, series } = table;
  const active = useRef<FigureRow | null>(null);
  const ticks = axisTicks(table, "line");

  return (
    <Frame {...{ active, onPick, series }}>
      <LineChart
        data={rows}
        accessibilityLayer
        aria-label={title}
        margin={margin}
        onClick={({ activeLabel }) => pick(onPick, rowOf(rows, activeLabel), only(series))}
      >
        <CartesianGrid vertical={false} stroke="var(--n5)" />
        <XAxis {...namesAxis(rows, rowName)} {...axisLook} minTickGap={28} />
        <YAxis {...valuesAxis(ticks, tickText)} {...axisLook} width={widthOf(ticks, tickText)} />
        <Tooltip
          isAnimationActive={false}
          cursor={{ stroke: "var(--n8)" }}
          content={tooltipOf({ rows, series, rowName, ...told })}
        />
        {series.map((each, place) => (
          <Line
            key={each.key}
            dataKey={(row: FigureRow) => valueIn(row, each)}
            name={each.name}
            stroke={seriesColour(each, place)}
            strokeDasharray={dashOf(place)}
            strokeWidth={2}
            dot={({ cx, cy, index = 0 }: { cx?: number; cy?: number; index?: number }) => (
              <circle
                key={index}
                cx={cx}
                cy={cy}
                r={isLone(rows, each, index) ? 3 : 0}
                fill={seriesColour(each, place)}
              />
            )}
            activeDot={{ r: 4 }}
            connectNulls={false}
            isAnimationActive={false}
          />
        ))}
        <ActiveRow
          onChange={(key) => {
            active.current = rowOf(rows, key) ?? null;
          }}
        />
      </LineChart>
    </Frame>
  );
}

function Bars({
  table,
  kind,
  title,
  rowName,
  tickText,
  onPick,
  isPicked,
  ...told
}: Drawn & { kind: "bars" | "stacked" }) {
  const { rows, series, axis } = table;
  const active = useRef<FigureRow | null>(null);
  const isLying = axis !== "time";
  const ticks = axisTicks(table, kind);
  const names = namesAxis(rows, rowName);
  const values = valuesAxis(ticks, tickText);
  const anyPicked = rows.some((row) => series.some((each) => isPicked?.(row, each)));

  return (
    <Frame {...{ active, onPick, series }} least={isLying ? rows.length * 20 + 30 : 0}>
      <BarChart
        data={rows}
        layout={isLying ? "vertical" : "horizontal"}
        accessibilityLayer
        aria-label={title}
        margin={margin}
        onClick={({ activeLabel }) => pick(onPick, rowOf(rows, activeLabel), only(series))}
      >
        <CartesianGrid horizontal={!isLying} vertical={isLying} stroke="var(--n5)" />
        {isLying ? (
          <XAxis {...values} {...axisLook} />
        ) : (
          <XAxis {...names} {...axisLook} minTickGap={28} />
        )}
        {isLying ? (
          <YAxis {...names} {...axisLook} width={NAME_WIDTH} interval={0} />
        ) : (
          <YAxis {...values} {...axisLook} width={widthOf(ticks, tickText)} />
        )}
        <Tooltip
          isAnimationActive={false}
          cursor={{ fill: "var(--n4)" }}
          content={tooltipOf({ rows, series, rowName, ...told })}
        />
        {series.map((each, place) => (
          <Bar
            key={each.key}
            dataKey={(row: FigureRow) => valueIn(row, each)}
            name={each.name}
            fill={seriesColour(each, place)}
            stroke="var(--raised)"
            strokeWidth={kind === "stacked" ? 1 : 0}
            {...(kind === "stacked" && { stackId: "all" })}
            maxBarSize={isLying ? 18 : 48}
            isAnimationActive={false}
            shape={(shape: unknown) => (
              <PickedBar given={shape} isFaint={(row) => anyPicked && !isPicked?.(row, each)} />
            )}
            onClick={({ payload }, _, event) => {
              event.stopPropagation();
              pick(onPick, rowOf(rows, payload?.key), each);
            }}
          />
        ))}
        <ActiveRow
          onChange={(key) => {
            active.current = rowOf(rows, key) ?? null;
          }}
        />
      </BarChart>
    </Frame>
  );
}

type ShapeOfBar = {
  x?: number;
  y?: number;
  width?: number;
  height?: number;
  fill?: string;
  stroke?: string;
  strokeWidth?: number;
  payload?: FigureRow;
};

function PickedBar({ given, isFaint }: { given: unknown; isFaint: (row: FigureRow) => boolean }) {
  const {
    x = 0,
    y = 0,
    width = 0,
    height = 0,
    payload,
    fill,
    stroke,
    strokeWidth,
  } = given as ShapeOfBar;
  return (
    <rect
      {...{ x, y, fill, stroke, strokeWidth }}
      width={Math.max(0, width)}
      height={Math.max(0, height)}
      opacity={payload && isFaint(payload) ? 0.35 : 1}
    />
  );
}

function Frame({
  active,
  onPick,
  series,
  least = 0,
  children,
}: {
  active: { current: FigureRow | null };
  onPick: FigureChartProps["onPick"];
  series: readonly FigureSeries[];
  least?: number;
  children: React.ReactElement;
}) {
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the drawing inside takes the focus and the arrow keys
    <div
      className={classNames(
        "h-full min-h-0 [&_svg]:-outline-offset-2",
        least > 0 && "overflow-y-auto",
        onPick && "[&_svg]:cursor-pointer",
      )}
      onKeyDown={({ key }: KeyboardEvent) =>
        key === "Enter" && pick(onPick, active.current, only(series))
      }
    >
      <div style={{ height: "100%", minHeight: least }}>
        <ResponsiveContainer width="100%" height="100%" minHeight={least} initialDimension={before}>
          {children}
        </ResponsiveContainer>
      </div>
    </div>
  );
}

type ToldRow = Pick<FigureChartProps, "rowName" | "valueText" | "pickText"> & {
  rows: readonly FigureRow[];
  series: readonly FigureSeries[];
};

function tooltipOf({ rows, series, rowName, valueText, pickText }: ToldRow) {
  return ({ active, label }: { active?: boolean; label?: string | number | undefined }) => {
    const row = active ? rowOf(rows, label) : undefined;
    if (!row) return null;
    const told = series
      .map((each, place) => ({ each, place, value: valueIn(row, each) }))
      .filter(({ value }) => series.length === 1 || (value !== null && value !== 0));
    const does = pickText?.(row);
    return (
      <div className="rounded-md border border-n6 bg-raised px-2.5 py-1.5 text-xs shadow-raised">
        <p className="text-n11">{rowName(row)}</p>
        <ul className="flex flex-col gap-0.5">
          {told.slice(0, MOST_IN_TOOLTIP).map(({ each, place, value }) => (
            <li key={each.key} className="flex items-center gap-1.5">
              {series.length > 1 && <Swatch color={seriesColour(each, place)} />}
              <span className="mr-3 max-w-48 truncate">{each.name}</span>
              <span className="ml-auto font-medium tabular-nums">
                {value === null ? "–" : valueText(value)}
              </span>
            </li>
          ))}
        </ul>
        {does && <p className="mt-1 text-n11">{does}</p>}
      </div>
    );
  };
}

/** Tells at which row the pointer or the keyboard is; only inside the drawing can that be known. */
function ActiveRow({ onChange }: { onChange: (key: string | undefined) => void }) {
  onChange(useActiveTooltipDataPoints<FigureRow>()?.[0]?.key);
  return null;
}

/** Tells if a point has no neighbour that a line could go to. */
function isLone(rows: readonly FigureRow[], series: FigureSeries, place: number): boolean {
  const has = (at: number) => {
    const row = rows[at];
    return row !== undefined && valueIn(row, series) !== null;
  };
  return has(place) && !has(place - 1) && !has(place + 1);
}

function pick(
  onPick: FigureChartProps["onPick"],
  row: FigureRow | null | undefined,
  series: FigureSeries | null,
) {
  if (row) onPick?.(row, series);
}

function only(series: readonly FigureSeries[]): FigureSeries | null {
  return series.length === 1 ? (series[0] ?? null) : null;
}

function rowOf(rows: readonly FigureRow[], key: unknown): FigureRow | undefined {
  return rows.find((row) => row.key === key);
}

function dashOf(place: number): string {
  return (seriesDashes[place % seriesDashes.length] ?? []).join(" ");
}

function thinnedTable(table: FigureTable): FigureTable {
  const { rows, series } = table;
  if (rows.length <= MOST_ROWS) return table;
  const each = Math.max(8, Math.floor(MOST_ROWS / Math.max(1, series.length)));
  const kept = new Set(
    series.flatMap((one) =>
      thinPoints(
        rows.map((row) => valueIn(row, one)),
        each,
      ),
    ),
  );
  return { ...table, rows: rows.filter((_, place) => kept.has(place)) };
}

function namesAxis(rows: readonly FigureRow[], rowName: FigureChartProps["rowName"]) {
  const names = new Map(rows.map((row) => [row.key, rowName(row)]));
  const shorten = (name: string) => (name.length > 18 ? `${name.slice(0, 17)}…` : name);
  return {
    type: "category",
    dataKey: "key",
    tickFormatter: (key: string) => shorten(names.get(key) ?? key),
  } as const;
}

function valuesAxis(ticks: readonly number[], tickFormatter: (value: number) => string) {
  return {
    type: "number",
    ticks,
    domain: [0, ticks.at(-1) ?? 1],
    tickFormatter,
    // Ticks that do not fit are left out evenly.
    interval: "equidistantPreserveStart",
  } as const;
}

/** Returns the room for the longest of the values, in CSS pixels, with a gap to the drawing. */
function widthOf(ticks: readonly number[], tickText: (value: number) => string): number {
  return 10 + LETTER_WIDTH * Math.max(...ticks.map((tick) => tickText(tick).length));
}

const margin = { left: 0, right: 12, top: 4, bottom: 0 } as const;
const axisLook = {
  stroke: "var(--n8)",
  tick: { fill: "var(--n11)", fontSize: 12 },
  tickLine: false,
  axisLine: false,
} as const;
