import type { Contradiction } from "../../meetings/contract/decision";

/** Returns what names a contradiction when it is found again: the document and its words. */
export function contradictionKey({
  documentId,
  quote,
}: Pick<Contradiction, "documentId" | "quote">): string {
  return `${documentId} ${quote}`;
}
