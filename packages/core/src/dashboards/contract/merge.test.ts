import { describe, expect, test } from "vitest";

import type { DashboardDraft, Tile } from "./dashboard";
import { changesBetween, mergeDrafts } from "./merge";
import { tileQueries, toggled } from "./tile-queries";

const tile = (id: string, given: Partial<Tile> = {}): Tile => ({
  id,
  title: id,
  kind: "number",
  question: {
    metrics: ["documents.received"],
    grain: "none",
    breakOuts: [],
    filters: [],
    limit: 12,
  },
  place: { x: 0, y: 0, w: 3, h: 2 },
  ...given,
});
const draft = (tiles: Tile[], given: Partial<DashboardDraft> = {}): DashboardDraft => ({
  title: "Mine",
  description: "",
  content: { range: "7d", timeZone: null, compare: "before", filters: [], tiles },
  ...given,
});
const whats = (one: DashboardDraft, other: DashboardDraft) =>
  changesBetween(one, other).map((each) =>
    "tile" in each ? [each.what, each.tile.id] : each.what,
  );

const base = draft([tile("a"), tile("b"), tile("c")]);

describe("two people who change one dashboard", () => {
  test("see what the other changed", () => {
    const moved = tile("b", { place: { x: 6, y: 0, w: 3, h: 2 } });
    const other = draft([tile("a", { kind: "line" }), moved, tile("d")], { title: "Theirs" });
    expect(whats(base, other)).toEqual([
      "title",
      ["tileChanged", "a"],
      ["tileMoved", "b"],
      ["tileAdded", "d"],
      ["tileRemoved", "c"],
    ]);
    expect(whats(base, base)).toEqual([]);
  });

  test("lose nothing where they worked on different tiles", () => {
    const mine = draft([tile("a", { title: "My a" }), tile("b"), tile("c")]);
    const theirs = draft([tile("a"), tile("b", { kind: "table" }), tile("d")], { title: "Theirs" });
    const merged = mergeDrafts(base, mine, theirs);
    expect(merged.title).toBe("Theirs");
    expect(merged.content.tiles.map(({ id, title, kind }) => [id, title, kind])).toEqual([
      ["a", "My a", "number"],
      ["b", "b", "table"],
      ["d", "d", "number"],
    ]);
  });

  test("keep mine where both worked on the same tile, with the place that the other moved it to", () => {
    const place = { x: 6, y: 4, w: 6, h: 3 };
    const mine = draft([tile("a", { title: "My a" }), tile("b"), tile("c")]);
    const theirs = draft([tile("a", { title: "Their a", place }), tile("b"), tile("c")]);
    expect(mergeDrafts(base, mine, theirs).content.tiles[0]).toMatchObject({
      title: "My a",
      place,
    });
  });

  test("a tile that I removed stays removed; one that I changed and they removed comes back", () => {
    const mine = draft([tile("a", { title: "My a" }), tile("c")]);
    const theirs = draft([tile("b", { kind: "table" }), tile("c")]);
    expect(mergeDrafts(base, mine, theirs).content.tiles.map(({ id }) => id)).toEqual(["a", "c"]);
  });
});

describe("the questions of a tile", () => {
  const around = {
    from: new Date("2026-11-01T00:00:00Z"),
    to: new Date("2026-11-08T00:00:00Z"),
    timeZone: "UTC",
    compare: "before" as const,
    filters: [{ dimension: "type" as const, values: ["invoice", "letter"] }],
  };

  test("are one for each metric, over the range and with the filters of the dashboard", () => {
    const { question } = tile("a", {
      question: {
        ...tile("a").question,
        metrics: ["documents.ready", "documents.failed"],
        grain: "auto",
      },
    });
    expect(tileQueries(question, around)).toMatchObject([
      { metric: "documents.ready", grain: "day", filters: around.filters, compare: "before" },
      { metric: "documents.failed", grain: "day" },
    ]);
  });

  test("take of a dimension that both filter by what both allow, and never all", () => {
    const filtered = (values: (string | null)[]) =>
      tileQueries({ ...tile("a").question, filters: [{ dimension: "type", values }] }, around)[0]
        ?.filters;
    expect(filtered(["letter", "lease"])).toEqual([{ dimension: "type", values: ["letter"] }]);
    expect(filtered(["lease"])).toEqual([
      { dimension: "type", values: ["lease"] },
      { dimension: "type", values: ["invoice", "letter"] },
    ]);
  });
});

test("a second click on the same bar takes its filter away, one on another bar replaces it", () => {
  const one = toggled([], "type", "invoice");
  expect(one).toEqual([{ dimension: "type", values: ["invoice"] }]);
  expect(toggled(one, "type", "letter")).toEqual([{ dimension: "type", values: ["letter"] }]);
  expect(toggled(one, "type", "invoice")).toEqual([]);
  expect(toggled(one, "format", null)).toHaveLength(2);
});
