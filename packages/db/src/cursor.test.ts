import { describe, expect, test } from "vitest";

import { decodeCursor, encodeCursor, toPage } from "./cursor";

describe("a cursor", () => {
  test("it comes back as it was, whatever its title holds", () => {
    const values = ["Zürich “Q1” / 50 % — 中文", "doc_1", 12.5];
    expect(decodeCursor(encodeCursor(values))).toEqual(values);
  });

  test("it may stand in a URL as it is", () => {
    expect(encodeCursor(["??>>~~", "ÿÿ"])).toMatch(/^[\w-]+$/);
  });

  test.each(["", "nonsense", "e30", Buffer.from("[{}]").toString("base64url"), "%00"])(
    "it is none when it is not of our making: %s",
    (text) => {
      expect(decodeCursor(text)).toBeNull();
    },
  );
});

describe("toPage", () => {
  const keyOf = (row: number) => [row];

  test("it goes on where the last row shown was, when there are more", () => {
    const page = toPage([1, 2, 3], 2, keyOf);
    expect(page.items).toEqual([1, 2]);
    expect(decodeCursor(page.nextCursor ?? "")).toEqual([2]);
  });

  test.each([[[1, 2]], [[1]], [[]]])("it ends when %j are all there are", (rows) => {
    expect(toPage(rows, 2, keyOf)).toEqual({ items: rows, nextCursor: null });
  });
});
