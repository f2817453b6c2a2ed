import { text } from "@besunny/sql/rows/column";
import type { Tx } from "./database";
import { rawRows } from "./raw-rows";
import type { Scope } from "./scope";

/** A file with everything that came in it, at any depth. Where it is filed, and so who may see it, holds for all of it. */
export type FiledFamily = {
  /** The file itself. */
  id: string;
  title: string;
  uploadedById: string | null;
  filedIn: { id: string; name: string; isRestricted: boolean }[];
  access: string[];
  /** All of its documents, the file itself first. */
  memberIds: string[];
};

const deepest = 50;

/** Where documents are filed, for the commands that change it: they act whoever may see the documents. */
export function filingRepository(tx: Tx, { workspaceId }: Scope) {
  return {
    /** The families of these documents, locked until the transaction ends: two commands on one take turns. */
    lockFamilies: async (documentIds: readonly string[]): Promise<FiledFamily[]> => {
      if (documentIds.length === 0) return [];
      const roots = await rootsOf(documentIds);
      await tx.$executeRaw`select 1 from documents where id = any(${roots}) and workspace_id = ${workspaceId} order by id for update`;
      const rows = await tx.document.findMany({
        where: { workspaceId, id: { in: roots } },
        orderBy: { id: "asc" },
        select: {
          id: true,
          title: true,
          uploadedById: true,
          access: true,
          projects: {
            select: { project: { select: { id: true, name: true, isRestricted: true } } },
          },
        },
      });
      const members = await membersOf(roots);
      return rows.map(({ projects, ...row }) => ({
        ...row,
        filedIn: projects.map(({ project }) => project),
        memberIds: members.filter(({ root }) => root === row.id).map(({ id }) => id),
      }));
    },

    /** Until the transaction ends nobody restricts, opens or archives the projects. */
    holdProjects: async (projectIds: readonly string[]): Promise<void> => {
      await tx.$executeRaw`select 1 from projects where id = any(${[...projectIds]}) and workspace_id = ${workspaceId} order by id for share`;
    },

    /** Until the transaction ends nobody files into the project, or takes out of it. */
    lockProject: async (projectId: string): Promise<void> => {
      await tx.$executeRaw`select 1 from projects where id = ${projectId} and workspace_id = ${workspaceId} for update`;
    },

    add: async (documentIds: readonly string[], projectId: string): Promise<void> => {
      await tx.documentProject.createMany({
        data: documentIds.map((documentId) => ({ documentId, projectId, workspaceId })),
        skipDuplicates: true,
      });
    },

    remove: async (documentIds: readonly string[], projectId: string): Promise<void> => {
      await tx.documentProject.deleteMany({
        where: { workspaceId, projectId, documentId: { in: [...documentIds] } },
      });
    },

    /**
     * Writes who may see the documents. Moves their `seq` forward and announces each to whoever watches, with the principals that lost
     * it, so that those who may no longer read it learn that it is gone.
     */
    writeAccess: async (documentIds: readonly string[], access: readonly string[]) => {
      await tx.$executeRaw`
        with before as (
          select id, access from documents where id = any(${[...documentIds]}) and workspace_id = ${workspaceId}
        ), changed as (
          update documents d set access = ${[...access]}, seq = nextval('documents_seq_seq'), updated_at = now()
            from before b where d.id = b.id and d.workspace_id = ${workspaceId}
          returning d.id, d.seq, b.access as was
        )
        select pg_notify('besunny_changes', json_build_object(
                 'workspaceId', ${workspaceId}::text, 'documentId', id, 'seq', seq,
                 'lostBy', array(select unnest(was) except select unnest(${[...access]}::text[])))::text)
          from changed`;
    },
  };

  async function rootsOf(documentIds: readonly string[]): Promise<string[]> {
    const rows = await rootRows(tx)`
      with recursive above as (
        select id, parent_id, 0 as depth from documents where id = any(${[...documentIds]}) and workspace_id = ${workspaceId}
        union all
        select d.id, d.parent_id, a.depth + 1 from documents d join above a on d.id = a.parent_id
         where d.workspace_id = ${workspaceId} and a.depth < ${deepest}
      )
      select distinct id from above where parent_id is null`;
    return rows.map(({ id }) => id).sort();
  }

  async function membersOf(roots: readonly string[]): Promise<{ root: string; id: string }[]> {
    return memberRows(tx)`
      with recursive below as (
        select id as root, id, 0 as depth from documents where id = any(${[...roots]}) and workspace_id = ${workspaceId}
        union all
        select b.root, d.id, b.depth + 1 from documents d join below b on d.parent_id = b.id
         where d.workspace_id = ${workspaceId} and b.depth < ${deepest}
      )
      select root, id from below order by depth, id`;
  }
}

const rootRows = rawRows({ id: text });
const memberRows = rawRows({ root: text, id: text });
