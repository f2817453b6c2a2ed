import type { DiskRoom } from "../context";

/** `nearlyFull`: it goes on, and somebody should make room. `full`: nothing large can be taken in any more. */
export const diskStates = ["ok", "nearlyFull", "full"] as const;
export type DiskState = (typeof diskStates)[number];

const MB = 1_000_000;
const FULL_BELOW = 200 * MB;
const NEARLY_FULL = { most: 1_000 * MB, least: 300 * MB, share: 0.05 };

/** How much room is left: nearly full below 1 GB, on disks under 20 GB below 5 % of them; full below 200 MB. */
export function diskStateOf({ freeBytes, totalBytes }: DiskRoom): DiskState {
  if (freeBytes < FULL_BELOW) return "full";
  const { most, least, share } = NEARLY_FULL;
  return freeBytes < Math.max(least, Math.min(most, totalBytes * share)) ? "nearlyFull" : "ok";
}
