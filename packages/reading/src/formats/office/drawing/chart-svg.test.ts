import { expect, test } from "vitest";
import { parseXml } from "../../../xml/xml";
import { chartSvg } from "./chart-svg";

const colours = { accents: ["#112233", "#445566"], of: () => undefined };
const size = { width: 400, height: 300 };
const points = (values: (string | number)[]) =>
  values.map((value, index) => `<c:pt idx="${index}"><c:v>${value}</c:v></c:pt>`).join("");
const series = (name: string, values: (string | number)[]) =>
  `<c:ser><c:tx><c:strRef><c:strCache>${points([name])}</c:strCache></c:strRef></c:tx><c:cat><c:strRef><c:strCache>${points(["Spring", "Summer"])}</c:strCache></c:strRef></c:cat><c:val><c:numRef><c:numCache>${points(values)}</c:numCache></c:numRef></c:val></c:ser>`;
const aChart = (plot: string, rest = "") =>
  parseXml(
    `<c:chartSpace><c:chart><c:plotArea>${plot}</c:plotArea>${rest}</c:chart></c:chartSpace>`,
  );
const legend = '<c:legend><c:legendPos val="b"/></c:legend>';

test.each([
  ["bars", '<c:barChart><c:barDir val="bar"/>', "</c:barChart>"],
  ["stacked columns", '<c:barChart><c:grouping val="percentStacked"/>', "</c:barChart>"],
  ["lines", "<c:lineChart>", "</c:lineChart>"],
  ["areas", "<c:area3DChart>", "</c:area3DChart>"],
  ["radars", "<c:radarChart>", "</c:radarChart>"],
])("draws %s with the names of their categories and series", (_, begin, end) => {
  const plot = `${begin}${series("North", [4_800_000_000, 1])}${series("South", [-3, 2.5])}${end}`;
  const svg = chartSvg(aChart(plot, legend), colours, size) ?? "";

  for (const word of ["Spring", "Summer", "North", "South"]) expect(svg).toContain(word);
  expect(svg).toContain("#112233");
  expect(svg).toContain("#445566");
});

test("draws pies with a colour for each part", () => {
  const svg = chartSvg(
    aChart(`<c:pieChart>${series("All", [3, 1])}</c:pieChart>`, legend),
    colours,
    size,
  );

  expect(svg).toContain("Spring");
  expect(svg).toContain("#445566");
});

test.each([
  ["a kind that is not drawn", `<c:surfaceChart>${series("All", [3, 1])}</c:surfaceChart>`],
  ["no values", `<c:barChart>${series("All", ["", ""])}</c:barChart>`],
  ["no plot", ""],
])("draws nothing for %s", (_, plot) => {
  expect(chartSvg(aChart(plot), colours, size)).toBeNull();
});
