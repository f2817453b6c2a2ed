import type { DatabaseSync } from "node:sqlite";

import { bestOf } from "./best";
import type { Mask } from "./masks";
import { prepared } from "./prepared";
import { bytes, number } from "./values";
import type { View } from "./view";

/** Among so many passages cosines are compared; among more, signs choose so many candidates first. */
const FEW = 300;

/** Returns the ordinals whose vectors are probably nearest, more than are wanted: cosines rank them. */
export function nearestBySigns(view: View, visible: Mask, vector: Float32Array): number[] {
  const ordinals: number[] = [];
  if (visible.count <= FEW) {
    for (let ordinal = 0; ordinal < view.size; ordinal++)
      if (visible.has[ordinal] === 1) ordinals.push(ordinal);
    return ordinals;
  }
  const sums = sumsOfSigns(vector);
  const { signs } = view;
  const length = vector.length / 8;
  const best = bestOf(FEW);
  for (let ordinal = 0; ordinal < view.size; ordinal++) {
    if (visible.has[ordinal] !== 1) continue;
    const start = ordinal * length;
    let sum = 0;
    for (let byte = 0; byte < length; byte++)
      sum += sums[(byte << 8) | (signs[start + byte] ?? 0)] ?? 0;
    best.add(ordinal, sum);
  }
  return best.take().map(({ ordinal }) => ordinal);
}

/** Returns the exact cosine of each passage with the vector. */
export function cosinesOf(
  database: DatabaseSync,
  view: View,
  ordinals: readonly number[],
  vector: Float32Array,
): Map<number, number> {
  const byPassage = new Map(ordinals.map((ordinal) => [view.passages[ordinal] ?? 0, ordinal]));
  const rows = prepared(
    database,
    `SELECT id, 1 - vec_distance_cosine(vector, :vector) AS cosine FROM passages
       WHERE id IN (SELECT value FROM json_each(:wanted))`,
  ).all({ vector: bytes(vector), wanted: JSON.stringify([...byPassage.keys()]) });
  return new Map(
    rows.flatMap(({ id, cosine }): [number, number][] => {
      const ordinal = byPassage.get(number(id));
      return ordinal !== undefined && typeof cosine === "number" ? [[ordinal, cosine]] : [];
    }),
  );
}

/**
 * Returns, for each byte of signs and each value of it, the sum of the vector's eight numbers there with these signs. Only the passages'
 * side is rounded to signs, which finds far more of the nearest than comparing signs with signs.
 */
function sumsOfSigns(vector: Float32Array): Float32Array {
  const sums = new Float32Array((vector.length / 8) * 256);
  for (let byte = 0; byte < vector.length / 8; byte++) {
    const start = byte << 8;
    const numbers = vector.subarray(byte * 8, byte * 8 + 8);
    sums[start] = -numbers.reduce((sum, each) => sum + each, 0);
    for (let value = 1; value < 256; value++) {
      const lowest = 31 - Math.clz32(value & -value);
      sums[start | value] = (sums[start | (value & (value - 1))] ?? 0) + 2 * (numbers[lowest] ?? 0);
    }
  }
  return sums;
}
