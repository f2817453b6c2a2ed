import { integer, text } from "@besunny/sql/rows/column";
import { rawRows } from "../raw-rows";
import type { Scope } from "../scope";
import type { Tx } from "../workspace/tx";
import { shownReason, shownState } from "./item-rows";

const claimedRows = rawRows({
  externalId: text,
  name: text,
  mediaType: text,
  revision: text,
  tries: integer,
});
export type ClaimedItem = Awaited<ReturnType<ReturnType<typeof claimedRows>>>[number];
const documentRows = rawRows({ id: text });
const waitingRows = rawRows({ waiting: integer, unread: integer });

/** Hands out what waits to be fetched, to several workers at once. */
export function sourcePumpRepository(tx: Tx, { workspaceId }: Scope) {
  return {
    /** Leases items, the newest first. An item whose lease has run out is handed out again. */
    claim: (sourceId: string, given: { limit: number; now: Date; until: Date }) => {
      const { limit, now, until } = given;
      return claimedRows(tx)`
        with next as materialized (
          select external_id from source_items
           where workspace_id = ${workspaceId} and source_id = ${sourceId} and not is_folder
             and ((state = 'waiting' and (next_try_at is null or next_try_at <= ${now}::timestamptz))
               or (state = 'fetching' and leased_until <= ${now}::timestamptz))
           order by modified_at desc, external_id limit ${limit}::int for update skip locked
        )
        update source_items i set state = 'fetching', leased_until = ${until}::timestamptz
          from next where i.source_id = ${sourceId} and i.external_id = next.external_id
        returning i.external_id as "externalId", i.name, i.media_type as "mediaType", i.revision, i.tries`;
    },

    /** Returns leased items unchanged: a wait that the provider asks for is no try. */
    release: async (sourceId: string, ids: readonly string[], at: Date | null): Promise<void> => {
      await tx.sourceItem.updateMany({
        where: { workspaceId, sourceId, externalId: { in: [...ids] }, state: "fetching" },
        data: { state: "waiting", leasedUntil: null, ...(at && { nextTryAt: at }) },
      });
    },

    /** Counts what can be fetched now, and the documents of the source that wait to be read. */
    countWaiting: async (sourceId: string, now: Date) => {
      const [row] = await waitingRows(tx)`
        select (select count(*)::int from source_items where workspace_id = ${workspaceId} and source_id = ${sourceId} and not is_folder
                  and ((state = 'waiting' and (next_try_at is null or next_try_at <= ${now}::timestamptz))
                    or (state = 'fetching' and leased_until <= ${now}::timestamptz))) as waiting,
               (select count(*)::int from source_items i join documents d on d.id = i.document_id
                 where i.workspace_id = ${workspaceId} and i.source_id = ${sourceId} and i.state = 'processing'
                   and d.status in ('pending', 'processing') and d.trashed_at is null) as unread`;
      return row ?? { waiting: 0, unread: 0 };
    },

    /** Lets failed or skipped items be fetched again. Returns how many there were. */
    retry: async (sourceId: string, { ids, state, reason }: Retried): Promise<number> => {
      const { count } = await tx.sourceItem.updateMany({
        where: {
          workspaceId,
          sourceId,
          state,
          isFolder: false,
          ...(reason !== null && { reason }),
          ...(ids && { externalId: { in: [...ids] } }),
        },
        data: {
          state: "waiting",
          tries: 0,
          nextTryAt: null,
          reason: null,
          trouble: null,
          remedy: null,
        },
      });
      return count;
    },

    /** Lists documents of the source that failed here, or were cancelled, the newest first. */
    listFailedDocuments: async (
      sourceId: string,
      { ids, reason, limit }: Omit<Retried, "state"> & { limit: number },
    ): Promise<string[]> => {
      const rows = await documentRows(tx)`
        select d.id from source_items i join documents d on d.id = i.document_id
         where i.workspace_id = ${workspaceId} and i.source_id = ${sourceId} and ${shownState} = 'failed' and i.state = 'processing'
           and (${ids === null} or i.external_id = any(${[...(ids ?? [])]}::text[]))
           and (${reason}::text is null or ${shownReason} = ${reason ?? ""})
         order by i.modified_at desc, i.external_id limit ${limit}::int`;
      return rows.map(({ id }) => id);
    },
  };
}

/** The items to try again: those of a state, of one reason alone, or named ones. Null means all. */
export type Retried = {
  ids: readonly string[] | null;
  state: "failed" | "skipped";
  reason: string | null;
};
