import type { Outputs } from "@besunny/api/browser/outputs";

export type Operation = Outputs["admin"]["operations"]["list"]["items"][number];
export type OperationDetail = Outputs["admin"]["operations"]["get"];

/** Whether it still goes on. */
export function isUnderWay({ state }: Pick<Operation, "state">): boolean {
  return state === "queued" || state === "running";
}
