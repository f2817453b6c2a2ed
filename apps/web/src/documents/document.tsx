import type { Outputs } from "@besunny/api/browser/outputs";
import { failureHelpOf } from "@besunny/api/browser/vocabulary";

/** A document as lists show it. */
export type DocumentSummary = Outputs["documents"]["list"]["items"][number];

/** Returns true if the document waits or is processed. */
export function isMoving({ status }: Pick<DocumentSummary, "status">): boolean {
  return status === "pending" || status === "processing";
}

/** Returns true if the document has a type, waits for one, or has none by a person's word. A ready document is never said to wait. */
export function hasTypeToShow({
  type,
  status,
  isTypeCorrected,
}: Pick<DocumentSummary, "type" | "status" | "isTypeCorrected">): boolean {
  return type !== null || status === "needs_review" || (status === "ready" && isTypeCorrected);
}

/** Returns true if another try can help: the document was cancelled, or failed for a reason that is not in the file. */
export function canRetry({ status, error }: Pick<DocumentSummary, "status" | "error">): boolean {
  if (status === "failed") return failureHelpOf(error?.code ?? "") === "retry";
  return status === "cancelled";
}
