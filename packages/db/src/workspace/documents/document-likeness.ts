import { real, text } from "@besunny/sql/rows/column";

import { rawRows } from "../../raw-rows";
import type { Scope } from "../../scope";
import type { Tx } from "../tx";

export type Likeness = { textHash: string; signature: number[]; bands: number[] };

/** Finds documents with the same or nearly the same text, among those that the actor may see. */
export function documentLikenessRepository(tx: Tx, { workspaceId, principals }: Scope) {
  return {
    /** Stores the numbers of a document; null removes them. */
    put: async (documentId: string, likeness: Likeness | null): Promise<void> => {
      await tx.documentLikeness.deleteMany({ where: { workspaceId, documentId } });
      if (likeness)
        await tx.documentLikeness.createMany({ data: [{ documentId, workspaceId, ...likeness }] });
    },

    /** Lists the documents with nearly the text of this one, the likest first. `likeness` is 1 if the texts are equal but for figures. */
    listLike: (documentId: string, least: number, limit: number) =>
      likeRows(tx)`
        select * from (
          select d.id as "documentId", case when o.text_hash = l.text_hash then 'same' else 'alike' end as kind,
                 (select count(*) from unnest(o.signature, l.signature) as s(one, other) where one = other)::double precision
                   / greatest(cardinality(o.signature), 1) as likeness
            from document_likeness o
            join document_likeness l on l.workspace_id = o.workspace_id and l.bands && o.bands and l.document_id <> o.document_id
            join documents d on d.id = l.document_id
           where o.document_id = ${documentId} and o.workspace_id = ${workspaceId}
             and d.access && ${[...principals]}::text[] and d.trashed_at is null
        ) as found where likeness >= ${least}
        order by likeness desc, "documentId" limit ${limit}`,
  };
}

/** Returns the ids of the visible documents whose text is that of another visible document. */
export async function duplicateIds(
  tx: Tx,
  { workspaceId, principals }: Scope,
): Promise<readonly string[]> {
  const rows = await duplicateRows(tx)`
    select l.document_id as id from document_likeness l join documents d on d.id = l.document_id
     where l.workspace_id = ${workspaceId} and d.access && ${[...principals]}::text[] and d.trashed_at is null
       and exists (select 1 from document_likeness o join documents e on e.id = o.document_id
                    where o.workspace_id = ${workspaceId} and o.text_hash = l.text_hash and o.document_id <> l.document_id
                      and e.access && ${[...principals]}::text[] and e.trashed_at is null)`;
  return rows.map(({ id }) => id);
}

const likeRows = rawRows({ documentId: text, kind: text, likeness: real });
const duplicateRows = rawRows({ id: text });
