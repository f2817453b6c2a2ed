import { describe, expect, test } from "vitest";

import { afterId, afterKey, afterTime, encodeCursor, ForeignCursor, toPage } from "./cursor";

const at = "2026-01-31T09:30:00.000Z";
const asItIs = (text: string) => text;
const coded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");

describe("a cursor", () => {
  test("it comes back as it was, whatever its title holds", () => {
    const title = "Zürich “Q1” / 50 % — 中文";
    expect(afterKey(encodeCursor("titles", [title, "doc_1"]), "titles", asItIs)).toEqual({
      key: title,
      id: "doc_1",
    });
    expect(afterTime(encodeCursor("times", [at, "doc_1"]), "times")).toEqual({
      at: new Date(at),
      id: "doc_1",
    });
    expect(afterId(encodeCursor("ids", ["itm_1"]), "ids")).toBe("itm_1");
  });

  test("it may stand in a URL as it is", () => {
    expect(encodeCursor("titles", ["??>>~~", "ÿÿ"])).toMatch(/^[\w-]+$/);
  });

  test.each([undefined, null, ""])("it begins at the beginning where there is %j", (none) => {
    expect([afterTime(none, "a"), afterKey(none, "a", asItIs), afterId(none, "a")]).toEqual([
      null,
      null,
      null,
    ]);
  });

  test.each([
    ["nonsense", "nonsense"],
    ["no list", "e30"],
    ["no keys", coded(["times"])],
    ["no time", coded(["times", "x", "doc_1"])],
    ["a time that is none", coded(["times", "2026-13-41T09:30:00.000Z", "doc_1"])],
    ["a year out of reach", coded(["times", "+012026-01-01T00:00:00.000Z", "doc_1"])],
    ["no id", coded(["times", at, "y"])],
    ["a number", coded(["times", 1, "doc_1"])],
    ["too much", coded(["times", at, "doc_1", "doc_2"])],
    ["another list's", encodeCursor("others", [at, "doc_1"])],
  ])("it is refused when it holds %s", (_what, cursor) => {
    expect(() => afterTime(cursor, "times")).toThrow(ForeignCursor);
  });

  test.each(["a\0b", "\ud800"])("it is refused when its text could not be stored: %j", (text) => {
    expect(() => afterKey(coded(["titles", text, "doc_1"]), "titles", asItIs)).toThrow(
      ForeignCursor,
    );
  });

  test("it is refused when its key cannot be read", () => {
    const unread = () => undefined;
    expect(() => afterKey(coded(["sizes", "big", "doc_1"]), "sizes", unread)).toThrow(
      ForeignCursor,
    );
  });
});

describe("toPage", () => {
  const of = { list: "rows", keyOf: (row: number) => [`row_${row}`] };

  test("it goes on where the last row shown was, when there are more", () => {
    const page = toPage([1, 2, 3], { ...of, limit: 2 });
    expect(page.items).toEqual([1, 2]);
    expect(afterId(page.nextCursor, "rows")).toBe("row_2");
  });

  test.each([[[1, 2]], [[1]], [[]]])("it ends when %j are all there are", (rows) => {
    expect(toPage(rows, { ...of, limit: 2 })).toEqual({ items: rows, nextCursor: null });
  });
});
