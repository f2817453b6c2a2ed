import { assured, integer, text } from "@besunny/sql/rows/column";
import { rawRows } from "../../raw-rows";
import type { Scope } from "../../scope";
import type { Tx } from "../tx";

/**
 * The place of a document among all that came in one file. `depth` is 0 for the file itself. `members` counts the file and its
 * attachments, without the direct attachments of this document and everything in them.
 */
export type Family = { depth: number; members: number };

const deepest = 50;
const roots = rawRows({ id: assured(text) });
const families = rawRows({ depth: integer, members: integer });

export function familyRepository(tx: Tx, { workspaceId }: Scope) {
  return {
    /** Returns the id of the file in which a document came; its own id if it came in none. */
    rootOf: async (documentId: string): Promise<string | null> => {
      const [root] = await roots(tx)`
        with recursive above as (
          select id, parent_id, 0 as depth from documents where id = ${documentId} and workspace_id = ${workspaceId}
          union all
          select d.id, d.parent_id, a.depth + 1 from documents d join above a on d.id = a.parent_id
           where d.workspace_id = ${workspaceId} and a.depth < ${deepest}
        )
        select id from above order by depth desc limit 1`;
      return root?.id ?? null;
    },

    /** Counts the family regardless of access, and stops at `most`. */
    find: async (documentId: string, most: number): Promise<Family> => {
      const [family] = await families(tx)`
        with recursive above as (
          select id, parent_id, 0 as depth from documents where id = ${documentId} and workspace_id = ${workspaceId}
          union all
          select d.id, d.parent_id, a.depth + 1 from documents d join above a on d.id = a.parent_id
           where d.workspace_id = ${workspaceId} and a.depth < ${deepest}
        ), below as (
          (select id from above order by depth desc limit 1)
          union all
          select d.id from documents d join below b on d.parent_id = b.id
           where d.workspace_id = ${workspaceId} and d.parent_id <> ${documentId}
        )
        select (select coalesce(max(depth), 0)::int from above) as depth,
               (select count(*)::int from (select 1 from below limit ${most}) counted) as members`;
      return family ?? { depth: 0, members: 0 };
    },
  };
}
