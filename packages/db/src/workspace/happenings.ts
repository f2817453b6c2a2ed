import { assured, boolean, json, real, text, timestamp } from "@besunny/sql/rows/column";

import { rawRows } from "../raw-rows";
import type { Scope } from "../scope";
import type { Tx } from "./tx";

export type StoredHappening = { seq: number; name: string; data: unknown; at: Date };

/** Reads what the outside may be told of. */
export function happeningRepository(tx: Tx, { workspaceId, principals }: Scope) {
  return {
    /**
     * Lists what has happened since a number, in order. What is about a document is left out unless the principals may see it. `latest` is the number to
     * go on from.
     */
    list: async (of: {
      since: number;
      names: readonly string[];
      limit: number;
    }): Promise<{ items: StoredHappening[]; latest: number }> => {
      const page = await rows(tx)`
        select h.seq::float8 as seq, h.name, h.data, h.at,
               h.document_id is null or exists (
                 select 1 from documents d where d.id = h.document_id and d.workspace_id = ${workspaceId} and d.access && ${[...principals]}::text[]
               ) as "isSeen"
          from happenings h
         where h.workspace_id = ${workspaceId} and h.seq > ${of.since}::float8::bigint and h.name = any(${[...of.names]}::text[])
         order by h.seq limit ${of.limit}`;
      return {
        items: page.filter(({ isSeen }) => isSeen).map(({ isSeen: _, ...row }) => row),
        latest: page.at(-1)?.seq ?? of.since,
      };
    },
  };
}

const rows = rawRows({
  seq: assured(real),
  name: text,
  data: json,
  at: timestamp,
  isSeen: assured(boolean),
});
