import type { Outputs } from "@besunny/api/browser/outputs";

/** A document as lists show it. */
export type DocumentSummary = Outputs["documents"]["list"]["items"][number];

/** Whether it is still on its way. */
export function isMoving({ status }: Pick<DocumentSummary, "status">): boolean {
  return status === "pending" || status === "processing";
}

/** Whether there is something to say about what it is. */
export function hasTypeToShow({ type, status }: Pick<DocumentSummary, "type" | "status">): boolean {
  return type !== null || status === "ready" || status === "needs_review";
}

/** Whether it can be sent through again. */
export function canRetry({ status }: Pick<DocumentSummary, "status">): boolean {
  return status === "failed" || status === "cancelled";
}
