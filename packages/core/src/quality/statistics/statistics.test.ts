import { expect, test } from "vitest";
import { kernelOf, mmd } from "./mmd";
import { permutationTest } from "./permutation-test";
import { psi } from "./psi";
import { randomOf, seedOf } from "./random-of";

test("the stability index is nothing for equal shares and as in the books for others", () => {
  expect(psi([100, 200], [1000, 2000])).toBeCloseTo(0, 3);
  const [share, before] = [0.3, 0.5];
  const byHand = (share - before) * Math.log(share / before) + (0.7 - 0.5) * Math.log(0.7 / 0.5);
  expect(psi([30_000, 70_000], [50_000, 50_000])).toBeCloseTo(byHand, 3);
  expect(psi([10, 0], [0, 10])).toBeLessThan(100);
});

test("the discrepancy is about nothing within one distribution, and large between two", () => {
  const random = randomOf(4);
  const point = (at: number) => Float32Array.from({ length: 3 }, () => at + random());
  const isIn = Uint8Array.from({ length: 80 }, (_, at) => Number(at < 40));
  const alike = mmd(kernelOf(Array.from({ length: 80 }, () => point(0))), isIn);
  const apart = mmd(kernelOf(Array.from({ length: 80 }, (_, at) => point(at < 40 ? 0 : 1))), isIn);
  expect(Math.abs(alike)).toBeLessThan(0.05);
  expect(apart).toBeGreaterThan(0.3);
});

test("a shuffle test has the p-values it says: one in ten is at most 0.1 where nothing differs", () => {
  const random = randomOf(seedOf("undisturbed"));
  const low = Array.from({ length: 400 }, () => {
    const values = Array.from({ length: 60 }, random);
    const statistic = (isIn: ArrayLike<number>) =>
      Math.abs(values.reduce((sum, value, at) => sum + (isIn[at] ? value / 20 : -value / 40), 0));
    const isIn = Uint8Array.from({ length: 60 }, (_, at) => Number(at < 20));
    return permutationTest({
      blockOf: Int32Array.from({ length: 60 }, (_, at) => at),
      blocks: 60,
      chosen: 20,
      observed: statistic(isIn),
      statistic,
      random,
      most: 400,
    });
  }).filter((p) => p <= 0.1).length;
  expect(low).toBeGreaterThan(20);
  expect(low).toBeLessThan(60);
});
