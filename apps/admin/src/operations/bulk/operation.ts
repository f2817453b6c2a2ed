import type { Outputs } from "@besunny/api/browser/outputs";

export type Operation = Outputs["admin"]["operations"]["list"]["items"][number];
export type OperationDetail = Outputs["admin"]["operations"]["get"];

/** Returns true if the bulk action has not ended. */
export function isUnderWay({ state }: Pick<Operation, "state">): boolean {
  return state === "queued" || state === "running";
}
