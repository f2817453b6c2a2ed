import { BRAKE_ITEMS, BRAKE_SHARE } from "./source-report-words";

/** Tells whether so much is gone that a person is asked before anything is removed. */
export function isOverBrake({ missing, of }: { missing: number; of: number }): boolean {
  return missing > BRAKE_ITEMS && missing > of * BRAKE_SHARE;
}
