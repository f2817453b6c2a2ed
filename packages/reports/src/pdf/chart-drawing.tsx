/** @jsxRuntime automatic */
import { type LaidChart, layChart } from "@besunny/charts/chart-layout";
import { type FigureRow, type FigureTable, figureTable } from "@besunny/charts/figures";
import { seriesColours, seriesDashes } from "@besunny/charts/series-colours";
import { Circle, G, Line, Polyline, Rect, Svg, Text, View } from "@react-pdf/renderer";

import { figureText, partText } from "../figure-text";
import type { ReportAnswer } from "../report-document";
import { FAMILY } from "./fonts";
import { faint, grey, PAGE_WIDTH, styles } from "./styles";

const HEIGHT = 120;
const LYING_ROW = 15;
const MOST_LYING = 20;
const NAMES_BELOW = 6;

type Given = {
  title: string;
  kind: "line" | "bars" | "stacked";
  answer: ReportAnswer;
  timeZone: string;
};

/** Draws a tile's figures with the geometry of the screens. Bars of groups lie under each other. */
export function ChartDrawing({ title, kind, answer, timeZone }: Given) {
  const table = figureTable([{ key: "figure", name: title, points: answer.points }]);
  const isLying = table.axis === "group";
  const shown: FigureTable = isLying ? { ...table, rows: table.rows.slice(0, MOST_LYING) } : table;
  if (shown.axis === "none" || shown.rows.length === 0) return null;
  const height = isLying ? shown.rows.length * LYING_ROW + 22 : HEIGHT;
  const laid = layChart({
    table: shown,
    kind: isLying && kind === "line" ? "bars" : kind,
    isLying,
    width: PAGE_WIDTH,
    height,
    side: isLying ? 130 : 58,
    foot: 16,
  });
  const nameOf = (row: FigureRow) =>
    row.at
      ? partText(row.at, answer.grain, timeZone)
      : row.isRest
        ? "Others"
        : row.group?.name || "None";
  return (
    <View style={{ marginTop: 6 }} wrap={false}>
      <Svg width={PAGE_WIDTH} height={height} viewBox={`0 0 ${PAGE_WIDTH} ${height}`}>
        <Axis laid={laid} isLying={isLying} unit={answer.unit} />
        <Names laid={laid} isLying={isLying} nameOf={nameOf} />
        <Marks laid={laid} table={shown} />
      </Svg>
      {shown.series.length > 1 && <Legend table={shown} />}
    </View>
  );
}

const small = { fontSize: 6.5, fontFamily: FAMILY } as const;

function Axis({ laid, isLying, unit }: { laid: LaidChart; isLying: boolean; unit: string }) {
  const { plot, ticks } = laid;
  return (
    <G>
      {ticks.map(({ value, at }, place) =>
        isLying ? (
          <G key={value}>
            <Line x1={at} x2={at} y1={plot.y} y2={plot.y + plot.height} stroke={faint} />
            <Text
              x={at}
              y={plot.y + plot.height + 9}
              fill={grey}
              style={small}
              textAnchor={place === ticks.length - 1 ? "end" : "middle"}
            >
              {figureText(value, unit)}
            </Text>
          </G>
        ) : (
          <G key={value}>
            <Line x1={plot.x} x2={plot.x + plot.width} y1={at} y2={at} stroke={faint} />
            <Text x={plot.x - 4} y={at + 2} fill={grey} style={small} textAnchor="end">
              {figureText(value, unit)}
            </Text>
          </G>
        ),
      )}
    </G>
  );
}

function Names({
  laid,
  isLying,
  nameOf,
}: {
  laid: LaidChart;
  isLying: boolean;
  nameOf: (row: FigureRow) => string;
}) {
  const { plot, bands } = laid;
  const every = Math.max(1, Math.ceil(bands.length / NAMES_BELOW));
  return (
    <G>
      {bands.map(({ row, at }, place) =>
        isLying ? (
          <Text
            key={row.key}
            x={plot.x - 4}
            y={at + 2.5}
            fill={grey}
            style={small}
            textAnchor="end"
          >
            {shortened(nameOf(row))}
          </Text>
        ) : place % every === 0 ? (
          <Text
            key={row.key}
            x={at}
            y={plot.y + plot.height + 10}
            fill={grey}
            style={small}
            textAnchor="middle"
          >
            {nameOf(row)}
          </Text>
        ) : null,
      )}
    </G>
  );
}

function Marks({ laid, table }: { laid: LaidChart; table: FigureTable }) {
  const placeOf = (key: string) => table.series.findIndex((series) => series.key === key);
  return (
    <G>
      {laid.bars.map(({ x, y, width, height, row, series }) => (
        <Rect
          key={`${row.key} ${series.key}`}
          x={x}
          y={y}
          width={width}
          height={height}
          fill={colourOf(placeOf(series.key))}
        />
      ))}
      {laid.lines.flatMap(({ series, pieces }) =>
        pieces.map((piece) => {
          const [first] = piece;
          if (!first) return null;
          const colour = colourOf(placeOf(series.key));
          const key = `${series.key} ${first.row.key}`;
          return piece.length === 1 ? (
            <Circle key={key} cx={first.x} cy={first.y} r={1.6} fill={colour} />
          ) : (
            <Polyline
              key={key}
              points={piece.map(({ x, y }) => `${x},${y}`).join(" ")}
              fill="none"
              stroke={colour}
              strokeWidth={1.2}
              {...dashOf(placeOf(series.key))}
            />
          );
        }),
      )}
    </G>
  );
}

function Legend({ table }: { table: FigureTable }) {
  return (
    <View style={{ flexDirection: "row", flexWrap: "wrap", marginTop: 2 }}>
      {table.series.map(({ key, name, isRest }, place) => (
        <View key={key} style={{ flexDirection: "row", alignItems: "center", marginRight: 10 }}>
          <View style={{ width: 7, height: 7, marginRight: 3, backgroundColor: colourOf(place) }} />
          <Text style={styles.label}>{isRest ? "Others" : name}</Text>
        </View>
      ))}
    </View>
  );
}

function colourOf(place: number): string {
  const { light } = seriesColours;
  return light[Math.max(0, place) % light.length] ?? grey;
}

function dashOf(place: number): { strokeDasharray?: string } {
  const dash = seriesDashes[Math.max(0, place) % seriesDashes.length] ?? [];
  return dash.length > 0 ? { strokeDasharray: dash.join(" ") } : {};
}

function shortened(name: string): string {
  return name.length > 32 ? `${name.slice(0, 31)}…` : name;
}
