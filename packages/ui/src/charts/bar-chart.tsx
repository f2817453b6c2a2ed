"use client";

import { niceTicks } from "@besunny/charts/nice-ticks";
import { type KeyboardEvent, useRef } from "react";
import {
  Bar,
  CartesianGrid,
  BarChart as Frame,
  ResponsiveContainer,
  Tooltip,
  useActiveTooltipDataPoints,
  XAxis,
  YAxis,
} from "recharts";
import { classNames } from "../class-names";
import {
  type AmountWords,
  amountIn,
  type ChartRow,
  type ChartSeries,
  longestBar,
  type PlaceOf,
} from "./chart-data";
import { ChartTooltip } from "./chart-tooltip";

/** The size of the drawing before the page has measured it, in CSS pixels. */
const before = { width: 480, height: 240 };
const COLUMNS_HEIGHT = 240;
const NAME_WIDTH = 132;
/** The widest digit of the axis, at 12 px. */
const LETTER_WIDTH = 8;

export type BarChartProps = {
  title: string;
  rows: readonly ChartRow[];
  series: readonly ChartSeries[];
  /** `columns` stand side by side, such as days; `bars` lie under each other, with longer names. */
  direction: "columns" | "bars";
  tickText: (value: number) => string;
  amount: AmountWords;
  placeOf?: PlaceOf | undefined;
  onOpen: (href: string) => void;
};

/** Draws amounts as bars. Arrow keys move along the rows; Enter or a click opens what is behind them. */
export function BarChart(given: BarChartProps) {
  const { title, rows, series, direction, tickText, amount, placeOf, onOpen } = given;
  const active = useRef<ChartRow | null>(null);
  const isLying = direction === "bars";
  const nameOf = new Map(rows.map(({ key, name }) => [key, name]));
  const ticks = niceTicks(longestBar(rows, series));
  const open = (row: ChartRow | null | undefined, one: ChartSeries | null) => {
    const href = row && placeOf?.(row, one);
    if (href) onOpen(href);
  };
  const names = {
    type: "category",
    dataKey: "key",
    tickFormatter: (key: string) => nameOf.get(key) ?? key,
  } as const;
  const amounts = {
    type: "number",
    ticks,
    domain: [0, ticks.at(-1) ?? 1],
    tickFormatter: tickText,
  } as const;

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the drawing inside takes the focus and the arrow keys
    <div
      className={classNames("[&_svg]:-outline-offset-2", placeOf && "[&_svg]:cursor-pointer")}
      onKeyDown={({ key }: KeyboardEvent) => key === "Enter" && open(active.current, null)}
    >
      <ResponsiveContainer
        width="100%"
        height={isLying ? 48 + rows.length * 36 : COLUMNS_HEIGHT}
        initialDimension={before}
      >
        <Frame
          data={[...rows]}
          layout={isLying ? "vertical" : "horizontal"}
          accessibilityLayer
          aria-label={title}
          margin={{ left: 0, right: 12, top: 4, bottom: 0 }}
          onClick={({ activeLabel }) =>
            open(
              rows.find(({ key }) => key === activeLabel),
              null,
            )
          }
        >
          <CartesianGrid horizontal={!isLying} vertical={isLying} stroke="var(--n5)" />
          {isLying ? (
            <XAxis {...amounts} {...axisLook} />
          ) : (
            <XAxis {...names} {...axisLook} minTickGap={24} />
          )}
          {isLying ? (
            <YAxis {...names} {...axisLook} width={NAME_WIDTH} />
          ) : (
            <YAxis {...amounts} {...axisLook} width={widthOf(ticks.map(tickText))} />
          )}
          <Tooltip
            isAnimationActive={false}
            cursor={{ fill: "var(--n4)" }}
            content={({ active: isShown, label }) => {
              const row = isShown ? rows.find(({ key }) => key === label) : undefined;
              return row ? (
                <ChartTooltip
                  row={row}
                  series={series}
                  amount={amount}
                  isLink={Boolean(placeOf?.(row, null))}
                />
              ) : null;
            }}
          />
          {series.map((each) => (
            <Bar
              key={each.key}
              dataKey={(row: ChartRow) => amountIn(row, each)}
              name={each.name}
              fill={each.color}
              {...(each.stack && { stackId: each.stack })}
              maxBarSize={isLying ? 18 : 56}
              isAnimationActive={false}
              onClick={({ payload }, _, event) => {
                event.stopPropagation();
                open(
                  rows.find(({ key }) => key === payload?.key),
                  each,
                );
              }}
            />
          ))}
          <ActiveRow
            onChange={(key) => {
              active.current = rows.find((row) => row.key === key) ?? null;
            }}
          />
        </Frame>
      </ResponsiveContainer>
    </div>
  );
}

/** Returns the room for the longest of these texts, in CSS pixels, with a gap to the bars. */
function widthOf(texts: readonly string[]): number {
  return 12 + LETTER_WIDTH * Math.max(...texts.map(({ length }) => length));
}

const axisLook = {
  stroke: "var(--n8)",
  tick: { fill: "var(--n11)", fontSize: 12 },
  tickLine: false,
  axisLine: false,
} as const;

/** Tells at which row the pointer or the keyboard is; only inside the drawing can that be known. */
function ActiveRow({ onChange }: { onChange: (key: string | undefined) => void }) {
  onChange(useActiveTooltipDataPoints<ChartRow>()?.[0]?.key);
  return null;
}
