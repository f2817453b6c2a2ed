import { nullable, ownJson, text } from "@besunny/sql/rows/column";
import { Prisma } from "../../generated/client";
import { rawRows } from "../../raw-rows";
import type { Scope } from "../../scope";
import type { Tx } from "../tx";

/** The value of a field that the workspace defined, in lists. */
export type FieldOfDocument = { id: string; name: string; kind: string; value: string };

/** The uploader, the tags, the values of fields and the projects of a document, regardless of access. */
export type DocumentLinks = {
  tags: { id: string; name: string }[];
  fields: FieldOfDocument[];
  uploadedBy: { id: string; name: string } | null;
  filedIn: { id: string; name: string; isRestricted: boolean }[];
};

const linkRows = rawRows({
  id: text,
  uploadedBy: nullable(ownJson<{ id: string; name: string }>()),
  filedIn: ownJson<DocumentLinks["filedIn"]>(),
  tags: ownJson<DocumentLinks["tags"]>(),
  fields: ownJson<FieldOfDocument[]>(),
});

/** A document's versions, newest first, and the ids of its visible parent and of its visible attachments, oldest first. */
export type DocumentFamily = {
  versions: {
    number: number;
    fileName: string;
    size: number;
    createdAt: Date;
    storageKey: string;
  }[];
  parent: { id: string; title: string } | null;
  attachmentIds: string[];
};

const surroundingRows = rawRows({
  uploadedBy: nullable(ownJson<{ id: string; name: string }>()),
  filedIn: ownJson<DocumentLinks["filedIn"]>(),
  tags: ownJson<DocumentLinks["tags"]>(),
  fields: ownJson<FieldOfDocument[]>(),
  versions:
    ownJson<(Omit<DocumentFamily["versions"][number], "createdAt"> & { createdAt: string })[]>(),
  parent: nullable(ownJson<{ id: string; title: string }>()),
  attachmentIds: ownJson<string[]>(),
});

/** The columns of `DocumentLinks`, of a document `d` and its uploader `u`. */
const linkColumns = Prisma.sql`case when u.id is not null then json_build_object('id', u.id, 'name', u.name) end as "uploadedBy",
             (select coalesce(json_agg(json_build_object('id', p.id, 'name', p.name, 'isRestricted', p.is_restricted)
                                       order by f.created_at, p.id), '[]')
                from document_projects f join projects p on p.id = f.project_id
               where f.document_id = d.id) as "filedIn",
             (select coalesce(json_agg(json_build_object('id', t.id, 'name', t.name) order by t.name, t.id), '[]')
                from document_tags c join tags t on t.id = c.tag_id
               where c.document_id = d.id) as tags,
             (select coalesce(json_agg(json_build_object('id', e.id, 'name', e.name, 'kind', e.kind, 'value', x.text)
                                       order by e.position, e.id), '[]')
                from custom_field_values x join custom_fields e on e.id = x.field_id
               where x.document_id = d.id and e.archived_at is null) as fields`;

const none: DocumentLinks = { uploadedBy: null, filedIn: [], tags: [], fields: [] };

/**
 * Reads the links of documents with one statement for all, because Prisma sends one for each table. Prisma's own join is a preview
 * feature that fails if two `findUnique` run at once.
 */
export function documentLinks(tx: Tx, workspaceId: string) {
  return async (ids: readonly string[]): Promise<(id: string) => DocumentLinks> => {
    if (ids.length === 0) return () => none;
    const rows = await linkRows(tx)`
      select d.id,
             ${linkColumns}
        from documents d left join users u on u.id = d.uploaded_by_id
       where d.id = any(${[...ids]}) and d.workspace_id = ${workspaceId}`;
    const byId = new Map(rows.map(({ id, ...links }) => [id, links]));
    return (id) => byId.get(id) ?? none;
  };
}

/** Reads the links of one document and what surrounds it with one statement. Returns null if the document does not exist. */
export function documentSurroundings(tx: Tx, { workspaceId, principals }: Scope) {
  return async (id: string): Promise<(DocumentLinks & DocumentFamily) | null> => {
    const [row] = await surroundingRows(tx)`
      select ${linkColumns},
             (select coalesce(json_agg(json_build_object('number', v.number, 'fileName', v.file_name, 'size', v.size,
                                                         'createdAt', v.created_at, 'storageKey', v.storage_key)
                                       order by v.number desc), '[]')
                from document_versions v
               where v.document_id = d.id and v.workspace_id = d.workspace_id) as versions,
             (select json_build_object('id', p.id, 'title', p.title)
                from documents p
               where p.id = d.parent_id and p.workspace_id = d.workspace_id and p.access && ${[...principals]}) as parent,
             (select coalesce(json_agg(a.id order by a.created_at, a.id), '[]')
                from documents a
               where a.parent_id = d.id and a.workspace_id = d.workspace_id and a.trashed_at is null
                 and a.access && ${[...principals]}) as "attachmentIds"
        from documents d left join users u on u.id = d.uploaded_by_id
       where d.id = ${id} and d.workspace_id = ${workspaceId}`;
    return row
      ? {
          ...row,
          versions: row.versions.map((version) => ({
            ...version,
            createdAt: new Date(version.createdAt),
          })),
        }
      : null;
  };
}
