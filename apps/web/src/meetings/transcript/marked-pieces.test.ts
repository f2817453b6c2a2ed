import { expect, test } from "vitest";

import { markedPieces } from "./marked-pieces";

const text = "We pay in May. We pay.";
const shown = (given: Partial<Parameters<typeof markedPieces>[1]>) =>
  markedPieces(text, { start: 100, span: null, words: "", ...given }).map(
    ({ text: piece, isMarked }) => (isMarked ? `[${piece}]` : piece),
  );

test("a quote is marked at its place in the document", () => {
  expect(shown({ span: [103, 114] })).toEqual(["We ", "[pay in May.]", " We pay."]);
});

test("a quote that goes on in the next turn is marked to the end of this one", () => {
  expect(shown({ span: [115, 400] })).toEqual(["We pay in May. ", "[We pay.]"]);
});

test("a quote of another turn marks nothing", () => {
  expect(shown({ span: [10, 40] })).toEqual([text]);
});

test("words are marked wherever they are, and never twice with the quote", () => {
  expect(shown({ words: "PAY" })).toEqual(["We ", "[pay]", " in May. We ", "[pay]", "."]);
  expect(shown({ span: [103, 106], words: "pay in" })).toEqual([
    "We ",
    "[pay]",
    "[ in]",
    " May. We pay.",
  ]);
});
