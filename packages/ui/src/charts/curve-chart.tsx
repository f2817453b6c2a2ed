"use client";

import { niceTicks } from "@besunny/charts/nice-ticks";
import { useState } from "react";
import {
  CartesianGrid,
  LineChart as Frame,
  Line,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts";
import { SegmentedControl } from "../fields/segmented-control";
import { Table, TableCell, TableHead, TableRow } from "../layout/table";
import type { ChartWords } from "./chart";

/** One point of a curve. `low` and `high` bound the true value, if they are known. */
export type CurvePoint = { x: number; y: number; low?: number; high?: number };

/** The size of the drawing before the page has measured it, in CSS pixels. */
const before = { width: 480, height: 240 };
const HEIGHT = 240;
const dashed = { stroke: "var(--n8)", strokeDasharray: "4 4" } as const;

/** A line through points of two amounts, with its definition and its table. Amounts on the vertical axis are in percent. */
export function CurveChart({
  title,
  definition,
  words,
  xName,
  yName,
  boundsName,
  points,
  xText,
  yText,
}: {
  title: string;
  definition: string;
  words: Omit<ChartWords, "export">;
  xName: string;
  yName: string;
  /** Names the bounds in the table. */
  boundsName: string;
  points: readonly CurvePoint[];
  xText: (value: number) => string;
  yText: (value: number) => string;
}) {
  const [view, setView] = useState("chart");
  const hasBounds = points.some(({ low }) => low !== undefined);
  const ticks = niceTicks(Math.max(0, ...points.map(({ x }) => x)));

  return (
    <section aria-label={title} className="min-w-0">
      <header className="flex flex-wrap items-start gap-2">
        <div className="min-w-48 flex-1">
          <h2 className="font-semibold">{title}</h2>
          <p className="text-n11 text-xs">{definition}</p>
        </div>
        <SegmentedControl
          label={words.view}
          value={view}
          options={[
            { value: "chart", label: words.chart },
            { value: "table", label: words.table },
          ]}
          onChange={setView}
        />
      </header>
      <div className="mt-3">
        {points.length === 0 ? (
          <p className="flex h-32 items-center justify-center text-n11">{words.nothing}</p>
        ) : view === "chart" ? (
          <ResponsiveContainer width="100%" height={HEIGHT} initialDimension={before}>
            <Frame
              data={[...points]}
              accessibilityLayer
              aria-label={title}
              margin={{ left: 0, right: 12, top: 4, bottom: 0 }}
            >
              <CartesianGrid stroke="var(--n5)" />
              <XAxis
                type="number"
                dataKey="x"
                ticks={ticks}
                domain={[0, ticks.at(-1) ?? 1]}
                tickFormatter={xText}
                {...axisLook}
              />
              <YAxis
                type="number"
                ticks={[0, 25, 50, 75, 100]}
                domain={[0, 100]}
                tickFormatter={yText}
                width={52}
                {...axisLook}
              />
              <Tooltip
                isAnimationActive={false}
                cursor={{ stroke: "var(--n7)" }}
                content={({ active, label }) => {
                  const point = active ? points.find(({ x }) => x === label) : undefined;
                  return point ? (
                    <p className="rounded-md border border-n6 bg-raised px-2.5 py-1.5 text-xs shadow-raised">
                      {xName} {xText(point.x)} · {yName} {yText(point.y)}
                    </p>
                  ) : null;
                }}
              />
              {hasBounds && (
                <Line dataKey="low" dot={false} isAnimationActive={false} {...dashed} />
              )}
              {hasBounds && (
                <Line dataKey="high" dot={false} isAnimationActive={false} {...dashed} />
              )}
              <Line
                dataKey="y"
                name={yName}
                stroke="var(--accent)"
                strokeWidth={2}
                dot={{ r: 2.5, fill: "var(--accent)" }}
                isAnimationActive={false}
              />
            </Frame>
          </ResponsiveContainer>
        ) : (
          <Table label={title}>
            <thead>
              <tr>
                <TableHead numeric>{xName}</TableHead>
                <TableHead numeric>{yName}</TableHead>
                {hasBounds && <TableHead numeric>{boundsName}</TableHead>}
              </tr>
            </thead>
            <tbody>
              {points.map(({ x, y, low, high }) => (
                <TableRow key={x}>
                  <TableCell numeric>{xText(x)}</TableCell>
                  <TableCell numeric>{yText(y)}</TableCell>
                  {hasBounds && (
                    <TableCell numeric>
                      {low !== undefined && high !== undefined && `${yText(low)} – ${yText(high)}`}
                    </TableCell>
                  )}
                </TableRow>
              ))}
            </tbody>
          </Table>
        )}
      </div>
    </section>
  );
}

const axisLook = {
  stroke: "var(--n8)",
  tick: { fill: "var(--n11)", fontSize: 12 },
  tickLine: false,
  axisLine: false,
} as const;
