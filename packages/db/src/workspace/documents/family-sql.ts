import { Prisma } from "../../generated/client";

/** The families of some documents, or of all documents of a project. */
export type FamiliesOf = { documentIds: readonly string[] } | { projectId: string };

const deepest = 50;

/** Returns the part of a recursive statement that finds the files in which documents came: `roots` (`root`). */
export function rootsOf(of: FamiliesOf, workspaceId: string): Prisma.Sql {
  const named =
    "documentIds" in of
      ? Prisma.sql`select unnest(${[...of.documentIds]}::text[])`
      : Prisma.sql`select document_id from document_projects where project_id = ${of.projectId} and workspace_id = ${workspaceId}`;
  return Prisma.sql`above as (
      select id, parent_id, 0 as depth from documents where id in (${named}) and workspace_id = ${workspaceId}
      union all
      select d.id, d.parent_id, a.depth + 1 from documents d join above a on d.id = a.parent_id
       where d.workspace_id = ${workspaceId} and a.depth < ${deepest}
    ), roots as (
      select distinct id as root from above where parent_id is null
    )`;
}

/** Returns the part that finds everything that came in `roots`, and these themselves: `family` (`root`, `id`, `depth`). */
export function withAttachments(workspaceId: string): Prisma.Sql {
  return Prisma.sql`family as (
      select root, root as id, 0 as depth from roots
      union all
      select f.root, d.id, f.depth + 1 from documents d join family f on d.parent_id = f.id
       where d.workspace_id = ${workspaceId} and f.depth < ${deepest}
    )`;
}

/** Returns the part that computes who may see each of the `roots`: `computed` (`root`, `access`). */
export function accessOfRoots(workspaceId: string): Prisma.Sql {
  return Prisma.sql`computed as (
      select r.root,
             array['all']
             || case when count(p.id) = 0 or bool_or(not p.is_restricted) then array['ws'] else array[]::text[] end
             || case when d.uploaded_by_id <> '' then array[d.uploaded_by_id] else array[]::text[] end
             || coalesce(array_agg(p.id order by p.id collate "C") filter (where p.is_restricted), array[]::text[]) as access
        from roots r
        join documents d on d.id = r.root and d.workspace_id = ${workspaceId}
        left join document_projects f on f.document_id = r.root
        left join projects p on p.id = f.project_id
       group by r.root, d.uploaded_by_id
    )`;
}
