import { expect, test } from "vitest";

import {
  columnOf,
  columnsAmong,
  directionOf,
  movedColumn,
  nextSort,
  sortOf,
  toggledColumn,
  tracksOf,
} from "./columns";

test("a heading orders by its column, and the other way round when it did already", () => {
  expect(nextSort(columnOf("size"), "newest")).toBe("size_desc");
  expect(nextSort(columnOf("size"), "size_desc")).toBe("size");
  expect(nextSort(columnOf("size"), "size")).toBe("size_desc");
  expect(nextSort(columnOf("name"), "newest")).toBe("title");
  expect(nextSort(columnOf("facts"), "newest")).toBeNull();
});

test("a heading says which way its column is ordered, if it is", () => {
  expect(directionOf(columnOf("added"), "newest")).toBe("descending");
  expect(directionOf(columnOf("added"), "oldest")).toBe("ascending");
  expect(directionOf(columnOf("type"), "type_desc")).toBe("descending");
  expect(directionOf(columnOf("type"), "newest")).toBeNull();
});

test("columns are chosen and moved", () => {
  expect(toggledColumn(["type", "size"], "type")).toEqual(["size"]);
  expect(toggledColumn(["size"], "type")).toEqual(["size", "type"]);
  expect(movedColumn(["type", "size", "date"], "date", -1)).toEqual(["type", "date", "size"]);
  expect(movedColumn(["type", "size"], "type", -1)).toEqual(["type", "size"]);
  expect(movedColumn(["type", "size"], "size", 1)).toEqual(["type", "size"]);
});

test("rows have a track for each column, the box and the name", () => {
  const shown = [columnOf("type"), columnOf("size")];
  expect(tracksOf(shown, true).match(/minmax|1rem /g)).toHaveLength(4);
});

test("a field of the workspace is a column, ordered by its id, and a name that is gone is none", () => {
  expect(columnsAmong(["type", "fld_1a", "colour"])).toEqual(["type", "fld_1a"]);
  expect(nextSort(columnOf("fld_1a"), "newest")).toBe("fld_1a");
  expect(directionOf(columnOf("fld_1a"), "fld_1a_desc")).toBe("descending");
  expect(columnOf("fld_1a", "amount").isNumeric).toBe(true);
  expect(sortOf("fld_1a_desc")).toBe("fld_1a_desc");
  expect([sortOf("fld_A!"), sortOf("colour")]).toEqual([null, null]);
});
