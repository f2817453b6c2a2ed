import type { MetricAnswer, MetricDefinition, MetricQuery } from "@besunny/api/browser/figures";
import { describe, expect, test } from "vitest";

import { filtersAt, groupOf, tableOf } from "./tile-table";

const query: MetricQuery = {
  metric: "documents.received",
  from: new Date("2026-11-01T00:00:00Z"),
  to: new Date("2026-11-03T00:00:00Z"),
  timeZone: "UTC",
  grain: "none",
  breakOuts: ["type", "status"],
  filters: [],
  compare: "none",
  limit: 12,
};
const definition: MetricDefinition = {
  name: "documents.received",
  title: "Documents received",
  definition: "Documents that came in.",
  unit: "documents",
  kind: "count",
  source: "documents",
  dimensions: ["type", "status"],
  isAdditive: true,
  viewpoint: "now",
  audience: "members",
  drill: "documents",
  better: null,
};
const answer = (given: Partial<MetricAnswer>): MetricAnswer => ({
  metric: query.metric,
  query,
  asOf: query.to,
  freshness: { from: "rows", behindMs: 0 },
  total: 7,
  n: 7,
  before: null,
  points: [],
  isApproximate: false,
  notFiltered: [],
  suppressed: 0,
  ...given,
});
const invoice = { key: "invoice", name: "invoice" };
const ready = { key: "ready", name: "ready" };
const tile = { question: { ...query, metrics: [query.metric], grain: "auto" as const } };

describe("a click in a tile", () => {
  const { rows, series } = tableOf([
    {
      definition,
      answer: answer({
        points: [
          { at: null, group: [invoice, ready], isRest: false, value: 5, n: 5 },
          { at: null, group: [{ key: null, name: "None" }, ready], isRest: false, value: 1, n: 1 },
          {
            at: null,
            group: [
              { key: null, name: "Others" },
              { key: null, name: "Others" },
            ],
            isRest: true,
            value: 1,
            n: 1,
          },
        ],
      }),
    },
  ]);
  const [first, none, rest] = rows;

  test("on a part filters by both of its dimensions, on a row by the first", () => {
    if (!first) throw new Error("There is no row");
    expect(filtersAt(tile, first, series[0] ?? null)).toEqual([
      { dimension: "type", value: "invoice" },
      { dimension: "status", value: "ready" },
    ]);
    expect(filtersAt(tile, first, null)).toEqual([{ dimension: "type", value: "invoice" }]);
  });

  test("on rows without a value filters by that, on the rest by nothing", () => {
    if (!none || !rest) throw new Error("There is no row");
    expect(filtersAt(tile, none, null)).toEqual([{ dimension: "type", value: null }]);
    expect(filtersAt(tile, rest, null)).toEqual([]);
    expect(Object.values(rest.figures).map(groupOf)).toEqual([null]);
    expect(Object.values(none.figures).map(groupOf)).toEqual([[null, "ready"]]);
  });

  test("on a part of time filters by its group, and by nothing where it has none", () => {
    const over = { ...query, grain: "day" as const, breakOuts: ["type" as const] };
    const table = tableOf([
      {
        definition,
        answer: answer({
          query: over,
          points: [{ at: query.from, group: [invoice], isRest: false, value: 5, n: 5 }],
        }),
      },
    ]);
    const question = { ...tile.question, breakOuts: over.breakOuts };
    const [row] = table.rows;
    if (!row) throw new Error("There is no row");
    expect(filtersAt({ question }, row, table.series[0] ?? null)).toEqual([
      { dimension: "type", value: "invoice" },
    ]);
    expect(filtersAt({ question }, row, null)).toEqual([]);
  });
});

test("a figure that is not cut is one row with its total", () => {
  const whole = { ...query, breakOuts: [] };
  const { axis, rows } = tableOf([{ definition, answer: answer({ query: whole }) }]);
  expect([axis, rows.map((row) => row.figures["documents.received"]?.value)]).toEqual([
    "none",
    [7],
  ]);
});
