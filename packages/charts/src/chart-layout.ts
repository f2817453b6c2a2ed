import { type FigureRow, type FigureSeries, type FigureTable, valueIn } from "./figures";
import { niceTicks } from "./nice-ticks";
import { thinPoints } from "./thin-points";

export type Box = { x: number; y: number; width: number; height: number };

/** A drawing to lay out, in any unit of length. Bars are under each other where `isLying`. */
export type ChartToLay = {
  table: FigureTable;
  kind: "line" | "bars" | "stacked";
  isLying?: boolean;
  width: number;
  height: number;
  /** The room for the names of rows at a lying chart, and for the values of the axis at a standing one. */
  side: number;
  /** The room under the drawing for its names or values. */
  foot: number;
  /** The most points of a line that are drawn. */
  mostPoints?: number;
};

export type Bar = Box & { row: FigureRow; series: FigureSeries; value: number };
export type Line = {
  series: FigureSeries;
  /** Pieces without a gap; a piece of one point is a dot. */
  pieces: { x: number; y: number; row: FigureRow; value: number }[][];
};

/** The places of all marks of a chart, from the upper left corner. */
export type LaidChart = {
  plot: Box;
  /** Values of the axis with their place along it. */
  ticks: { value: number; at: number }[];
  /** Rows with the middle of their band along the other axis. */
  bands: { row: FigureRow; at: number; size: number }[];
  bars: Bar[];
  lines: Line[];
};

const BAR_SHARE = 0.72;
const MOST_POINTS = 600;

/** Returns the values of the axis of a chart: from 0 to a round value that is not below its longest bar or highest point. */
export function axisTicks(table: FigureTable, kind: ChartToLay["kind"]): number[] {
  const longest = table.rows.map((row) => {
    const values = table.series.map((each) => valueIn(row, each) ?? 0);
    return kind === "stacked"
      ? values.reduce((sum, value) => sum + value, 0)
      : values.reduce((most, value) => Math.max(most, value), 0);
  });
  const most = longest.reduce((one, other) => Math.max(one, other), 0);
  const isWhole = table.rows.every((row) =>
    table.series.every((each) => Number.isInteger(valueIn(row, each) ?? 0)),
  );
  return niceTicks(most, isWhole || most === 0 ? 1 : most / 1000);
}

/** Lays out a chart of bars or lines. The same figures and size give the same places, on a screen and in a file. */
export function layChart(given: ChartToLay): LaidChart {
  const { table, kind, isLying = false, width, height, side, foot } = given;
  const plot = {
    x: side,
    y: 4,
    width: Math.max(0, width - side),
    height: Math.max(0, height - foot - 4),
  };
  const values = axisTicks(table, kind);
  const most = values.at(-1) ?? 1;
  const along = isLying ? plot.width : plot.height;
  const across = isLying ? plot.height : plot.width;
  const lengthOf = (value: number) => (Math.max(0, value) / most) * along;
  const size = table.rows.length === 0 ? 0 : across / table.rows.length;
  const start = isLying ? plot.y : plot.x;
  const bands = table.rows.map((row, place) => ({ row, at: start + (place + 0.5) * size, size }));
  const ticks = values.map((value) => ({
    value,
    at: isLying ? plot.x + lengthOf(value) : plot.y + plot.height - lengthOf(value),
  }));
  const laid = { plot, ticks, bands };
  if (kind === "line") return { ...laid, bars: [], lines: linesOf(given, laid, lengthOf) };
  return { ...laid, bars: barsOf(given, laid, lengthOf), lines: [] };
}

type Laid = Pick<LaidChart, "plot" | "bands">;

function barsOf({ table, kind, isLying }: ChartToLay, { plot, bands }: Laid, lengthOf: Measure) {
  const isStacked = kind === "stacked";
  return bands.flatMap(({ row, at, size }) => {
    const whole = size * BAR_SHARE;
    const thick = isStacked ? whole : whole / Math.max(1, table.series.length);
    let below = 0;
    return table.series.flatMap((series, place): Bar[] => {
      const value = valueIn(row, series);
      if (value === null || value <= 0) return [];
      const from = isStacked ? below : 0;
      const cross = at - whole / 2 + (isStacked ? 0 : place * thick);
      const length = lengthOf(value);
      below += length;
      const box = isLying
        ? { x: plot.x + from, y: cross, width: length, height: thick }
        : { x: cross, y: plot.y + plot.height - from - length, width: thick, height: length };
      return [{ ...box, row, series, value }];
    });
  });
}

function linesOf(
  { table, mostPoints = MOST_POINTS }: ChartToLay,
  { plot, bands }: Laid,
  lengthOf: Measure,
) {
  return table.series.map((series): Line => {
    const values = table.rows.map((row) => valueIn(row, series));
    const pieces: Line["pieces"] = [];
    let piece: Line["pieces"][number] = [];
    let last = -1;
    for (const place of thinPoints(values, mostPoints)) {
      const band = bands[place];
      const value = values[place] ?? null;
      const hasGap = values.slice(last + 1, place).includes(null);
      last = place;
      if (piece.length > 0 && (value === null || hasGap)) {
        pieces.push(piece);
        piece = [];
      }
      if (band && value !== null)
        piece.push({ x: band.at, y: plot.y + plot.height - lengthOf(value), row: band.row, value });
    }
    if (piece.length > 0) pieces.push(piece);
    return { series, pieces };
  });
}

type Measure = (value: number) => number;

/** A step of a funnel: its bar, its share of the first step and of the step before. */
export type FunnelStep = {
  name: string;
  value: number;
  width: number;
  ofFirst: number | null;
  ofBefore: number | null;
};

/** Lays out steps that follow each other; the widest is `width` wide. */
export function layFunnel(
  steps: readonly { name: string; value: number | null }[],
  width: number,
): FunnelStep[] {
  const most = steps.reduce((one, { value }) => Math.max(one, value ?? 0), 0);
  const first = steps[0]?.value ?? 0;
  return steps.map(({ name, value: given }, place) => {
    const value = given ?? 0;
    const before = place === 0 ? null : (steps[place - 1]?.value ?? 0);
    return {
      name,
      value,
      width: most === 0 ? 0 : (value / most) * width,
      ofFirst: first > 0 ? value / first : null,
      ofBefore: before !== null && before > 0 ? value / before : null,
    };
  });
}
