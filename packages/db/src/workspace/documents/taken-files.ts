import { text } from "@besunny/sql/rows/column";
import { announcing } from "../../announcing";
import type { Prisma } from "../../generated/client";
import { rawRows } from "../../raw-rows";
import type { Scope } from "../../scope";
import { rangeColumns, rangeOf, type SeqRange } from "../../seq-range";
import type { Tx } from "../tx";
import { rootsOf, withAttachments } from "./family-sql";

/** A document that a source brought, with what the source needs of it. */
export type TakenFile = {
  id: string;
  title: string;
  sourceTitle: string | null;
  fileName: string;
  folder: string | null;
  version: number;
  contentHash: string;
  modelKey: string | null;
  status: string;
  visibility: string | null;
  grantees: string[];
  uploadedById: string | null;
  trashedAt: Date | null;
  trashReason: string | null;
};

const columns = {
  id: true,
  title: true,
  sourceTitle: true,
  fileName: true,
  folder: true,
  version: true,
  contentHash: true,
  modelKey: true,
  status: true,
  visibility: true,
  grantees: true,
  uploadedById: true,
  trashedAt: true,
  trashReason: true,
} satisfies Prisma.DocumentSelect;

/** Reads and writes the documents that sources brought, regardless of access: a source may bring what its owner does not see. */
export function takenFileRepository(tx: Tx, { workspaceId }: Scope) {
  const brought = { workspaceId, sourceItemId: { not: null } };
  return {
    /** Returns the document of an item, or null. Until the transaction ends nobody else can take this item. */
    lock: async (sourceItemId: string): Promise<TakenFile | null> => {
      await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`${workspaceId}/item/${sourceItemId}`}, 0))`;
      return tx.document.findFirst({ where: { workspaceId, sourceItemId }, select: columns });
    },

    find: (sourceItemId: string): Promise<TakenFile | null> =>
      tx.document.findFirst({ where: { workspaceId, sourceItemId }, select: columns }),

    /** Returns those of these documents that a source brought. */
    findMany: (ids: readonly string[]): Promise<TakenFile[]> =>
      tx.document.findMany({ where: { ...brought, id: { in: [...ids] } }, select: columns }),

    /** Returns these documents and all attachments in them, in the trash or out of it. */
    listFamilies: (
      ids: readonly string[],
      { isTrashed }: { isTrashed: boolean },
    ): Promise<{ id: string; status: string }[]> =>
      familyRows(tx)`
        with recursive ${rootsOf({ documentIds: ids }, workspaceId)}, ${withAttachments(workspaceId)}
        select d.id, d.status from family f join documents d on d.id = f.id
         where d.workspace_id = ${workspaceId} and (d.trashed_at is not null) = ${isTrashed} order by d.id`,

    /** Sets who sees these documents and their attachments. The access follows by `filing.writeAccess`. */
    setVisibility: async (
      ids: readonly string[],
      { visibility, grantees }: { visibility: string | null; grantees: readonly string[] },
    ): Promise<void> => {
      await tx.$executeRaw`
        with recursive ${rootsOf({ documentIds: ids }, workspaceId)}, ${withAttachments(workspaceId)}
        update documents d set visibility = ${visibility}, grantees = ${[...grantees]}::text[]
          from family f where d.id = f.id and d.workspace_id = ${workspaceId}`;
    },

    /** Writes the title and the folder that a document has at its source. Returns the range for the index. */
    rename: async (
      id: string,
      { title, sourceTitle, folder }: { title: string; sourceTitle: string; folder: string | null },
    ): Promise<SeqRange | null> => {
      const [range] = await rangeRows(tx)`
        with numbered as materialized (
          select id, nextval('documents_seq_seq') as seq from documents where id = ${id} and workspace_id = ${workspaceId}
        ), changed as (
          update documents d set title = ${title}, source_title = ${sourceTitle}, folder = ${folder}, seq = n.seq, index_seq = n.seq, updated_at = now()
            from numbered n where d.id = n.id and d.workspace_id = ${workspaceId}
          returning d.id, d.seq, array[]::text[] as lost_by
        ), ${announcing(workspaceId)}
        select min(seq) as "fromSeq", max(seq) as "toSeq", (select count(*) from announced) as announced from changed`;
      return rangeOf(range);
    },
  };
}

const familyRows = rawRows({ id: text, status: text });
const rangeRows = rawRows(rangeColumns);
