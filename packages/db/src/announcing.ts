import { Prisma } from "./generated/client";

/** A notification holds under 8000 bytes, which is enough for this many documents, each with an id of 60 characters and its number. */
const DOCUMENTS_A_NOTIFICATION = 80;

/**
 * Returns the part of a statement that announces its `changed` documents (`id`, `seq`, `lost_by`) to watchers, many in one notification.
 * The statement must read `announced`. A document that principals lost is announced once for each of them, so that no notification grows
 * with their number.
 */
export function announcing(workspaceId: string): Prisma.Sql {
  return Prisma.sql`parts as (
      select c.id, c.seq, l.principal,
             (row_number() over (partition by l.principal order by c.seq, c.id) - 1) / ${DOCUMENTS_A_NOTIFICATION}::int as part
        from changed c left join lateral unnest(c.lost_by) l(principal) on true
    ), announced as materialized (
      select pg_notify('besunny_changes', json_build_object(
               'workspaceId', ${workspaceId}::text,
               'documents', json_agg(json_build_array(id, seq) order by seq, id),
               'lostBy', array_remove(array[principal], null))::text)
        from parts group by principal, part
    )`;
}

/** Returns the text of the notification for one document. */
export function announcementOf(workspaceId: string, id: string, seq: number): string {
  return JSON.stringify({ workspaceId, documents: [[id, seq]], lostBy: [] });
}
