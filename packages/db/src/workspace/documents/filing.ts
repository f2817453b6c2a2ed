import { integer, nullable, text, textArray } from "@besunny/sql/rows/column";

import { announcing } from "../../announcing";
import { Prisma } from "../../generated/client";
import { rawRows } from "../../raw-rows";
import type { Scope } from "../../scope";
import { rangeColumns, rangeOf, type SeqRange } from "../../seq-range";
import type { Tx } from "../tx";
import { accessOfRow, type FamiliesOf, rootsOf, withAttachments } from "./family-sql";

/** A file with all attachments in it, at any depth. All of them have the file's projects and therefore its access. */
export type FiledFamily = {
  /** The file itself. */
  id: string;
  title: string;
  uploadedById: string | null;
  visibility: string | null;
  grantees: string[];
  filedIn: { id: string; name: string; isRestricted: boolean }[];
  /** The people and groups that it is shared with. */
  sharedWith: string[];
  access: string[];
  /** All documents of the family, the file itself first. */
  memberIds: string[];
};

/** Files that a change makes visible to the whole workspace. */
export type Opening = {
  count: number;
  /** Ids of the first of these files. */
  ids: string[];
  title: string | null;
  /** The restricted projects to whose members the files were limited. */
  projectIds: string[];
};

/** Reads and writes the projects of documents, for commands that change them regardless of access. */
export function filingRepository(tx: Tx, { workspaceId }: Scope) {
  return {
    lockRoots,

    /** Returns the families of these documents. Locks them until the transaction ends, so that two commands cannot change one at once. */
    lockFamilies: async (documentIds: readonly string[]): Promise<FiledFamily[]> => {
      if (documentIds.length === 0) return [];
      await lockRoots({ documentIds });
      const members = await memberRows(tx)`
        with recursive ${rootsOf({ documentIds }, workspaceId)}, ${withAttachments(workspaceId)}
        select root, id from family order by depth, id`;
      const byRoot = Map.groupBy(members, ({ root }) => root);
      const rows = await tx.document.findMany({
        where: { workspaceId, id: { in: [...byRoot.keys()] } },
        orderBy: { id: "asc" },
        select: {
          id: true,
          title: true,
          uploadedById: true,
          visibility: true,
          grantees: true,
          access: true,
          shares: { select: { userId: true, groupId: true } },
          projects: {
            select: { project: { select: { id: true, name: true, isRestricted: true } } },
          },
        },
      });
      return rows.map(({ projects, shares, ...row }) => ({
        ...row,
        sharedWith: shares.flatMap(({ userId, groupId }) => userId ?? groupId ?? []),
        filedIn: projects.map(({ project }) => project),
        memberIds: (byRoot.get(row.id) ?? []).map(({ id }) => id),
      }));
    },

    /** Locks the projects until the transaction ends: nobody can restrict, open or archive them. */
    holdProjects: async (projectIds: readonly string[]): Promise<void> => {
      await tx.$executeRaw`select 1 from projects where id = any(${[...projectIds]}) and workspace_id = ${workspaceId} order by id for share`;
    },

    /** Locks the project until the transaction ends: nobody can add documents to it or remove them. */
    lockProject: async (projectId: string): Promise<void> => {
      await tx.$executeRaw`select 1 from projects where id = ${projectId} and workspace_id = ${workspaceId} for update`;
    },

    add: async (documentIds: readonly string[], projectId: string): Promise<void> => {
      if (documentIds.length === 0) return;
      await tx.$executeRaw`
        insert into document_projects (document_id, project_id, workspace_id)
        select id, ${projectId}, ${workspaceId} from unnest(${[...documentIds]}::text[]) id
        on conflict do nothing`;
    },

    remove: async (documentIds: readonly string[], projectId: string): Promise<void> => {
      if (documentIds.length === 0) return;
      await tx.$executeRaw`
        delete from document_projects
         where workspace_id = ${workspaceId} and project_id = ${projectId} and document_id = any(${[...documentIds]})`;
    },

    /**
     * Returns the files that only members of restricted projects can see now, by their stored access, and that `writeAccess` will open
     * to the workspace. Names at most `most` of them. `among` keeps only files whose access includes one of these projects.
     */
    findOpening: async (
      of: FamiliesOf,
      { most, among }: { most: number; among?: readonly string[] },
    ): Promise<Opening> => {
      const kept = among ? Prisma.sql`and d.access && ${[...among]}::text[]` : Prisma.empty;
      const [opening] = await openingRows(tx)`
        with recursive ${rootsOf(of, workspaceId)},
        opening as materialized (
          select d.id, d.title, d.access from roots r join documents d on d.id = r.root
           where d.workspace_id = ${workspaceId} and not 'ws' = any(d.access) and ${accessOfRow} @> array['ws'] ${kept}
        )
        select (select count(*)::int from opening) as count,
               array(select id from opening order by id limit ${most}) as ids,
               (select title from opening order by id limit 1) as title,
               array(select distinct principal from opening, unnest(access) principal
                      where principal like 'prj\\_%' order by principal) as "projectIds"`;
      return {
        count: opening?.count ?? 0,
        ids: opening?.ids ?? [],
        title: opening?.title ?? null,
        projectIds: opening?.projectIds ?? [],
      };
    },

    /**
     * Writes the access of these families from their projects, the file's uploader and its visibility (the rule is `accessOf` in core). Raises `seq` and
     * announces each document to watchers, with the principals that lost it. Returns the range of sequence numbers, or null if nothing
     * changed.
     */
    writeAccess: async (of: FamiliesOf): Promise<SeqRange | null> => {
      const [range] = await rangeRows(tx)`
        with recursive ${rootsOf(of, workspaceId)}, ${withAttachments(workspaceId)},
        numbered as materialized (
          select d.id, ${accessOfRow} as access, d.access as was, nextval('documents_seq_seq') as seq
            from family r join documents d on d.id = r.id
           where d.workspace_id = ${workspaceId}
        ), changed as (
          update documents d set access = n.access, seq = n.seq, index_seq = n.seq, updated_at = now()
            from numbered n where d.id = n.id and d.workspace_id = ${workspaceId}
          returning d.id, d.seq, array(select unnest(n.was) except select unnest(d.access)) as lost_by
        ), ${announcing(workspaceId)}
        select min(seq) as "fromSeq", max(seq) as "toSeq", (select count(*) from announced) as announced from changed`;
      return rangeOf(range);
    },
  };

  /** Locks the files until the transaction ends: other commands on these families wait, and nobody can add attachments. */
  async function lockRoots(of: FamiliesOf): Promise<void> {
    await lockRows(tx)`
      with recursive ${rootsOf(of, workspaceId)}, locked as (
        select id from documents where id in (select root from roots) and workspace_id = ${workspaceId} order by id for update
      )
      select count(*) from locked`;
  }
}

const openingRows = rawRows({
  count: nullable(integer),
  ids: nullable(textArray),
  title: nullable(text),
  projectIds: nullable(textArray),
});
const rangeRows = rawRows(rangeColumns);
const lockRows = rawRows();
const memberRows = rawRows({ root: text, id: text });
