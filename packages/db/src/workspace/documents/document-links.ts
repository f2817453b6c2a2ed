import { nullable, ownJson, text } from "@besunny/sql/rows/column";
import { rawRows } from "../../raw-rows";
import type { Tx } from "../tx";

/** The uploader and the projects of a document, regardless of access. */
export type DocumentLinks = {
  uploadedBy: { id: string; name: string } | null;
  filedIn: { id: string; name: string; isRestricted: boolean }[];
};

const linkRows = rawRows({
  id: text,
  uploadedBy: nullable(ownJson<{ id: string; name: string }>()),
  filedIn: ownJson<DocumentLinks["filedIn"]>(),
});

const none: DocumentLinks = { uploadedBy: null, filedIn: [] };

/**
 * Reads the links of documents with one statement for all, because Prisma sends one for each table. Prisma's own join is a preview
 * feature that fails if two `findUnique` run at once.
 */
export function documentLinks(tx: Tx, workspaceId: string) {
  return async (ids: readonly string[]): Promise<(id: string) => DocumentLinks> => {
    if (ids.length === 0) return () => none;
    const rows = await linkRows(tx)`
      select d.id,
             case when u.id is not null then json_build_object('id', u.id, 'name', u.name) end as "uploadedBy",
             (select coalesce(json_agg(json_build_object('id', p.id, 'name', p.name, 'isRestricted', p.is_restricted)
                                       order by f.created_at, p.id), '[]')
                from document_projects f join projects p on p.id = f.project_id
               where f.document_id = d.id) as "filedIn"
        from documents d left join users u on u.id = d.uploaded_by_id
       where d.id = any(${[...ids]}) and d.workspace_id = ${workspaceId}`;
    const byId = new Map(rows.map(({ id, ...links }) => [id, links]));
    return (id) => byId.get(id) ?? none;
  };
}
