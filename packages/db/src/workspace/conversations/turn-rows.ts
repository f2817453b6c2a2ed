import {
  boolean,
  integer,
  json,
  nullable,
  text,
  textArray,
  timestamp,
} from "@besunny/sql/rows/column";

import { Prisma } from "../../generated/client";
import { type RowsOf, rawRows } from "../../raw-rows";
import type { Scope } from "../../scope";

/**
 * Selects the ids of those documents of a turn `t` that the reader may see. A document that was deleted or is in the trash is none of
 * them, so an answer from it is hidden.
 */
export function seenIds({ workspaceId, principals }: Scope): Prisma.Sql {
  return Prisma.sql`array(
    select d.id from documents d
     where d.id = any(t.document_ids || t.other_document_ids) and d.workspace_id = ${workspaceId}
       and d.access && ${[...principals]}::text[] and d.trashed_at is null)`;
}

export const turnRows = rawRows({
  id: text,
  parentId: nullable(text),
  question: text,
  text,
  state: text,
  outcome: nullable(json),
  documentIds: textArray,
  otherDocumentIds: textArray,
  seenIds: textArray,
  createdAt: timestamp,
  endedAt: nullable(timestamp),
  isHelpful: nullable(boolean),
  reasons: nullable(textArray),
  note: nullable(text),
});
/** A turn with the documents that the reader may see, and what this reader thought of the answer. */
export type TurnRow = RowsOf<typeof turnRows>;

export const conversationRows = rawRows({
  id: text,
  ownerId: text,
  title: nullable(text),
  scope: json,
  sharedAt: nullable(timestamp),
  createdAt: timestamp,
  updatedAt: timestamp,
  firstQuestion: nullable(text),
  isFirstSeen: boolean,
  turnCount: integer,
});
