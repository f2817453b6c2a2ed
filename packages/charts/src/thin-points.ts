/** A point of a line; null: there is no value here. */
export type LinePoint = { x: number; y: number | null };

/**
 * Returns the places, in order, of at most `most` points that keep the shape of a line. Of each stretch these are the lowest and the highest, so
 * that no peak is lost.
 */
export function thinPoints(values: readonly (number | null)[], most: number): number[] {
  if (values.length <= most) return values.map((_, place) => place);
  const stretches = Math.max(1, Math.floor(most / 2) - 1);
  const kept = new Set([0, values.length - 1]);
  for (let stretch = 0; stretch < stretches; stretch += 1) {
    const from = Math.floor((stretch * values.length) / stretches);
    const to = Math.floor(((stretch + 1) * values.length) / stretches);
    let low: number | null = null;
    let high: number | null = null;
    for (let place = from; place < to; place += 1) {
      const value = values[place];
      if (value === null || value === undefined) continue;
      if (low === null || value < (values[low] ?? 0)) low = place;
      if (high === null || value > (values[high] ?? 0)) high = place;
    }
    if (low !== null) kept.add(low);
    if (high !== null) kept.add(high);
  }
  return [...kept].sort((one, other) => one - other);
}
