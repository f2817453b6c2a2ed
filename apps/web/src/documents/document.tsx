import type { Outputs } from "@besunny/api/browser/outputs";

/** A document as lists show it. */
export type DocumentSummary = Outputs["documents"]["list"]["items"][number];

/** Returns true if the document waits or is processed. */
export function isMoving({ status }: Pick<DocumentSummary, "status">): boolean {
  return status === "pending" || status === "processing";
}

/** Returns true if the document has a type, or was understood without finding one. */
export function hasTypeToShow({ type, status }: Pick<DocumentSummary, "type" | "status">): boolean {
  return type !== null || status === "ready" || status === "needs_review";
}

/** Returns true if the document can be processed again after a failure or a cancellation. */
export function canRetry({ status }: Pick<DocumentSummary, "status">): boolean {
  return status === "failed" || status === "cancelled";
}
