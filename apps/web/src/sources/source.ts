import type { Outputs } from "@besunny/api/browser/outputs";

export type Source = Outputs["sources"]["list"]["items"][number];
export type SourceReport = Outputs["sources"]["get"];
export type SourceItem = Outputs["sources"]["items"]["items"][number];
export type Look = Outputs["sources"]["looks"]["items"][number];
export type Connection = Outputs["connections"]["list"]["items"][number];
export type ProviderChoice = Outputs["connections"]["providers"]["items"][number];

/** The states of the items of a report, in the order of its sum. */
export const sumStates = [
  "ready",
  "processing",
  "waiting",
  "skipped",
  "failed",
  "left-out",
] as const;
export type SumState = (typeof sumStates)[number];

/** Returns the number of items in each state of the sum. */
export function bySumState({ counts }: Pick<Source, "counts">): Record<SumState, number> {
  const { ready, processing, waiting, skipped, failed, leftOut } = counts;
  return { ready, processing, waiting, skipped, failed, "left-out": leftOut };
}
