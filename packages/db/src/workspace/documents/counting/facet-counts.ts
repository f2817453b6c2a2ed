import { integer, nullable, text } from "@besunny/sql/rows/column";

import { Prisma } from "../../../generated/client";
import { rawRows } from "../../../raw-rows";
import type { Scope } from "../../../scope";
import type { Tx } from "../../tx";
import { documentsOf } from "./documents-of";

/** The values by which documents are counted. A folder is counted without the folders within it. */
export type DocumentFacet = "type" | "project" | "tag" | "status" | "language" | "year" | "folder";

/** The facets to count, and the ids of fields that the workspace defined, each with so many of its commonest values. */
export type Counted = {
  facets: readonly DocumentFacet[];
  fieldIds: readonly string[];
  mostValues: number;
};

/** The number of documents with a value. `facet` is `total`, the name of a facet or the id of a field; `value` is null for documents without one. */
export type FacetCount = {
  facet: string;
  value: string | null;
  /** The name of a project or a tag. */
  name: string | null;
  count: number;
};

/** Counts the documents of a `where` by all of these values in one statement, which reads the documents once. */
export async function facetCounts(
  tx: Tx,
  { workspaceId, principals }: Scope,
  where: Prisma.DocumentWhereInput,
  counted: Counted,
): Promise<FacetCount[]> {
  const { facets, fieldIds, mostValues } = counted;
  const branches = [
    ofColumns(facets),
    ...(facets.includes("project") ? [ofProjects(workspaceId, principals)] : []),
    ...(facets.includes("tag") ? [ofTags(workspaceId)] : []),
    ...(fieldIds.length > 0 ? [ofFields(workspaceId, fieldIds, mostValues)] : []),
  ];
  // Above this, hashes of 100,000 documents go to disk.
  await tx.$executeRaw`select set_config('work_mem', '32MB', true)`;
  return counts(tx)`
    with seen as (
      select id, type, status, language, folder, extract(year from dated_on)::integer as year from (${await documentsOf(where)}) d
    )
    ${Prisma.join(branches, " union all ")}`;
}

const counts = rawRows({
  facet: text,
  value: nullable(text),
  name: nullable(text),
  count: integer,
});

const columns = {
  type: Prisma.sql`type`,
  status: Prisma.sql`status`,
  language: Prisma.sql`language`,
  year: Prisma.sql`year`,
  folder: Prisma.sql`folder`,
} satisfies Partial<Record<DocumentFacet, Prisma.Sql>>;
type ColumnFacet = keyof typeof columns;

function isColumn(facet: DocumentFacet): facet is ColumnFacet {
  return facet in columns;
}

/** Counts all, and by each of the columns of a document that are asked for. */
function ofColumns(facets: readonly DocumentFacet[]): Prisma.Sql {
  const asked = facets.filter(isColumn);
  const names = asked.map(
    (facet) => Prisma.sql`when grouping(${columns[facet]}) = 0 then ${facet}::text`,
  );
  const values = asked.map((facet) => Prisma.sql`${columns[facet]}::text`);
  const sets = asked.map((facet) => Prisma.sql`(${columns[facet]})`);
  return Prisma.sql`
    select case ${Prisma.join([Prisma.sql`when false then null`, ...names], " ")} else 'total' end as facet,
           coalesce(${Prisma.join([Prisma.sql`null`, ...values])}) as value, null::text as name, count(*)::integer as count
      from seen group by grouping sets (${Prisma.join([...sets, Prisma.sql`()`])})`;
}

function ofProjects(workspaceId: string, principals: readonly string[]): Prisma.Sql {
  const seesAll = principals.includes("all");
  return Prisma.sql`
    select 'project', p.id, p.name, c.count from (
      select f.project_id, count(*)::integer as count from seen join document_projects f on f.document_id = seen.id group by f.project_id
    ) c join projects p on p.id = c.project_id
     where p.workspace_id = ${workspaceId} and (${seesAll} or not p.is_restricted or p.id = any(${[...principals]}))`;
}

function ofTags(workspaceId: string): Prisma.Sql {
  return Prisma.sql`
    select 'tag', c.tag_id, t.name, c.count from (
      select f.tag_id, count(*)::integer as count from seen left join document_tags f on f.document_id = seen.id group by f.tag_id
    ) c left join tags t on t.id = c.tag_id and t.workspace_id = ${workspaceId}`;
}

function ofFields(
  workspaceId: string,
  fieldIds: readonly string[],
  mostValues: number,
): Prisma.Sql {
  return Prisma.sql`
    select c.field_id, c.text, null, c.count from (
      select v.field_id, v.text, count(*)::integer as count, row_number() over (partition by v.field_id order by count(*) desc, v.text) as place
        from seen join custom_field_values v on v.document_id = seen.id
       where v.workspace_id = ${workspaceId} and v.field_id = any(${[...fieldIds]})
       group by v.field_id, v.text
    ) c where c.place <= ${mostValues}`;
}
