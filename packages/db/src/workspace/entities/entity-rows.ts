import { integer, json, nullable, text, timestamp } from "@besunny/sql/rows/column";

import { Prisma } from "../../generated/client";
import { type RowsOf, rawRows } from "../../raw-rows";
import type { Scope } from "../../scope";

export const entityRows = rawRows({
  id: text,
  kind: text,
  name: text,
  documentCount: integer,
  mentionCount: integer,
});
/** An entity as the reader sees it: its name and its counts come from documents that they may see. */
export type Entity = RowsOf<typeof entityRows>;

export const kindCounts = rawRows({ kind: text, count: integer });

export const aliasRows = rawRows({ entityId: text, name: text, documentCount: integer });
/** One form of a name, with the entity that it belonged to before people merged any. */
export type EntityAlias = RowsOf<typeof aliasRows>;

export const mentionRows = rawRows({
  documentId: text,
  title: text,
  format: nullable(text),
  type: nullable(text),
  createdAt: timestamp,
  mentionCount: integer,
  evidence: json,
});
export const namedRows = rawRows({ entityId: text, kind: text, name: text });
export const relatedRows = rawRows({
  id: text,
  kind: text,
  name: text,
  documentCount: integer,
});
/** An entity that the same documents name. */
export type RelatedEntity = RowsOf<typeof relatedRows>;

/** Selects from the mentions in documents that the reader may see: `m`, their entities `e` and documents `d`. */
export function seenMentions({ workspaceId, principals }: Scope): Prisma.Sql {
  return Prisma.sql`entity_mentions m
      join entities e on e.id = m.entity_id
      join documents d on d.id = m.document_id
     where m.workspace_id = ${workspaceId} and d.access && ${[...principals]}::text[] and d.trashed_at is null`;
}

/** The name of a group of mentions: the commonest form of the entity that the others were merged into, or of any of them. */
export const shownName = Prisma.sql`coalesce(
        mode() within group (order by m.name) filter (where m.entity_id = e.root_id),
        mode() within group (order by m.name))`;
