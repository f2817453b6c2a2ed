import { z } from "zod";

import { count, idIn } from "../../shapes";
import { DocumentSummary } from "./document-summary";

/** A document that the watcher could read and may no longer read, or that was deleted. */
export const GoneDocument = z.object({ id: idIn("doc"), seq: count, isGone: z.literal(true) });
export type GoneDocument = z.infer<typeof GoneDocument>;

/** A document that changed, or one that is gone. */
export const WatchedDocument = z.union([GoneDocument, DocumentSummary]);
export type WatchedDocument = z.infer<typeof WatchedDocument>;

/** Returns whether the document is gone: deleted, or no longer visible to the watcher. */
export function isGone(item: WatchedDocument): item is GoneDocument {
  return "isGone" in item;
}
