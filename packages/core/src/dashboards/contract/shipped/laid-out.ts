import type { ChartKind } from "@besunny/charts/chart-kinds";

import type { Dimension } from "../../../metrics/contract/metric-words";
import type { MetricFilter } from "../../../metrics/contract/query";
import type { Tile } from "../dashboard";
import { COLUMNS, type TileGrain } from "../dashboard-words";

/** A tile without a place: a figure, or a chart of one or more of them. */
export type Sketch = {
  metrics: string | readonly string[];
  kind?: ChartKind;
  title?: string;
  grain?: TileGrain;
  by?: Dimension | readonly Dimension[];
  filters?: readonly MetricFilter[];
  limit?: number;
  /** The width and height, in columns and rows; else those that its kind usually has. */
  size?: readonly [number, number];
};

const sizes: Record<ChartKind, readonly [number, number]> = {
  number: [3, 2],
  line: [6, 5],
  bars: [6, 5],
  stacked: [6, 5],
  table: [6, 5],
  funnel: [6, 5],
};

/** Lays tiles out from left to right, each row as high as its highest tile. */
export function laidOut(sketches: readonly Sketch[]): Tile[] {
  let [x, y, high] = [0, 0, 0];
  return sketches.map((sketch, place) => {
    const {
      kind = "number",
      metrics,
      title = "",
      grain,
      by = [],
      filters = [],
      limit = kind === "bars" ? 8 : 12,
    } = sketch;
    const [w, h] = sketch.size ?? sizes[kind];
    if (x + w > COLUMNS) [x, y, high] = [0, y + high, 0];
    const at = { x, y, w, h };
    x += w;
    high = Math.max(high, h);
    return {
      id: `tile-${place + 1}`,
      title,
      kind,
      question: {
        metrics: typeof metrics === "string" ? [metrics] : [...metrics],
        grain: grain ?? (kind === "line" || kind === "stacked" ? "auto" : "none"),
        breakOuts: typeof by === "string" ? [by] : [...by],
        filters: [...filters],
        limit,
      },
      place: at,
    };
  });
}
