import { BarChart, LineChart, PieChart, RadarChart, ScatterChart } from "echarts/charts";
import { GridComponent, LegendComponent, RadarComponent, TitleComponent } from "echarts/components";
import { type EChartsCoreOption, init, use } from "echarts/core";
import { LegacyGridContainLabel } from "echarts/features";
import { SVGRenderer } from "echarts/renderers";
import { child, descendants, elements, type XmlElement } from "../../../xml/xml";
import { families } from "../../pictures/fonts";
import { titleOf } from "./chart";
import { type Plot, type PlotSeries, plotsOf } from "./chart-plots";
import type { Colours } from "./theme-colours";

use([BarChart, LineChart, PieChart, RadarChart, ScatterChart]);
use([
  LegacyGridContainLabel,
  GridComponent,
  LegendComponent,
  RadarComponent,
  TitleComponent,
  SVGRenderer,
]);

type Size = { width: number; height: number };
type Look = Size & { fontSize: number };

/**
 * Draws a chart of Office from its cached values as SVG, in pixels. Draws bars, lines, areas, pies, doughnuts, points and radars; 3-D charts are drawn
 * flat. Returns null for a chart of other kinds or without values.
 */
export function chartSvg(root: XmlElement, colours: Colours, size: Size): string | null {
  const [chart] = descendants(root, "chart");
  const plots = chart ? plotsOf(chart, colours).filter(hasValues) : [];
  if (!chart || plots.length === 0) return null;
  const fontSize = fontSizeOf(root);
  const drawing = init(null, null, { renderer: "svg", ssr: true, ...size });
  try {
    drawing.setOption({
      animation: false,
      color: colours.accents,
      textStyle: { fontFamily: families.sans.name, fontSize },
      ...headOf(chart, plots, { ...size, fontSize }),
      ...bodyOf(chart, plots, { ...size, fontSize }),
    });
    return drawing.renderToSVGString();
  } finally {
    drawing.dispose();
  }
}

function hasValues({ series }: Plot): boolean {
  return series.some(({ values }) => values.some((value) => value !== null));
}

function headOf(chart: XmlElement, plots: Plot[], size: Look): EChartsCoreOption {
  const legend = child(chart, "legend");
  const place = child(legend, "legendPos")?.attributes.val ?? "r";
  const text = titleIn(chart, plots);
  return {
    title: {
      show: text !== "",
      text,
      left: "center",
      top: 8,
      textStyle: { fontSize: titleSize(size) },
    },
    legend: {
      show: legend !== undefined,
      type: "plain",
      textStyle: { fontSize: size.fontSize },
      ...(place === "b" && { bottom: 6, left: "center" }),
      ...(place === "t" && { top: text === "" ? 6 : 20 + titleSize(size), left: "center" }),
      ...(place === "l" && { left: 6, top: "middle", orient: "vertical" }),
      ...(/^(r|tr)$/.test(place) && { right: 6, top: "middle", orient: "vertical" }),
    },
  };
}

/** A chart of one series has the name of the series as its title, unless the author removed the title. */
function titleIn(chart: XmlElement, plots: Plot[]): string {
  const title = titleOf(child(chart, "title"));
  if (title !== "" || /^(1|true)$/.test(child(chart, "autoTitleDeleted")?.attributes.val ?? ""))
    return title;
  const [only, ...others] = plots.flatMap(({ series }) => series);
  return only && others.length === 0 ? only.name : "";
}

function titleSize({ fontSize }: Look): number {
  return Math.round(1.2 * fontSize);
}

const pixelsPerPoint = 4 / 3;

/** Returns the size of a chart's text in pixels. Office writes it in hundredths of a point, and has 10 points where it writes none. */
function fontSizeOf(root: XmlElement): number {
  const own = child(elements(root)[0], "txPr");
  const size = own ? Number(descendants(own, "defRPr")[0]?.attributes.sz) : Number.NaN;
  return Math.round(Math.min(30, Math.max(10, ((size || 1_000) / 100) * pixelsPerPoint)));
}

