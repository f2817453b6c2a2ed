import { text } from "@besunny/sql/rows/column";
import { rawRows } from "../../raw-rows";
import type { Scope } from "../../scope";
import type { Tx } from "../tx";

export type StoredFeatures = Readonly<Record<string, number | string | null>>;

/** Keeps the named numbers of documents, one row for each document: those of an earlier version go. */
export function featureValuesRepository(tx: Tx, { workspaceId }: Scope) {
  return {
    /** Stores the values of documents in one statement. Their issues are looked for again. */
    put: async (
      version: string,
      measured: readonly { documentId: string; values: StoredFeatures }[],
    ): Promise<void> => {
      const ids = measured.map(({ documentId }) => documentId);
      const values = measured.map((each) => JSON.stringify(each.values));
      await tx.$executeRaw`
        with gone as (delete from feature_values where document_id = any(${ids}::text[]) and version <> ${version})
        insert into feature_values (document_id, version, workspace_id, "values")
        select id, ${version}, ${workspaceId}, given::jsonb
          from unnest(${ids}::text[], ${values}::text[]) as m(id, given)
            on conflict (document_id, version) do update set "values" = excluded."values", looked_seq = null`;
    },

    /** Lists documents that were read and have no values of this version, in the order of their ids. */
    listOutdated: async (version: string, after: string, limit: number): Promise<string[]> => {
      const rows = await outdated(tx)`
        select d.id from documents d
         where d.workspace_id = ${workspaceId} and d.id > ${after} and d.trashed_at is null and d.model_key is not null
           and d.status in ('ready', 'needs_review')
           and not exists (select 1 from feature_values f where f.document_id = d.id and f.version = ${version})
         order by d.id limit ${limit}`;
      return rows.map(({ id }) => id);
    },

    /** Notes that the issues of these documents were looked for, after the changes that they now have. */
    markLooked: async (
      version: string,
      looked: readonly { documentId: string; seq: number; nearDuplicates: number }[],
    ): Promise<void> => {
      await tx.$executeRaw`
        insert into feature_values (document_id, version, workspace_id, "values", looked_seq)
        select id, ${version}, ${workspaceId}, '{}'::jsonb, seq
          from unnest(${looked.map(({ documentId }) => documentId)}::text[], ${looked.map(({ seq }) => seq)}::bigint[]) as l(id, seq)
            on conflict (document_id, version) do update set looked_seq = excluded.looked_seq`;
      await tx.$executeRaw`
        update feature_values f set "values" = jsonb_set(f."values", '{nearDuplicates}', to_jsonb(l.alike))
          from unnest(${looked.map(({ documentId }) => documentId)}::text[], ${looked.map((each) => each.nearDuplicates)}::int[]) as l(id, alike)
         where f.document_id = l.id and f.version = ${version} and f.workspace_id = ${workspaceId} and f."values" <> '{}'::jsonb`;
    },
  };
}

const outdated = rawRows({ id: text });
