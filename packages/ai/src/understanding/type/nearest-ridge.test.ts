import { expect, test } from "vitest";

import { ridge } from "./nearest-ridge";

const rows = (...values: number[][]) => values.map((row) => Float64Array.from(row));
const ridgeOf = (kernel: number[][], ofCase: number[], targets: number[][]) =>
  [...ridge(rows(...kernel), Float64Array.from(ofCase), rows(...targets), 0)].map(
    (value) => Math.round(1_000 * value) / 1_000,
  );

test("a case that is one of the examples has its targets", () => {
  const kernel = [
    [4, 1],
    [1, 4],
  ];
  const targets = [
    [1, 0],
    [0, 1],
  ];
  expect(ridgeOf(kernel, [4, 1], targets)).toEqual([1, 0]);
  expect(ridgeOf(kernel, [2.5, 2.5], targets)).toEqual([0.5, 0.5]);
});

test("rows are exchanged where an equation begins with nought", () => {
  const kernel = [
    [0, 2],
    [2, 0],
  ];
  expect(ridgeOf(kernel, [2, 0], [[1], [3]])).toEqual([3]);
});

test("examples that repeat each other say no more than one of them", () => {
  const once = ridge(rows([1]), Float64Array.of(0.5), rows([1]), 0.1);
  const twice = ridge(rows([1, 1], [1, 1]), Float64Array.of(0.5, 0.5), rows([1], [1]), 0.1);
  expect(twice[0]).toBeLessThan(1.1 * (once[0] ?? 0));
});
