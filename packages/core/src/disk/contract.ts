import type { DiskRoom } from "../context";

/** `nearlyFull`: work goes on, and somebody should make room. `full`: BeSunny takes nothing large any more. */
export const diskStates = ["ok", "nearlyFull", "full"] as const;
export type DiskState = (typeof diskStates)[number];

const MB = 1_000_000;
const FULL_BELOW = 200 * MB;
const NEARLY_FULL = { most: 1_000 * MB, least: 300 * MB, share: 0.05 };

/**
 * Returns the state of a disk: full below 200 MB, nearly full below 1 GB. A disk under 20 GB is nearly full below 5 %, but at least below
 * 300 MB.
 */
export function diskStateOf({ freeBytes, totalBytes }: DiskRoom): DiskState {
  if (freeBytes < FULL_BELOW) return "full";
  const { most, least, share } = NEARLY_FULL;
  return freeBytes < Math.max(least, Math.min(most, totalBytes * share)) ? "nearlyFull" : "ok";
}