function bodyOf(chart: XmlElement, plots: Plot[], size: Look): EChartsCoreOption {
  const kinds = new Set(plots.map(({ kind }) => kind));
  if (kinds.has("pie") || kinds.has("doughnut")) return { series: plots.flatMap(pieOf) };
  if (kinds.has("radar")) return radarOf(plots);
  const categories = plots
    .flatMap(({ series }) => series)
    .reduce<string[]>(
      (longest, each) => (each.categories.length > longest.length ? each.categories : longest),
      [],
    );
  const isScatter = plots.every(({ kind }) => kind === "scatter");
  const isHorizontal = plots.some((each) => each.isHorizontal);
  const isPercent = plots.some(({ stacking }) => stacking === "percent");
  const across = isScatter
    ? { type: "value", scale: true, axisLabel: { fontSize: size.fontSize } }
    : {
        type: "category",
        data: categories,
        inverse: isInverse(chart),
        axisLabel: { hideOverlap: true, fontSize: size.fontSize },
      };
  const up = {
    type: "value",
    ...(isPercent && { max: 100 }),
    axisLabel: { fontSize: size.fontSize, ...(isPercent && { formatter: "{value} %" }) },
  };
  const legend = child(chart, "legend");
  const place = legend ? (child(legend, "legendPos")?.attributes.val ?? "r") : "";
  const side = Math.round(size.width / 6);
  return {
    grid: {
      containLabel: true,
      left: place === "l" ? side : 16,
      right: /^(r|tr)$/.test(place) ? side : 24,
      top: 28 + titleSize(size) + (place === "t" ? 24 : 0),
      bottom: place === "b" ? 40 : 16,
    },
    xAxis: isHorizontal ? up : across,
    yAxis: isHorizontal ? across : up,
    series: plots.flatMap((plot, index) => seriesIn(plot, `stack${index}`)),
  };
}

function isInverse(chart: XmlElement): boolean {
  const axis = child(chart, "plotArea/catAx") ?? child(chart, "plotArea/dateAx");
  return child(axis, "scaling/orientation")?.attributes.val === "maxMin";
}

function seriesIn(plot: Plot, stack: string): object[] {
  const { kind, stacking, series } = plot;
  return series.map((each) => ({
    name: each.name,
    type: kind === "bar" ? "bar" : kind === "scatter" ? "scatter" : "line",
    data: valuesOf(each, plot),
    ...(each.colour && { itemStyle: { color: each.colour }, lineStyle: { color: each.colour } }),
    ...(kind === "area" && { areaStyle: { opacity: 0.7 } }),
    ...(stacking !== "none" && { stack }),
    label: { show: each.showsValues },
  }));
}

function valuesOf({ categories, values, pointColours }: PlotSeries, plot: Plot): unknown[] {
  if (plot.kind === "scatter")
    return values.map((value, place) => [Number(categories[place]) || place + 1, value]);
  return values.map((value, place) => {
    const shown = plot.stacking === "percent" ? shareOf(value, place, plot) : value;
    const color = pointColours.get(place);
    return color ? { value: shown, itemStyle: { color } } : shown;
  });
}

function shareOf(value: number | null, place: number, { series }: Plot): number | null {
  const whole = series.reduce((sum, { values }) => sum + Math.abs(values[place] ?? 0), 0);
  return value === null || whole === 0 ? null : (100 * value) / whole;
}

function pieOf({ kind, series }: Plot): object[] {
  const width = 65 / series.length;
  return series.map((each, index) => ({
    type: "pie",
    name: each.name,
    center: ["45%", "55%"],
    radius:
      kind === "pie"
        ? "65%"
        : [
            `${30 / series.length + width * index}%`,
            `${65 - width * (series.length - 1 - index)}%`,
          ],
    label: {
      show: each.showsValues || each.showsPercent,
      formatter: each.showsPercent ? "{d} %" : "{c}",
    },
    itemStyle: { borderColor: "#fff", borderWidth: 1 },
    data: each.values.map((value, place) => {
      const color = each.pointColours.get(place);
      const name = each.categories[place] || String(place + 1);
      return { value: Math.abs(value ?? 0), name, ...(color && { itemStyle: { color } }) };
    }),
  }));
}

function radarOf(plots: Plot[]): EChartsCoreOption {
  const series = plots.flatMap((plot) => plot.series);
  const categories = series[0]?.categories ?? [];
  const most = Math.max(0, ...series.flatMap(({ values }) => values.map((value) => value ?? 0)));
  return {
    radar: { indicator: categories.map((name) => ({ name, max: most || 1 })), radius: "60%" },
    series: [
      {
        type: "radar",
        data: series.map(({ name, values, colour }) => ({
          name,
          value: values.map((value) => value ?? 0),
          ...(colour && { itemStyle: { color: colour }, lineStyle: { color: colour } }),
        })),
      },
    ],
  };
}
