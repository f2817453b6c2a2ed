import { text, textArray } from "@besunny/sql/rows/column";

import { announcing } from "../../announcing";
import { Prisma } from "../../generated/client";
import { rawRows } from "../../raw-rows";
import type { Scope } from "../../scope";
import { rangeColumns, rangeOf, type SeqRange } from "../../seq-range";
import { forgetDocuments } from "../conversations/forget-documents";
import type { Tx } from "../tx";

/** The fields that one statement can set on many documents, besides their time of trashing. */
export type SetChanges = {
  status?: string;
  stage?: string;
  errorCode?: string | null;
  errorMessage?: string | null;
  errorRemedy?: string | null;
  readyAt?: Date | null;
};

/** Reads and writes any number of documents, each in one statement. */
export function documentSets(tx: Tx, { workspaceId, principals }: Scope) {
  return {
    /** Returns those of these documents that are visible, and the visible attachments in them at any depth, in the trash or out of it. */
    listWithAttachments: (
      ids: readonly string[],
      { isTrashed }: { isTrashed: boolean },
    ): Promise<{ id: string; status: string }[]> => {
      const belongs = Prisma.sql`d.workspace_id = ${workspaceId} and d.access && ${[...principals]}::text[]
        and (d.trashed_at is not null) = ${isTrashed}`;
      return takenRows(tx)`
        with recursive taken as (
          select d.id, d.status from documents d where d.id = any(${[...ids]}) and ${belongs}
          union
          select d.id, d.status from documents d join taken t on d.parent_id = t.id where ${belongs}
        )
        select id, status from taken order by id`;
    },

    /** Changes all of them, raises their `seq` and announces them to watchers. */
    updateMany: async (ids: readonly string[], changes: SetChanges): Promise<void> => {
      await changeThese(ids, assignments(changes));
    },

    /**
     * Moves all of them to the trash or out of it, and sets their status if one is passed. `reason` is given by a source alone. Returns the range of sequence numbers for the
     * index, or null if none of the documents exists.
     */
    moveToTrash: (
      ids: readonly string[],
      { trashedAt, status, reason }: { trashedAt: Date | null; status?: string; reason?: string },
    ): Promise<SeqRange | null> =>
      changeThese(
        ids,
        Prisma.sql`${assignments(status === undefined ? {} : { status })} trashed_at = ${trashedAt},
          trash_reason = ${reason ?? null}, index_seq = n.seq,`,
      ),

    /** Changes the name of the type of all documents that have it, visible or not. Returns the range for the index. */
    renameType: (from: string, to: string): Promise<SeqRange | null> =>
      change(Prisma.sql`type = ${from}`, Prisma.sql`type = ${to}, index_seq = n.seq,`),

    /** Takes a type from all documents that have it, visible or not. Those that were ready need review. Returns the range for the index. */
    removeType: (type: string): Promise<SeqRange | null> =>
      change(
        Prisma.sql`type = ${type}`,
        Prisma.sql`type = null, type_confidence = null, is_type_corrected = false,
          status = case when d.status = 'ready' then 'needs_review' else d.status end, index_seq = n.seq,`,
      ),

    /** Counts the documents of each type, visible or not, without those in the trash. */
    countByType: async (): Promise<Map<string, number>> => {
      const groups = await tx.document.groupBy({
        by: ["type"],
        where: { workspaceId, trashedAt: null, type: { not: null } },
        _count: { _all: true },
      });
      return new Map(groups.map(({ type, _count }) => [type ?? "", _count._all]));
    },

    /** Deletes the documents permanently, and the stored answers that were made from them. Returns the storage keys of their files, by document. */
    removeMany: async (ids: readonly string[]): Promise<{ id: string; keys: string[] }[]> => {
      const rows = await keyRows(tx)`
        select d.id, array_remove(array_agg(v.storage_key order by v.number desc) || d.model_key, null) as keys
          from documents d left join document_versions v on v.document_id = d.id
         where d.id = any(${[...ids]}) and d.workspace_id = ${workspaceId}
         group by d.id order by d.id`;
      await forgetDocuments(tx, workspaceId, ids);
      // The item stays, so that its source does not bring it again.
      await tx.$executeRaw`
        update source_items set document_id = null, state = case when state = 'gone' then state else 'left-out' end, reason = 'deleted-here'
         where workspace_id = ${workspaceId} and document_id = any(${[...ids]}::text[])`;
      await tx.$executeRaw`delete from happenings where workspace_id = ${workspaceId} and document_id = any(${[...ids]}::text[])`;
      await deletionRows(tx)`
        with changed as (
          delete from documents where id = any(${rows.map(({ id }) => id)}) and workspace_id = ${workspaceId}
          returning id, 0 as seq, array[]::text[] as lost_by
        ), ${announcing(workspaceId)}
        select count(*) from announced`;
      return rows;
    },
  };

  async function changeThese(ids: readonly string[], set: Prisma.Sql): Promise<SeqRange | null> {
    return ids.length === 0 ? null : change(Prisma.sql`id = any(${[...ids]})`, set);
  }

  async function change(which: Prisma.Sql, set: Prisma.Sql): Promise<SeqRange | null> {
    const [range] = await rangeRows(tx)`
      with numbered as materialized (
        select id, nextval('documents_seq_seq') as seq from documents
         where ${which} and workspace_id = ${workspaceId}
      ), changed as (
        update documents d set ${set} seq = n.seq, updated_at = now()
          from numbered n where d.id = n.id and d.workspace_id = ${workspaceId}
        returning d.id, d.seq, array[]::text[] as lost_by
      ), ${announcing(workspaceId)}
      select min(seq) as "fromSeq", max(seq) as "toSeq", (select count(*) from announced) as announced from changed`;
    return rangeOf(range);
  }
}

const columns = {
  status: Prisma.sql`status`,
  stage: Prisma.sql`stage`,
  errorCode: Prisma.sql`error_code`,
  errorMessage: Prisma.sql`error_message`,
  errorRemedy: Prisma.sql`error_remedy`,
  readyAt: Prisma.sql`ready_at`,
} satisfies Record<keyof SetChanges, Prisma.Sql>;

/** Returns the assignments, each with a comma behind it, because the caller adds columns. */
function assignments(changes: SetChanges): Prisma.Sql {
  const each = Object.entries(columns).flatMap(([name, column]) => {
    const value = new Map(Object.entries(changes)).get(name);
    return value === undefined ? [] : [Prisma.sql`${column} = ${value},`];
  });
  return each.length > 0 ? Prisma.join(each, " ") : Prisma.empty;
}

const takenRows = rawRows({ id: text, status: text });
const keyRows = rawRows({ id: text, keys: textArray });
const deletionRows = rawRows();
const rangeRows = rawRows(rangeColumns);
