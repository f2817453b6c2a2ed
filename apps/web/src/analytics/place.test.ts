import { expect, test } from "vitest";

import { drillOf, loadRowsPlace, rowsHref } from "./place";

const query = {
  metric: "documents.received",
  from: new Date("2026-03-01T00:00:00Z"),
  to: new Date("2026-04-01T00:00:00Z"),
  timeZone: "Europe/Berlin",
  grain: "day" as const,
  breakOuts: ["type" as const],
  filters: [{ dimension: "project" as const, values: ["prj_1"] }],
  compare: "before" as const,
  limit: 12,
};

test.each([[["invoice"]], [[null]], [["a, b"]], [[""]]])(
  "the rows of a point are found by its address: %j",
  async (group) => {
    const at = new Date("2026-03-02T00:00:00Z");
    const href = rowsHref(query, { at, group });
    const place = await loadRowsPlace(new URL(href, "http://localhost").searchParams);
    const { compare: _, limit: __, ...asked } = query;
    expect(drillOf(place)).toEqual({ query: asked, at, group });
  },
);

test("an address without a figure is of no rows", async () => {
  expect(drillOf(await loadRowsPlace(new URLSearchParams("figure=documents.received")))).toBeNull();
});
