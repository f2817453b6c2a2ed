import type { DocumentOrder } from "@besunny/db/workspace/documents/document-order";

export const documentStatuses = [
  "pending",
  "processing",
  "needs_review",
  "ready",
  "failed",
  "cancelled",
] as const;
export type DocumentStatus = (typeof documentStatuses)[number];

export const documentStages = ["uploaded", "read", "understood", "indexed"] as const;
export type DocumentStage = (typeof documentStages)[number];

/** The orders in which documents are listed. */
export const documentSorts = [
  "newest",
  "oldest",
  "title",
  "title_desc",
  "type",
  "type_desc",
  "date",
  "date_desc",
  "size",
  "size_desc",
  "pages",
  "pages_desc",
  "confidence",
  "confidence_desc",
] as const satisfies readonly DocumentOrder[];

/** The note of an action whose meeting is gone. */
export const actionsWithoutMeeting = "The meeting in which this was said is deleted.";
