import type { Outputs } from "@besunny/api/browser/outputs";
import { type BatchItemState, failureHelpOf } from "@besunny/api/browser/vocabulary";

/** A batch as lists and lines show it. */
export type Batch = Outputs["batches"]["list"]["items"][number];
/** A batch with the reasons why documents of it failed. */
export type BatchWithReasons = Outputs["batches"]["get"];
export type BatchTotals = Batch["totals"];
export type BatchDocument = Outputs["batches"]["documents"]["items"][number];

/** The states of the files of a batch, in the order in which they are shown. */
export const shownStates = [
  "done",
  "duplicate",
  "failed",
  "cancelled",
  "removed",
  "working",
  "waiting",
  "missing",
] as const satisfies readonly (BatchItemState | "missing")[];
export type ShownState = (typeof shownStates)[number];

/** Returns the number of failed documents that another try can help. */
export function retryableIn(reasons: readonly { code: string; count: number }[]): number {
  return reasons
    .filter(({ code }) => failureHelpOf(code) === "retry")
    .reduce((sum, { count }) => sum + count, 0);
}

/** Returns the share of the batch that has ended, 0 to 1; 0 for an empty batch. */
export function fractionEnded({ all, ended }: Pick<BatchTotals, "all" | "ended">): number {
  return all === 0 ? 0 : ended / all;
}

/** Returns the number of documents that have not ended. */
export function leftOf({ all, ended }: Pick<BatchTotals, "all" | "ended">): number {
  return all - ended;
}

/** The states that some document is in. */
export function presentStates(totals: BatchTotals): ShownState[] {
  return shownStates.filter((state) => totals[state] > 0);
}

/** A rough time in the largest unit that says enough. */
export function roughly(seconds: number): { unit: "seconds" | "minutes" | "hours"; count: number } {
  if (seconds < 55) return { unit: "seconds", count: Math.max(5, Math.ceil(seconds / 5) * 5) };
  if (seconds < 90 * 60) return { unit: "minutes", count: Math.max(1, Math.round(seconds / 60)) };
  return { unit: "hours", count: Math.round(seconds / 3600) };
}
