import { Prisma } from "../../generated/client";
import { sourceOfDocument } from "../../workspace/quality/source-sql";
import type { AnalyticsScope } from "../figure-scope";
import type { DimensionSql } from "../source";

/** Returns whether principals may see the document `d`. */
export const documentIsVisible = (principals: readonly string[]): Prisma.Sql =>
  Prisma.sql`d.access && ${[...principals]}::text[]`;

/** Returns whether the document `d` is not private. Its access says the same; this reads it for private documents alone. */
export const documentIsOpen = Prisma.sql`(d.visibility is null or 'all' = any(d.access))`;

/** The dimensions of rows that belong to a document `d`. */
export const documentDimensions = {
  workspace: { key: Prisma.sql`d.workspace_id` },
  project: { many: projectsOfDocument },
  person: { key: Prisma.sql`d.uploaded_by_id` },
  group: {
    many: () => Prisma.sql`select gm.group_id as key from group_members gm
      where gm.user_id = d.uploaded_by_id and gm.workspace_id = d.workspace_id`,
  },
  type: { key: Prisma.sql`d.type` },
  status: { key: Prisma.sql`d.status` },
  format: { key: Prisma.sql`d.format` },
  language: { key: Prisma.sql`d.language` },
  source: {
    join: Prisma.sql`left join documents p on p.id = d.parent_id`,
    key: sourceOfDocument,
  },
  folder: { key: Prisma.sql`d.folder` },
  document: { key: Prisma.sql`d.id` },
} satisfies Record<string, DimensionSql>;

/** A project that its viewer may not see is none: documents of it alone have no project for them. */
function projectsOfDocument(scope: AnalyticsScope): Prisma.Sql {
  const own = Prisma.sql`select dp.project_id as key from document_projects dp`;
  if (scope.kind !== "principals") return Prisma.sql`${own} where dp.document_id = d.id`;
  return Prisma.sql`${own} join projects pj on pj.id = dp.project_id
    where dp.document_id = d.id and (not pj.is_restricted or pj.id = any(${[...scope.principals]}::text[]))`;
}
