import { child, descendants, elements, type XmlElement } from "../../../xml/xml";
import { oneSeries } from "./chart";
import type { Colours } from "./theme-colours";

export type PlotKind = "bar" | "line" | "area" | "pie" | "doughnut" | "scatter" | "radar";

export type PlotSeries = {
  name: string;
  categories: string[];
  /** Null for a gap. */
  values: (number | null)[];
  colour: string | undefined;
  /** The colours of single points, by their position. */
  pointColours: Map<number, string>;
  showsValues: boolean;
  showsPercent: boolean;
};

/** One kind of drawing in a chart; a chart may lay several over each other. */
export type Plot = {
  kind: PlotKind;
  isHorizontal: boolean;
  stacking: "none" | "stacked" | "percent";
  series: PlotSeries[];
};

const kinds: Record<string, PlotKind> = {
  barChart: "bar",
  bar3DChart: "bar",
  lineChart: "line",
  line3DChart: "line",
  stockChart: "line",
  areaChart: "area",
  area3DChart: "area",
  pieChart: "pie",
  pie3DChart: "pie",
  ofPieChart: "pie",
  doughnutChart: "doughnut",
  scatterChart: "scatter",
  bubbleChart: "scatter",
  radarChart: "radar",
};

const mostPoints = 2_000;
const mostSeries = 50;

/** Returns the plots of a chart, without those of kinds that are not drawn. */
export function plotsOf(chart: XmlElement, colours: Colours): Plot[] {
  const area = child(chart, "plotArea");
  return (area ? elements(area) : []).flatMap((each): Plot[] => {
    const kind = kinds[each.name];
    if (!kind) return [];
    const grouping = child(each, "grouping")?.attributes.val ?? "";
    const series = elements(each, "ser").slice(0, mostSeries);
    return [
      {
        kind,
        isHorizontal: child(each, "barDir")?.attributes.val === "bar",
        stacking: /^percent/.test(grouping)
          ? "percent"
          : grouping === "stacked"
            ? "stacked"
            : "none",
        series: series.map((one) => seriesOf(one, each, colours)),
      },
    ];
  });
}

function seriesOf(element: XmlElement, plot: XmlElement, colours: Colours): PlotSeries {
  const { name, categories, values } = oneSeries(element);
  const last = Math.max(-1, ...categories.keys(), ...values.keys());
  const places = Array.from({ length: Math.min(mostPoints, last + 1) }, (_, place) => place);
  const shape = child(element, "spPr");
  const labels = child(element, "dLbls") ?? child(plot, "dLbls");
  const isOn = (flag: string) => /^(1|true)$/.test(child(labels, flag)?.attributes.val ?? "");
  return {
    name,
    categories: places.map((place) => categories.get(place) ?? ""),
    values: places.map((place) => numberOf(values.get(place))),
    colour: colours.of(shape) ?? colours.of(child(shape, "ln")),
    pointColours: pointColoursOf(element, colours),
    showsValues: isOn("showVal"),
    showsPercent: isOn("showPercent"),
  };
}

function numberOf(value: string | undefined): number | null {
  const number = Number(value);
  return value === undefined || value.trim() === "" || !Number.isFinite(number) ? null : number;
}

function pointColoursOf(element: XmlElement, colours: Colours): Map<number, string> {
  return new Map(
    descendants(element, "dPt").flatMap((point): [number, string][] => {
      const colour = colours.of(child(point, "spPr"));
      return colour ? [[Number(child(point, "idx")?.attributes.val ?? 0), colour]] : [];
    }),
  );
}
