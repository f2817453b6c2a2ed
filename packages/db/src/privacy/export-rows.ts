import { assured, integer, json, nativeBigint, text } from "@besunny/sql/rows/column";
import { Prisma } from "../generated/client";
import { rawRows } from "../raw-rows";
import type { Scope } from "../scope";
import { register, stores } from "../stores/register";
import type { Store } from "../stores/store";
import type { Tx } from "../workspace/tx";

/** A table in an archive: exported, or left out with the reason. */
export type ExportedStore = { table: string; holds: string; keptBecause: string | null };

/** A version of an original file. `number` counts from 1. */
export type ExportedOriginal = {
  documentId: string;
  title: string;
  fileName: string;
  number: number;
  size: bigint;
  contentHash: string;
  storageKey: string;
};

const lines = rawRows({ line: assured(text), place: assured(json) });
const originals = rawRows({
  documentId: text,
  title: text,
  fileName: text,
  number: integer,
  size: nativeBigint,
  contentHash: text,
  storageKey: text,
});
const hidden = rawRows({ hidden: assured(integer) });

/** Reads everything of a workspace that some principals see, as the register of stores says. */
export function exportRowRepository(tx: Tx, { workspaceId }: Scope) {
  return {
    /** Lets `page` read tables that came with later releases. Call it in a command first. */
    open: async (): Promise<void> => {
      await tx.$executeRaw`select open_whole_workspace()`;
    },

    /** Lists the tables of workspaces. */
    tables: (): ExportedStore[] =>
      Object.values<Store>(register)
        .filter(({ workspace }) => workspace.erase === "rows" || workspace.export === "rows")
        .map(({ table, holds, workspace }) => ({
          table,
          holds,
          keptBecause: workspace.export === "rows" ? null : workspace.export.keptBecause,
        }))
        .toSorted((one, other) => (one.table < other.table ? -1 : 1)),

    /** Returns rows of a table as JSON after a place, without its secrets. */
    page: (
      table: string,
      { after, limit, seenBy }: { after: unknown; limit: number; seenBy: readonly string[] },
    ): Promise<{ line: string; place: unknown }[]> => {
      const place = after === null ? Prisma.sql`null` : Prisma.sql`${JSON.stringify(after)}`;
      return lines(tx)`
        select line, place from export_rows(${table}, ${[...seenBy]}::text[], ${[...(stores.get(table)?.secrets ?? [])]}::text[], ${place}::jsonb, ${limit}::int)`;
    },

    /** Returns the original files of documents after one, by their ids: every version of each. */
    originals: ({
      after,
      limit,
      seenBy,
    }: {
      after: string;
      limit: number;
      seenBy: readonly string[];
    }): Promise<ExportedOriginal[]> =>
      originals(tx)`
        with chosen as (
          select id, title, file_name, size, content_hash, storage_key, version from documents
           where workspace_id = ${workspaceId} and id > ${after} and access && ${[...seenBy]}::text[]
           order by id limit ${limit}
        )
        select d.id as "documentId", d.title, v.file_name as "fileName", v.number, v.size, v.content_hash as "contentHash", v.storage_key as "storageKey"
          from chosen d join document_versions v on v.document_id = d.id
        union all
        select d.id, d.title, d.file_name, d.version, d.size, d.content_hash, d.storage_key
          from chosen d where not exists (select from document_versions v where v.document_id = d.id and v.number = d.version)
        order by 1, 4`,

    /** Counts the documents that these principals do not see. */
    countHidden: async (seenBy: readonly string[]): Promise<number> => {
      const [row] = await hidden(tx)`
        select count(*)::int as hidden from documents where workspace_id = ${workspaceId} and not (access && ${[...seenBy]}::text[])`;
      return row?.hidden ?? 0;
    },
  };
}
