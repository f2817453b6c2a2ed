import { expect, test } from "vitest";
import { placedAgain, withoutKept } from "./keep";

const at = (start: number, end: number) => ({
  evidence: [{ turns: [1], quote: "x", span: [start, end] as [number, number], atMs: null }],
});

test("what is found where a kept statement rests is not added again", () => {
  const kept = [{ id: "a", ...at(10, 20) }];
  expect(withoutKept([at(0, 10), at(19, 30), at(20, 30)], kept)).toEqual([at(0, 10), at(20, 30)]);
});

test("a kept quote is placed in the text as it is read now, or loses its proof", () => {
  const evidence = [{ turns: [1, 2], quote: "We pay", span: [0, 6] as [number, number], atMs: 5 }];
  const turnAt = () => ({ number: 7, atMs: 70 });
  expect(placedAgain(evidence, "We pay.", turnAt)).toEqual([{ ...evidence[0], atMs: 70 }]);
  expect(placedAgain(evidence, "Now. We pay.", turnAt)).toEqual([
    { turns: [7], quote: "We pay", span: [5, 11], atMs: 70 },
  ]);
  expect(placedAgain(evidence, "We owe.", turnAt)).toEqual([]);
  expect(placedAgain(evidence, "We pay.", () => null)).toEqual([]);
});
