/** A value of a dimension: its key as filters take it, null for rows that have none, and its name for people. */
export type FigureGroup = { key: string | null; name: string };

/** A part of an answer: the beginning of its part of the range, null for the whole, and its groups by the break-outs. */
export type Figure = {
  at: Date | null;
  group: readonly FigureGroup[];
  isRest: boolean;
  value: number | null;
  n: number;
};

/** The figures of one metric, and how people call it. */
export type Figures = { key: string; name: string; points: readonly Figure[] };

/** A series of a chart: a metric, or a group of one. */
export type FigureSeries = {
  key: string;
  name: string;
  metric: string;
  group: readonly FigureGroup[];
  isRest: boolean;
};

/** A place on the axis with its figures, by the key of the series. */
export type FigureRow = {
  key: string;
  at: Date | null;
  group: FigureGroup | null;
  isRest: boolean;
  figures: Readonly<Record<string, Figure>>;
};

/** Figures as a chart and a table take them. */
export type FigureTable = {
  axis: "time" | "group" | "none";
  rows: FigureRow[];
  series: FigureSeries[];
};

/** The key of the groups beyond the limit. */
const REST = "…rest";
/** The key of rows that have no value of the dimension. */
const NONE = "…none";

/** Returns the key of a group, which also tells rows without a value and the rest. */
function keyOf({ key }: FigureGroup): string {
  return key ?? NONE;
}

/**
 * Sorts figures into rows and series. Over time each group is a series; else the first break-out makes the rows and the second the series. More
 * than one metric: each is a series of its own.
 */
export function figureTable(all: readonly Figures[]): FigureTable {
  const points = all.flatMap((each) => each.points.map((point) => ({ point, of: each })));
  const axis = points.some(({ point }) => point.at !== null)
    ? "time"
    : points.some(({ point }) => point.group.length > 0 || point.isRest)
      ? "group"
      : "none";
  const rows = new Map<string, FigureRow & { figures: Record<string, Figure> }>();
  const series = new Map<string, FigureSeries>();

  for (const { point, of } of points) {
    const [first = null] = point.group;
    const isRow = axis === "group";
    const parts = isRow ? point.group.slice(1) : point.group;
    const isRestSeries = point.isRest && axis === "time";
    const seriesKey = [of.key, ...(isRestSeries ? [REST] : parts.map(keyOf))].join("/");
    if (!series.has(seriesKey))
      series.set(seriesKey, {
        key: seriesKey,
        name:
          [...(all.length > 1 ? [of.name] : []), ...parts.map(({ name }) => name)].join(", ") ||
          of.name,
        metric: of.key,
        group: isRestSeries ? [] : parts,
        isRest: isRestSeries,
      });
    const rowKey =
      axis === "time"
        ? (point.at?.toISOString() ?? "")
        : isRow
          ? point.isRest
            ? REST
            : first
              ? keyOf(first)
              : NONE
          : "all";
    const row = rows.get(rowKey) ?? {
      key: rowKey,
      at: point.at,
      group: isRow && !point.isRest ? first : null,
      isRest: isRow && point.isRest,
      figures: {},
    };
    row.figures[seriesKey] = point;
    rows.set(rowKey, row);
  }
  const sorted = [...rows.values()];
  if (axis === "time") sorted.sort((one, other) => one.key.localeCompare(other.key));
  return { axis, rows: sorted, series: [...series.values()] };
}

/** Returns the value of a series in a row; null where there is none. */
export function valueIn(row: FigureRow, { key }: FigureSeries): number | null {
  return row.figures[key]?.value ?? null;
}
