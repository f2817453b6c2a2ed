import type { Outputs } from "@besunny/api/browser/outputs";
import { failureHelpOf } from "@besunny/api/browser/vocabulary";

/** A document as the library lists it, with the facts that tell it from others. */
export type ListedDocument = Outputs["documents"]["list"]["items"][number];

/** A document of a table. Lists of few documents do not read the facts that tell it from others. */
export type TableDocument = Omit<ListedDocument, "highlights"> &
  Partial<Pick<ListedDocument, "highlights">>;

/** A document as all lists show it. */
export type DocumentSummary = Omit<ListedDocument, "highlights">;

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

/** A ready document says nothing of its state: that is how all of them should be. */
export function isWorthSaying(status: DocumentSummary["status"]): boolean {
  return status !== "ready" && status !== "needs_review";
}
