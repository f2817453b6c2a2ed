import { describe, expect, test } from "vitest";

import { layChart, layFunnel } from "./chart-layout";
import { type Figure, figureTable } from "./figures";
import { thinPoints } from "./thin-points";

const at = (day: number) => new Date(Date.UTC(2026, 2, day));
const group = (name: string) => [{ key: name.toLowerCase(), name }];
const figure = (value: number | null, given: Partial<Figure> = {}): Figure => ({
  at: null,
  group: [],
  isRest: false,
  value,
  n: value ?? 0,
  ...given,
});
const size = { width: 440, height: 244, side: 40, foot: 40 };

describe("a table of figures", () => {
  test("has a row for each part of the range in order, and a series for each group", () => {
    const table = figureTable([
      {
        key: "documents.received",
        name: "Documents received",
        points: [
          figure(2, { at: at(2), group: group("PDF") }),
          figure(1, { at: at(1), group: group("PDF") }),
          figure(4, { at: at(1), group: group("Mail") }),
          figure(3, { at: at(1), isRest: true }),
        ],
      },
    ]);
    expect(table.axis).toBe("time");
    expect(table.rows.map(({ at: day }) => day)).toEqual([at(1), at(2)]);
    expect(table.series.map(({ name, isRest }) => [name, isRest])).toEqual([
      ["PDF", false],
      ["Mail", false],
      ["Documents received", true],
    ]);
  });

  test("tells rows without a value, and the rest, from a group with such a name", () => {
    const { rows } = figureTable([
      {
        key: "documents.received",
        name: "Documents",
        points: [
          figure(1, { group: [{ key: null, name: "none" }] }),
          figure(2, { group: group("none") }),
          figure(3, { group: [{ key: null, name: "Other" }], isRest: true }),
        ],
      },
    ]);
    expect(rows.map(({ group: each, isRest }) => [each?.key, isRest])).toEqual([
      [null, false],
      ["none", false],
      [undefined, true],
    ]);
  });

  test("of several metrics has a series for each", () => {
    const { series, axis } = figureTable([
      { key: "time.p50", name: "p50", points: [figure(1)] },
      { key: "time.p95", name: "p95", points: [figure(9)] },
    ]);
    expect(axis).toBe("none");
    expect(series.map(({ name, metric }) => [name, metric])).toEqual([
      ["p50", "time.p50"],
      ["p95", "time.p95"],
    ]);
  });
});

const twoDays = figureTable([
  {
    key: "m",
    name: "Documents",
    points: [
      figure(30, { at: at(1), group: group("A") }),
      figure(10, { at: at(1), group: group("B") }),
      figure(20, { at: at(2), group: group("A") }),
      figure(20, { at: at(2), group: group("B") }),
    ],
  },
]);

describe("a laid chart", () => {
  test("stacks parts on each other, to the height of their sum", () => {
    const { bars, plot } = layChart({ table: twoDays, kind: "stacked", ...size });
    const [first, second] = bars;
    expect(plot).toEqual({ x: 40, y: 4, width: 400, height: 200 });
    expect(first).toMatchObject({ height: 150, y: 54, value: 30 });
    expect(second).toMatchObject({ height: 50, y: 4, value: 10 });
    expect(first?.x).toBe(second?.x);
  });

  test("puts bars of one row beside each other, and none outside of the plot", () => {
    const { bars, plot } = layChart({ table: twoDays, kind: "bars", ...size });
    const [first, second] = bars;
    expect((first?.x ?? 0) + (first?.width ?? 0)).toBeCloseTo(second?.x ?? 0);
    for (const bar of bars) {
      expect(bar.x).toBeGreaterThanOrEqual(plot.x);
      expect(bar.x + bar.width).toBeLessThanOrEqual(plot.x + plot.width);
      expect(bar.y + bar.height).toBeCloseTo(plot.y + plot.height);
    }
  });

  test("breaks a line where there is no value, and shows one point as one", () => {
    const points = [1, null, 3, 4].map((value, day) => figure(value, { at: at(day + 1) }));
    const table = figureTable([{ key: "m", name: "p95", points }]);
    const [line] = layChart({ table, kind: "line", ...size }).lines;
    expect(line?.pieces.map((piece) => piece.map(({ value }) => value))).toEqual([[1], [3, 4]]);
  });

  test("of shares below one has an axis of its own", () => {
    const table = figureTable([{ key: "m", name: "Share", points: [figure(0.3, { at: at(1) })] }]);
    const { ticks, lines } = layChart({ table, kind: "line", ...size });
    expect(ticks.at(-1)?.value).toBeCloseTo(0.3);
    expect(lines[0]?.pieces[0]?.[0]?.y).toBeCloseTo(4);
  });

  test("without rows has no marks", () => {
    const laid = layChart({ table: figureTable([]), kind: "bars", ...size });
    expect([laid.bars, laid.bands, laid.lines]).toEqual([[], [], []]);
  });
});

test("ten thousand points become few, and no peak is lost", () => {
  const values = Array.from({ length: 10_000 }, (_, place) => (place === 7777 ? 900 : place % 7));
  const kept = thinPoints(values, 600);
  expect(kept.length).toBeLessThanOrEqual(600);
  expect(kept).toContain(7777);
  expect(kept).toEqual([...kept].sort((one, other) => one - other));
  expect([kept[0], kept.at(-1)]).toEqual([0, 9999]);
});

test("a funnel says the share of the first step and of the one before", () => {
  const steps = layFunnel(
    [
      { name: "Uploaded", value: 200 },
      { name: "Read", value: 150 },
      { name: "Opened", value: 30 },
    ],
    100,
  );
  expect(steps.map(({ width, ofFirst, ofBefore }) => [width, ofFirst, ofBefore])).toEqual([
    [100, 1, null],
    [75, 0.75, 0.75],
    [15, 0.15, 0.2],
  ]);
});
