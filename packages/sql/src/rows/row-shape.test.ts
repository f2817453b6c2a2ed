import { expect, test } from "vitest";

import {
  integer,
  jsonObject,
  nullable,
  oneOf,
  ownJson,
  text,
  textArray,
  timestamp,
} from "./column";
import { columnList, readRow } from "./row-shape";

test("a row that fits is returned as it is", () => {
  const shape = { id: text, tags: textArray, count: nullable(integer), at: timestamp };
  const row = { id: "a", tags: ["x"], count: null, at: new Date(0) };
  expect(readRow(shape, row)).toEqual(row);
});

test("a value of another type is refused by the column's name", () => {
  expect(() => readRow({ count: integer }, { count: "3" })).toThrow(
    'The column "count" does not fit its declaration: integer expected, string found',
  );
  expect(() => readRow({ tags: textArray }, { tags: [1] })).toThrow(/"tags"/);
  expect(() => readRow({ data: jsonObject }, { data: [] })).toThrow(/"data"/);
});

test("a null or a missing column is refused unless it is declared nullable", () => {
  expect(() => readRow({ id: text }, { id: null })).toThrow(/text.* expected, null found/);
  expect(() => readRow({ id: text }, {})).toThrow(/"id"/);
  expect(() => readRow({ config: ownJson<object>() }, { config: null })).toThrow(/"config"/);
  expect(readRow({ id: nullable(text) }, {})).toEqual({ id: null });
});

test("a word outside of the list is refused", () => {
  const shape = { state: oneOf(["open", "done"]) };
  expect(readRow(shape, { state: "done" })).toEqual({ state: "done" });
  expect(() => readRow(shape, { state: "lost" })).toThrow(/"state"/);
});

test("a column list quotes names, so that reserved words can be columns", () => {
  expect(columnList({ id: text, user: text }, "e")).toBe('e."id", e."user"');
  expect(columnList({ id: text })).toBe('"id"');
});
