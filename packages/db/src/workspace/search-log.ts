import { assured, integer, text, timestamp } from "@besunny/sql/rows/column";
import type { Prisma } from "../generated/client";
import { newId } from "../ids";
import { rawRows } from "../raw-rows";
import type { Scope } from "../scope";
import type { Tx } from "./tx";

/** A search or a question as it is recorded. `byMeaning` and `byWords` count the results that each leg found. */
export type SearchLogEntry = {
  userId: string;
  kind: string;
  words: string;
  filters: Prisma.InputJsonValue;
  results: number;
  tookMs: number;
  byMeaning: number;
  byWords: number;
  isDeclined: boolean;
  producer: string | null;
};

const emptyQueries = rawRows({ words: text, times: integer, latest: timestamp });
const askedQueries = rawRows({
  words: text,
  documentId: assured(text),
  rank: assured(integer),
});

/** Reads and writes what people of the workspace searched and asked. */
export function searchLogRepository(tx: Tx, { workspaceId }: Scope) {
  return {
    record: async (entry: SearchLogEntry): Promise<string> => {
      const id = newId("slg");
      await tx.searchLogEntry.create({ data: { id, workspaceId, ...entry }, select: { id: true } });
      return id;
    },

    /** Records the document that its person opened first. Returns whether it is their search, and nothing was opened before. */
    recordOpened: async (
      { id, userId }: { id: string; userId: string },
      opened: { openedDocumentId: string; openedRank: number; openedAt: Date },
    ): Promise<boolean> => {
      const { count } = await tx.searchLogEntry.updateMany({
        where: { id, workspaceId, userId, openedAt: null },
        data: opened,
      });
      return count > 0;
    },

    /** Returns searches of which a document was opened that is still there, the latest first, each once. */
    listOpened: (limit: number): Promise<{ words: string; documentId: string; rank: number }[]> =>
      askedQueries(tx)`
        select words, opened_document_id as "documentId", opened_rank as rank from (
          select distinct on (lower(words), opened_document_id) words, opened_document_id, opened_rank, created_at
            from search_log
           where workspace_id = ${workspaceId} and kind = 'search' and opened_document_id is not null and opened_rank is not null
             and not exists (select 1 from documents d where d.id = opened_document_id and d.visibility is not null)
           order by lower(words), opened_document_id, created_at desc) latest
         order by created_at desc limit ${limit}`,

    /** Returns the searches that found nothing and the questions that were declined, the most frequent first. */
    listEmpty: (
      since: Date,
      limit: number,
    ): Promise<{ words: string; times: number; latest: Date }[]> =>
      emptyQueries(tx)`
        select min(words) as words, count(*)::int as times, max(created_at) as latest from search_log
         where workspace_id = ${workspaceId} and created_at >= ${since} and (results = 0 or is_declined)
         group by lower(words) order by 2 desc, 3 desc limit ${limit}`,

    /** Deletes searches whose words hold one of these texts. */
    removeWith: (phrases: readonly string[]): Promise<number> =>
      tx.$executeRaw`
        delete from search_log
        where workspace_id = ${workspaceId} and exists (
          select from unnest(${[...phrases]}::text[]) as phrase
          where position(lower(phrase) in lower(search_log.words)) > 0
        )`,
  };
}
