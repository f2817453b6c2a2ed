"use client";

import { niceTicks } from "@besunny/charts/nice-ticks";
import { useState } from "react";
import {
  Area,
  CartesianGrid,
  ComposedChart as Frame,
  Line,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts";

import { SegmentedControl } from "../fields/segmented-control";
import { Table, TableCell, TableHead, TableRow } from "../layout/table";

/** A part of time: a figure of the past, or a forecast with its interval. */
export type ForecastPoint = {
  name: string;
  past?: number;
  ahead?: number;
  interval?: [number, number];
};

export type ForecastWords = {
  view: string;
  chart: string;
  table: string;
  part: string;
  past: string;
  ahead: string;
  interval: string;
};

const before = { width: 480, height: 280 };
const HEIGHT = 280;

/** The past as a line, the forecast as a dashed one with its interval around, and both as a table. */
export function ForecastChart({
  title,
  words,
  points,
  amountText,
}: {
  title: string;
  words: ForecastWords;
  points: readonly ForecastPoint[];
  amountText: (value: number) => string;
}) {
  const [view, setView] = useState("chart");
  const most = Math.max(0, ...points.map(({ past, interval }) => past ?? interval?.[1] ?? 0));
  const ticks = niceTicks(most, most > 0 && most < 5 ? most / 1000 : 1);
  const spanText = ([low, high]: [number, number]) => `${amountText(low)} – ${amountText(high)}`;

  return (
    <section aria-label={title} className="min-w-0">
      <div className="mb-3 flex flex-wrap items-center gap-x-4 gap-y-2 text-n11 text-xs">
        <span className="flex items-center gap-1.5">
          <span aria-hidden className="h-0.5 w-5 bg-accent" />
          {words.past}
        </span>
        <span className="mr-auto flex items-center gap-1.5">
          <span aria-hidden className="w-5 border-accent border-t-2 border-dashed" />
          {words.ahead}
        </span>
        <SegmentedControl
          label={words.view}
          value={view}
          options={[
            { value: "chart", label: words.chart },
            { value: "table", label: words.table },
          ]}
          onChange={setView}
        />
      </div>
      {view === "chart" ? (
        <ResponsiveContainer width="100%" height={HEIGHT} initialDimension={before}>
          <Frame
            data={[...points]}
            accessibilityLayer
            aria-label={title}
            margin={{ left: 0, right: 12, top: 4, bottom: 0 }}
          >
            <CartesianGrid vertical={false} stroke="var(--n5)" />
            <XAxis dataKey="name" minTickGap={40} {...axisLook} />
            <YAxis
              ticks={ticks}
              domain={[0, ticks.at(-1) ?? 1]}
              tickFormatter={amountText}
              width={72}
              {...axisLook}
            />
            <Tooltip
              isAnimationActive={false}
              cursor={{ stroke: "var(--n7)" }}
              content={({ active, label }) => {
                const point = active ? points.find(({ name }) => name === label) : undefined;
                if (!point) return null;
                const value = point.past ?? point.ahead;
                return (
                  <p className="rounded-md border border-n6 bg-raised px-2.5 py-1.5 text-xs shadow-raised">
                    {point.name}: {value !== undefined && amountText(value)}
                    {point.interval && ` (${spanText(point.interval)})`}
                  </p>
                );
              }}
            />
            <Area
              dataKey="interval"
              stroke="none"
              fill="var(--accent)"
              fillOpacity={0.18}
              isAnimationActive={false}
            />
            <Line
              dataKey="past"
              stroke="var(--accent)"
              strokeWidth={1.5}
              dot={false}
              isAnimationActive={false}
            />
            <Line
              dataKey="ahead"
              stroke="var(--accent)"
              strokeWidth={1.5}
              strokeDasharray="5 4"
              dot={false}
              isAnimationActive={false}
            />
          </Frame>
        </ResponsiveContainer>
      ) : (
        <div className="max-h-96 overflow-auto">
          <Table label={title}>
            <thead>
              <tr>
                <TableHead>{words.part}</TableHead>
                <TableHead numeric>{words.past}</TableHead>
                <TableHead numeric>{words.ahead}</TableHead>
                <TableHead numeric>{words.interval}</TableHead>
              </tr>
            </thead>
            <tbody>
              {points.toReversed().map(({ name, past, ahead, interval }) => (
                <TableRow key={name}>
                  <TableCell>{name}</TableCell>
                  <TableCell numeric>{past !== undefined && amountText(past)}</TableCell>
                  <TableCell numeric>{ahead !== undefined && amountText(ahead)}</TableCell>
                  <TableCell numeric>{interval && spanText(interval)}</TableCell>
                </TableRow>
              ))}
            </tbody>
          </Table>
        </div>
      )}
    </section>
  );
}

const axisLook = {
  stroke: "var(--n8)",
  tick: { fill: "var(--n11)", fontSize: 12 },
  tickLine: false,
  axisLine: false,
} as const;
