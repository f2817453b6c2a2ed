import { Prisma } from "../../generated/client";

/** The families of some documents, or of all documents of a project. */
export type FamiliesOf = { documentIds: readonly string[] } | { projectId: string };

const deepest = 50;

/** Returns the part of a recursive statement that finds the files in which these documents came: `roots` (`root`, and what says who sees it). */
export function rootsOf(of: FamiliesOf, workspaceId: string): Prisma.Sql {
  const named =
    "documentIds" in of
      ? Prisma.sql`select unnest(${[...of.documentIds]}::text[])`
      : Prisma.sql`select document_id from document_projects where project_id = ${of.projectId} and workspace_id = ${workspaceId}`;
  return Prisma.sql`above as (
      select id, parent_id, uploaded_by_id, visibility, grantees, 0 as depth from documents where id in (${named}) and workspace_id = ${workspaceId}
      union all
      select d.id, d.parent_id, d.uploaded_by_id, d.visibility, d.grantees, a.depth + 1 from documents d join above a on d.id = a.parent_id
       where d.workspace_id = ${workspaceId} and a.depth < ${deepest}
    ), roots as (
      select distinct id as root, uploaded_by_id, visibility, grantees from above where parent_id is null
    )`;
}

/** Returns the part that finds `roots` and all attachments in them: `family` (`root`, `id`, `depth`, and what says who sees the root). */
export function withAttachments(workspaceId: string): Prisma.Sql {
  return Prisma.sql`family as (
      select root, uploaded_by_id, visibility, grantees, root as id, 0 as depth from roots
      union all
      select f.root, f.uploaded_by_id, f.visibility, f.grantees, d.id, f.depth + 1 from documents d join family f on d.parent_id = f.id
       where d.workspace_id = ${workspaceId} and f.depth < ${deepest}
    )`;
}

/** The people and groups with whom the file `r.root` is shared, but its owner. */
const sharedWith = Prisma.sql`array(
        select coalesce(s.user_id, s.group_id) from document_shares s
         where s.document_id = r.root and s.user_id is distinct from r.uploaded_by_id
         order by coalesce(s.user_id, s.group_id) collate "C")`;

/** The members of restricted projects in which it is. */
const restricted = Prisma.sql`coalesce(array_agg(p.id order by p.id collate "C") filter (where p.is_restricted), array[]::text[])`;

/** The access of a file that is no secret of a source. */
const ordinary = Prisma.sql`array['all']
             || case when count(p.id) = 0 or bool_or(not p.is_restricted) then array['ws'] else array[]::text[] end
             || case when r.uploaded_by_id <> '' then array[r.uploaded_by_id] else array[]::text[] end
             || ${restricted} || ${sharedWith}`;

/** The access of a private file: no \`all\`, unless its grantees or a project make it everybody's. */
const narrow = Prisma.sql`case when 'ws' = any(r.grantees) and r.visibility = 'source' or coalesce(bool_or(not p.is_restricted), false)
                    then array['all', 'ws'] else array['jobs'] end
             || array(select distinct principal collate "C" from unnest(
                        case when r.visibility = 'source' then array_remove(r.grantees, 'ws')
                             when r.uploaded_by_id <> '' then array[r.uploaded_by_id] else array[]::text[] end
                        || ${restricted} || ${sharedWith}) as given(principal) order by 1)`;

/**
 * Computes the access of a document `d` from its row `r` of `roots` or `family`. Looks up the projects, shares and links of each row by index. PostgreSQL has no
 * statistics of common table expressions, so a join of two compared every row with every other.
 */
export const accessOfRow = Prisma.sql`(
      select case when r.visibility is null then ${ordinary} else ${narrow} end
             || array(select l.id from document_links l
                       where l.document_id = d.id and l.revoked_at is null order by l.id collate "C")
        from document_projects dp join projects p on p.id = dp.project_id
       where dp.document_id = r.root)`;
