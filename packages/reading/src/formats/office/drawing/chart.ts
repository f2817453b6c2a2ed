import type { CellInput, DocumentBuilder } from "@besunny/document-model/document-builder";
import type { ShownPicture } from "@besunny/document-model/parsed-document";
import { SSF } from "@e965/xlsx";
import { child, descendants, elements, textOf, type XmlElement } from "../../../xml/xml";

/** Adds a chart as its title and kind with its picture, and the table of its data: categories down, series across. */
export async function addChart(
  builder: DocumentBuilder,
  root: XmlElement,
  pictureOf: (root: XmlElement) => Promise<ShownPicture | undefined>,
) {
  const [chart] = descendants(root, "chart");
  if (!chart) return;
  const title = titleOf(child(chart, "title"));
  const text = [title, kindOf(chart)].filter(Boolean).join("\n");
  builder.add({ kind: "caption", text, picture: await pictureOf(root) });
  const series = seriesOf(chart);
  builder.addTable({ cells: tableOf(series.length > 0 ? series : newerSeriesOf(root)) });
}

export type Series = { name: string; categories: Map<number, string>; values: Map<number, string> };

const kinds: Record<string, string> = {
  bar: "Bar chart",
  bar3D: "Bar chart",
  line: "Line chart",
  line3D: "Line chart",
  pie: "Pie chart",
  pie3D: "Pie chart",
  ofPie: "Pie chart",
  doughnut: "Doughnut chart",
  area: "Area chart",
  area3D: "Area chart",
  scatter: "Scatter chart",
  bubble: "Bubble chart",
  radar: "Radar chart",
  stock: "Stock chart",
  surface: "Surface chart",
  surface3D: "Surface chart",
};

function kindOf(chart: XmlElement): string {
  const drawn = elements(child(chart, "plotArea") ?? chart).flatMap(
    ({ name }) => kinds[name.replace(/Chart$/, "")] ?? [],
  );
  return [...new Set(drawn)].join(", ");
}

export function titleOf(title: XmlElement | undefined): string {
  if (!title) return "";
  const words = descendants(title, "p").map((each) => descendants(each, "t").map(textOf).join(""));
  return (words.length > 0 ? words : descendants(title, "v").map(textOf)).join(" ").trim();
}

function seriesOf(chart: XmlElement): Series[] {
  return descendants(chart, "ser").map(oneSeries);
}

/** Returns the name, the categories and the cached values of a `ser` element. */
export function oneSeries(element: XmlElement): Series {
  return {
    name: [...valuesOf(child(element, "tx")).values()].join(" "),
    categories: valuesOf(child(element, "cat") ?? child(element, "xVal")),
    values: valuesOf(child(element, "val") ?? child(element, "yVal")),
  };
}

/** Returns the cached values by their position. For categories on several levels, outer names come before inner names. */
function valuesOf(element: XmlElement | undefined): Map<number, string> {
  const values = new Map<number, string>();
  if (!element) return values;
  const levels = descendants(element, "lvl");
  if (levels.length > 1) return joined(levels.map(valuesOf).reverse());
  const points = descendants(element, "pt");
  const code = descendants(element, "formatCode").map(textOf)[0];
  for (const [place, point] of points.entries())
    values.set(
      Number(point.attributes.idx ?? place),
      shown(
        descendants(point, "v").map(textOf).join("") ||
          (elements(point).length > 0 ? "" : textOf(point)),
        code,
      ),
    );
  if (points.length === 0)
    for (const [place, value] of descendants(element, "v").entries())
      values.set(place, textOf(value));
  return values;
}

/** Joins the levels of categories. An outer category appears once and applies until the next. */
function joined(levels: Map<number, string>[]): Map<number, string> {
  const inner = levels.at(-1) ?? new Map<number, string>();
  const current = levels.map(() => "");
  return new Map(
    [...inner.keys()]
      .sort((a, b) => a - b)
      .map((place) => {
        for (const [index, level] of levels.entries())
          current[index] = level.get(place) ?? current[index] ?? "";
        return [place, current.filter((each) => each !== "").join(" / ")];
      }),
  );
}

/** Formats a value. Dates are day counts; other numbers are rounded to 12 digits. */
function shown(value: string, code: string | undefined): string {
  const number = Number(value);
  if (value.trim() === "" || Number.isNaN(number)) return value;
  if (code && SSF.is_date(code)) {
    try {
      return SSF.format(code, number);
    } catch {
      return value;
    }
  }
  return String(Number(number.toPrecision(12)));
}

function tableOf(series: Series[]): CellInput[] {
  const longest = series.reduce<Series | undefined>(
    (most, each) => (each.categories.size > (most?.categories.size ?? -1) ? each : most),
    undefined,
  );
  const places = new Set<number>(longest?.categories.keys());
  for (const { values } of series) for (const place of values.keys()) places.add(place);
  const rows = [...places].sort((a, b) => a - b).slice(0, mostRows);
  const cells: CellInput[] = [{ text: "", row: 0, column: 0, isHeader: true }];
  for (const [index, { name }] of series.entries())
    cells.push({ text: name, row: 0, column: index + 1, isHeader: true });
  for (const [index, place] of rows.entries()) {
    const row = index + 1;
    cells.push({ text: longest?.categories.get(place) ?? "", row, column: 0 });
    for (const [column, { values }] of series.entries())
      cells.push({ text: values.get(place) ?? "", row, column: column + 1 });
  }
  return rows.length > 0 ? cells : [];
}

const mostRows = 5_000;

/** Returns the series of newer charts (waterfall, funnel, treemap), which store their data apart from their series. */
function newerSeriesOf(root: XmlElement): Series[] {
  const names = descendants(root, "series").map((each) => titleOf(child(each, "tx")));
  return descendants(root, "data").map((data, index) => {
    const texts = elements(data, "strDim")[0];
    const numbers = elements(data, "numDim")[0];
    return {
      name: names[index] ?? "",
      categories: valuesOf(texts),
      values: valuesOf(numbers),
    };
  });
}
