import { failureHelpOf } from "@besunny/api/browser/vocabulary";
import type { DocumentSummary } from "~/documents/document";

import type { TrayItem } from "./tray-item";

/** The fields of a document that its row in the tray shows. */
export type DocumentNews = Pick<
  DocumentSummary,
  "id" | "fileName" | "size" | "status" | "stage" | "error"
> &
  Partial<Pick<DocumentSummary, "transcription">>;

/** Returns what a row shows after such news. */
export function changesOf({
  status,
  stage,
  error,
  transcription = null,
}: DocumentNews): Pick<TrayItem, "phase" | "stage" | "problem" | "transcription"> {
  const problem = error && {
    message: error.message,
    remedy: error.remedy,
    help: failureHelpOf(error.code),
  };
  return { phase: status, stage, problem, transcription };
}
