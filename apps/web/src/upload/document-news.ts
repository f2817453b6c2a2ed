import type { DocumentSummary } from "~/documents/document";

import type { TrayItem } from "./tray-item";

/** What the server says about a document. */
export type DocumentNews = Pick<
  DocumentSummary,
  "id" | "fileName" | "size" | "status" | "stage" | "error"
>;

/** Returns what a row shows after such news. */
export function changesOf({
  status,
  stage,
  error,
}: DocumentNews): Pick<TrayItem, "phase" | "stage" | "problem"> {
  const problem = error && { message: error.message, remedy: error.remedy };
  return { phase: status, stage, problem };
}
