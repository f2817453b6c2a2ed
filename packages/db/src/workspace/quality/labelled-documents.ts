import { integerArray, nullable, text, timestamp } from "@besunny/sql/rows/column";
import { rawRows } from "../../raw-rows";
import type { Scope } from "../../scope";
import type { Tx } from "../tx";
import { sourceOfDocument } from "./source-sql";

/** A label in force on a document, with what tells how like it is to others. */
export type LabelledDocument = {
  documentId: string;
  label: string;
  source: string;
  textHash: string | null;
  bands: number[];
  createdAt: Date;
  features: { version: string; values: Uint8Array } | null;
};

const rows = rawRows({
  documentId: text,
  label: text,
  source: text,
  textHash: nullable(text),
  bands: nullable(integerArray),
  createdAt: timestamp,
});

/** Reads the labels of a workspace with the numbers of their documents. */
export function labelledDocumentRepository(tx: Tx, { workspaceId }: Scope) {
  return {
    /** Lists the newest labels in force of the field `type`. */
    list: async (limit: number): Promise<LabelledDocument[]> => {
      const labels = await rows(tx)`
        select l.document_id as "documentId", coalesce(l.value, '') as label, ${sourceOfDocument} as source, k.text_hash as "textHash",
               k.bands, l.created_at as "createdAt"
          from labels l
          join documents d on d.id = l.document_id
          left join documents p on p.id = d.parent_id
          left join document_likeness k on k.document_id = d.id
         where l.workspace_id = ${workspaceId} and l.field = 'type' and l.value is not null and l.superseded_by_id is null
           and l.withdrawn_at is null and d.trashed_at is null
         order by l.created_at desc, l.id desc limit ${limit}`;
      const kept = await tx.documentFeatures.findMany({
        where: { workspaceId, documentId: { in: labels.map(({ documentId }) => documentId) } },
        select: { documentId: true, version: true, values: true },
      });
      const byId = new Map(kept.map(({ documentId, ...each }) => [documentId, each]));
      return labels.map((label) => ({
        ...label,
        bands: label.bands ?? [],
        features: byId.get(label.documentId) ?? null,
      }));
    },
  };
}
