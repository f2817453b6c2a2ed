/** Converts English Metric Units to points. A point has 12,700 units. */
export function points(emu: string | undefined): number {
  return Math.round((Number(emu ?? 0) || 0) / 127) / 100;
}
