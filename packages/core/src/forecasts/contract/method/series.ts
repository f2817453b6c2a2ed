/** A series of figures at equal distances, oldest first, and the number of figures in a season: 7 for days of a week. */
export type Series = { values: readonly number[]; period: number };

/** Returns the value in the middle; the mean of both for an even number. NaN without values. */
export function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted.length / 2;
  const [low = Number.NaN, high = Number.NaN] = [
    sorted[Math.ceil(middle) - 1],
    sorted[Math.floor(middle)],
  ];
  return (low + high) / 2;
}

export function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Returns the values at the same place of the last seasons as the one `ahead` steps behind the end, newest first. */
export function samePlaces(
  { values, period }: Series,
  ahead: number,
  most: number = Number.POSITIVE_INFINITY,
): number[] {
  const found: number[] = [];
  let at = values.length + ahead - period * Math.ceil((ahead + 1) / period);
  for (; at >= 0 && found.length < most; at -= period) {
    const value = values[at];
    if (value !== undefined) found.push(value);
  }
  return found;
}
