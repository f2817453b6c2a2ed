import { expect, test } from "vitest";

import { marksOfSpan } from "./marks";

const page = {
  width: 100,
  height: 200,
  words: [
    [0, 4, 10, 20, 20, 10],
    [5, 9, 32, 20, 20, 10],
    [10, 14, 10, 40, 20, 10],
  ],
} as const;

test("it marks the words of the span and no others", () => {
  expect(marksOfSpan(page, [10, 14])).toEqual([{ x: 0.1, y: 0.2, width: 0.2, height: 0.05 }]);
});

test("it draws the words of one line as one mark, so that a sentence does not look torn", () => {
  const marks = marksOfSpan(page, [0, 14]);
  expect(marks).toHaveLength(2);
  expect(marks[0]).toMatchObject({ x: 0.1, y: 0.1 });
  expect(marks[0]?.width).toBeCloseTo(0.42);
});

test("it marks nothing on a page that the span does not touch", () => {
  expect(marksOfSpan(page, [50, 60])).toEqual([]);
});

test("it does not join words of two columns that happen to share a line", () => {
  const columns = {
    ...page,
    words: [
      [0, 4, 5, 20, 20, 10],
      [5, 9, 60, 20, 20, 10],
    ],
  } as const;
  expect(marksOfSpan(columns, [0, 9])).toHaveLength(2);
});

test("words without places mark the shape that holds them, once, and others mark none", () => {
  const slide = {
    width: 200,
    height: 100,
    words: [],
    blocks: [
      { span: [0, 10] as const, boxes: [[20, 10, 100, 50]] as const },
      { span: [12, 20] as const, boxes: [[20, 10, 100, 50]] as const },
      { span: [22, 30] as const },
    ],
  };

  expect(marksOfSpan(slide, [5, 15])).toEqual([{ x: 0.1, y: 0.1, width: 0.5, height: 0.5 }]);
  expect(marksOfSpan(slide, [22, 30])).toEqual([]);
});
