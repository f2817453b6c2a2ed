import { expect, test } from "vitest";

import { directionOf, movedColumn, nextSort, toggledColumn, tracksOf } from "./columns";

test("a heading orders by its column, and the other way round when it did already", () => {
  expect(nextSort("size", "newest")).toBe("size_desc");
  expect(nextSort("size", "size_desc")).toBe("size");
  expect(nextSort("size", "size")).toBe("size_desc");
  expect(nextSort("name", "newest")).toBe("title");
  expect(nextSort("facts", "newest")).toBeNull();
});

test("a heading says which way its column is ordered, if it is", () => {
  expect(directionOf("added", "newest")).toBe("descending");
  expect(directionOf("added", "oldest")).toBe("ascending");
  expect(directionOf("type", "type_desc")).toBe("descending");
  expect(directionOf("type", "newest")).toBeNull();
});

test("columns are chosen and moved", () => {
  expect(toggledColumn(["type", "size"], "type")).toEqual(["size"]);
  expect(toggledColumn(["size"], "type")).toEqual(["size", "type"]);
  expect(movedColumn(["type", "size", "date"], "date", -1)).toEqual(["type", "date", "size"]);
  expect(movedColumn(["type", "size"], "type", -1)).toEqual(["type", "size"]);
  expect(movedColumn(["type", "size"], "size", 1)).toEqual(["type", "size"]);
});

test("rows have a track for each column, the box and the name", () => {
  expect(tracksOf(["type", "size"]).match(/minmax|1rem /g)).toHaveLength(4);
});
