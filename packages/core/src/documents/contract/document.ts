import { z } from "zod";

import { conflict } from "../../errors";
import {
  type DocumentStage,
  type DocumentStatus,
  documentSorts,
  documentStages,
  documentStatuses,
} from "./document-words";

/** An order by a field that the workspace defined: its id, and `_desc` for the other way round. */
const fieldSort = z.string().regex(/^fld_[0-9a-z]{1,40}(_desc)?$/);

/** An order of documents: one of the list, or by a field that the workspace defined, as in `fld_019a2b_desc`. */
export const documentSort = z.union([z.enum(documentSorts), fieldSort]);
export type DocumentSort = z.infer<typeof documentSort>;

const nextStatuses: Record<DocumentStatus, readonly DocumentStatus[]> = {
  pending: ["processing", "failed", "cancelled"],
  processing: ["ready", "needs_review", "failed", "cancelled"],
  needs_review: ["pending", "ready"],
  ready: ["pending", "needs_review"],
  failed: ["pending"],
  cancelled: ["pending"],
};

/**
 * Returns whether the document must move to this status; false if it has the status already, so that a retried step does no harm. Throws
 * `CONFLICT` for a move that is not allowed.
 */
export function shouldMove(
  { id, status }: { id: string; status: string },
  to: DocumentStatus,
): boolean {
  const from = statusOf(status);
  if (from === to) return false;
  if (!nextStatuses[from].includes(to))
    conflict(`Document ${id} is ${from}, so it cannot become ${to}`);
  return true;
}

/** Returns the stored word as a status. PostgreSQL keeps the word to this list with a check. */
export function statusOf(status: string): DocumentStatus {
  return z.enum(documentStatuses).parse(status);
}

export function stageOf(stage: string): DocumentStage {
  return z.enum(documentStages).parse(stage);
}

/**
 * Returns the status of a document that can be found and cited. `needs_review`: no candidate for its type reached the threshold, and nobody
 * has set its type.
 */
export function statusWhenIndexed({
  type,
  isTypeCorrected,
}: {
  type: string | null;
  isTypeCorrected: boolean;
}): "ready" | "needs_review" {
  return type === null && !isTypeCorrected ? "needs_review" : "ready";
}
