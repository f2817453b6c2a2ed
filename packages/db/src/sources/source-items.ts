import {
  boolean,
  integer,
  json,
  nativeBigint,
  nullable,
  text,
  timestamp,
} from "@besunny/sql/rows/column";
import { afterKey, type Page, toPage } from "../cursor";
import { Prisma } from "../generated/client";
import { rawRows } from "../raw-rows";
import type { Scope } from "../scope";
import type { Tx } from "../workspace/tx";
import { pageTable, type Recorded, type RecordedItem, shownReason, shownState } from "./item-rows";

const recordedRows = rawRows({
  externalId: text,
  isNew: boolean,
  isChanged: boolean,
  state: text,
  before: nullable(text),
  documentId: nullable(text),
  grantsKey: nullable(text),
  isRenamed: boolean,
  isRegranted: boolean,
  isMoved: boolean,
});
const goneRows = rawRows({ externalId: text, documentId: nullable(text) });
const placeRows = rawRows({ documentId: nullable(text), name: text, folder: nullable(text) });
const countRows = rawRows({
  sourceId: text,
  state: text,
  reason: nullable(text),
  items: integer,
  bytes: nativeBigint,
});
const totalRows = rawRows({ older: integer, all: integer });
const itemRows = rawRows({
  externalId: text,
  name: text,
  mediaType: text,
  size: nullable(nativeBigint),
  modifiedAt: timestamp,
  webUrl: nullable(text),
  state: text,
  reason: nullable(text),
  trouble: nullable(text),
  remedy: nullable(text),
  tries: integer,
  nextTryAt: nullable(timestamp),
  documentId: nullable(text),
  parentName: nullable(text),
  facts: nullable(json),
});

/** True for an event outside of the span of time that the last listing of its calendar showed. */
const isOutsideWindow = Prisma.sql`exists (
  select from calendar_events e join sources s on s.id = e.source_id
   where e.source_id = i.source_id and e.external_id = i.external_id and (e.ended_at <= s.listed_from or e.began_at >= s.listed_to))`;

/** An item as people see it. */
export type ShownItem = Awaited<ReturnType<ReturnType<typeof itemRows>>>[number];
export type ItemCount = {
  sourceId: string;
  state: string;
  reason: string | null;
  items: number;
  bytes: number;
};
export type ItemFilter = {
  state?: string | undefined;
  reason?: string | undefined;
  name?: string | undefined;
};

/** Reads and writes what a source holds. */
export function sourceItemRepository(tx: Tx, { workspaceId }: Scope) {
  return {
    /**
     * Records a page. What was there is changed, and each row says what its document needs. The rows before are counted first: PostgreSQL would else
     * look for them after they have changed, and not find them.
     */
    record: async (
      sourceId: string,
      { items, generation, at }: { items: readonly RecordedItem[]; generation: number; at: Date },
    ): Promise<Recorded[]> => {
      if (items.length === 0) return [];
      return recordedRows(tx)`
        with given as materialized (select * from ${pageTable(items)}),
        before as materialized (
          select i.* from source_items i join given g on i.external_id = g."externalId" where i.source_id = ${sourceId} for update of i
        ), put as (
          insert into source_items as i (source_id, external_id, workspace_id, generation, parent_ids, place, name, media_type, size, revision,
                 modified_at, web_url, is_folder, facts, grants_key, state, reason, seen_at, changed_at)
          select ${sourceId}, "externalId", ${workspaceId}, ${generation}::int, "parentIds", place, name, "mediaType", size, revision,
                 "modifiedAt", "webUrl", "isFolder", facts, "grantsKey", want, reason, ${at}::timestamptz, ${at}::timestamptz
            from given where (select count(*) from before) >= 0
          on conflict (source_id, external_id) do update set
                 generation = excluded.generation, parent_ids = excluded.parent_ids, place = excluded.place, name = excluded.name, media_type = excluded.media_type,
                 size = excluded.size, revision = excluded.revision, modified_at = excluded.modified_at, web_url = excluded.web_url,
                 is_folder = excluded.is_folder, facts = excluded.facts, grants_key = excluded.grants_key, seen_at = excluded.seen_at,
                 state = case
                   when excluded.state <> 'waiting' then excluded.state
                   when i.state in ('waiting', 'fetching') then i.state
                   when i.state = 'failed' and i.revision = excluded.revision then 'failed'
                   when i.document_id is not null and i.fetched_revision = excluded.revision then 'processing'
                   -- A person threw its document away here, so that it is left out for good.
                   when i.state = 'processing' and i.document_id is not null and not exists (
                     select from documents d where d.id = i.document_id and d.workspace_id = ${workspaceId}
                        and (d.trashed_at is null or d.trash_reason is not null)) then 'processing'
                   else 'waiting' end,
                 reason = case
                   when excluded.state <> 'waiting' then excluded.reason
                   when i.state = 'failed' and i.revision = excluded.revision then i.reason end,
                 tries = case when i.revision = excluded.revision then i.tries else 0 end,
                 next_try_at = case when i.revision = excluded.revision then i.next_try_at end,
                 trouble = case when i.revision = excluded.revision and i.state <> 'gone' then i.trouble end,
                 remedy = case when i.revision = excluded.revision and i.state <> 'gone' then i.remedy end,
                 changed_at = case when (i.revision, i.name, i.parent_ids) is distinct from (excluded.revision, excluded.name, excluded.parent_ids)
                   then excluded.changed_at else i.changed_at end
          returning i.external_id, i.state, i.document_id, i.grants_key
        )
        select p.external_id as "externalId", b.external_id is null as "isNew", p.state, b.state as before, p.document_id as "documentId", p.grants_key as "grantsKey",
               b.external_id is not null and ((b.revision, b.name, b.parent_ids) is distinct from (g.revision, g.name, g."parentIds")
                 or b.state = 'gone' or (p.state <> b.state and p.state <> 'waiting')) as "isChanged",
               coalesce(b.name <> g.name, false) as "isRenamed",
               b.external_id is not null and b.grants_key is distinct from g."grantsKey" as "isRegranted",
               coalesce(b.parent_ids <> g."parentIds", false) as "isMoved"
          from put p join given g on g."externalId" = p.external_id left join before b on b.external_id = p.external_id`;
    },

    /** Takes these items for gone, and what is in them. Returns the documents of those that were not gone before. */
    markGone: async (
      sourceId: string,
      gone: { ids: readonly string[]; places: readonly string[]; reason: string; at: Date },
    ) => {
      const { ids, places, reason, at } = gone;
      if (ids.length === 0 && places.length === 0) return [];
      return goneRows(tx)`
        with recursive lost(external_id) as (${lostOf(sourceId, { ids, places })})
        update source_items i set state = 'gone', reason = ${reason}, leased_until = null, next_try_at = null, changed_at = ${at}::timestamptz
          from lost where i.source_id = ${sourceId} and i.external_id = lost.external_id and i.state <> 'gone'
        returning i.external_id as "externalId", i.document_id as "documentId"`;
    },

    /** Counts what `markGone` would take for gone, beside all that is there. */
    countGone: async (
      sourceId: string,
      { ids, places }: { ids: readonly string[]; places: readonly string[] },
    ) => {
      const [row] = await totalRows(tx)`
        with recursive lost(external_id) as (${lostOf(sourceId, { ids, places })})
        select (select count(*)::int from lost join source_items i on i.source_id = ${sourceId} and i.external_id = lost.external_id
                 where i.state <> 'gone' and not i.is_folder) as older,
               (select count(*)::int from source_items where source_id = ${sourceId} and state <> 'gone' and not is_folder) as "all"`;
      return row ?? { older: 0, all: 0 };
    },

    /** Counts what a whole listing did not show, beside all that is there. Folders count in neither. */
    countOlder: async (sourceId: string, generation: number) => {
      const [row] = await totalRows(tx)`
        select count(*) filter (where i.generation < ${generation}::int and not ${isOutsideWindow})::int as older, count(*)::int as "all"
          from source_items i where i.source_id = ${sourceId} and i.state <> 'gone' and not i.is_folder`;
      return row ?? { older: 0, all: 0 };
    },

    /** Takes for gone what a whole listing did not show, some at a time. */
    markOlderGone: async (
      sourceId: string,
      { generation, limit, at }: { generation: number; limit: number; at: Date },
    ) =>
      goneRows(tx)`
        update source_items i set state = 'gone', reason = 'deleted', leased_until = null, next_try_at = null, changed_at = ${at}::timestamptz
         where i.source_id = ${sourceId} and i.external_id in (
           select i.external_id from source_items i where i.source_id = ${sourceId} and i.generation < ${generation}::int and i.state <> 'gone'
              and not ${isOutsideWindow} order by i.external_id limit ${limit}::int)
        returning i.external_id as "externalId", i.document_id as "documentId"`,

    /** Takes items out of a removed source, some at a time. Returns their documents. */
    takeOut: async (sourceId: string, limit: number) =>
      goneRows(tx)`
        delete from source_items i where i.workspace_id = ${workspaceId} and i.source_id = ${sourceId} and i.external_id in (
          select external_id from source_items where source_id = ${sourceId} order by external_id limit ${limit}::int)
        returning i.external_id as "externalId", i.document_id as "documentId"`,

    /** Counts the items of these sources by state and reason, as people see them. */
    count: async (sourceIds: readonly string[]): Promise<ItemCount[]> => {
      if (sourceIds.length === 0) return [];
      const rows = await countRows(tx)`
        select source_id as "sourceId", state, reason, count(*)::int as items, coalesce(sum(size), 0)::bigint as bytes from (
          select i.source_id, ${shownState} as state, ${shownReason} as reason, i.size
            from source_items i left join documents d on i.state = 'processing' and d.id = i.document_id
           where i.workspace_id = ${workspaceId} and i.source_id = any(${[...sourceIds]}::text[]) and not i.is_folder) as shown
         group by 1, 2, 3 order by 1, 2, 3`;
      return rows.map(({ bytes, ...row }) => ({ ...row, bytes: Number(bytes) }));
    },

    list: async (
      sourceId: string,
      filter: ItemFilter,
      { limit, cursor }: { limit: number; cursor?: string | null | undefined },
    ): Promise<Page<ShownItem>> => {
      const after = afterKey(cursor, "source-items", (key) => isoOf(key));
      const afterId = after ? ofCursorId(after.id) : "";
      const rows = await itemRows(tx)`
        select * from (
          select i.external_id as "externalId", i.name, i.media_type as "mediaType", i.size, i.modified_at as "modifiedAt", i.web_url as "webUrl",
                 ${shownState} as state, ${shownReason} as reason,
                 case when i.state = 'processing' then d.error_message else i.trouble end as trouble,
                 case when i.state = 'processing' then d.error_remedy else i.remedy end as remedy,
                 i.tries, i.next_try_at as "nextTryAt", i.document_id as "documentId",
                 (select f.name from source_items f where f.source_id = i.source_id and f.external_id = i.parent_ids[1]) as "parentName", i.facts
            from source_items i left join documents d on d.id = i.document_id
           where i.workspace_id = ${workspaceId} and i.source_id = ${sourceId} and not i.is_folder
             and (${after === null} or (i.modified_at, i.external_id) < (${after?.key ?? new Date(0)}::timestamptz, ${afterId}))
             and (${filter.name ?? null}::text is null or position(lower(${filter.name ?? ""}) in lower(i.name)) > 0)) as shown
         where (${filter.state ?? null}::text is null or state = ${filter.state ?? ""})
           and (${filter.reason ?? null}::text is null or reason = ${filter.reason ?? ""})
         order by "modifiedAt" desc, "externalId" desc limit ${limit + 1}`;
      return toPage(rows, {
        limit,
        list: "source-items",
        keyOf: ({ modifiedAt, externalId }) => [modifiedAt.toISOString(), cursorIdOf(externalId)],
      });
    },

    /** Returns name and folder of the documents of these items, and of those that lie in them. */
    listPlaces: async (sourceId: string, ids: readonly string[], limit: number) => {
      const rows = await placeRows(tx)`
        with recursive below(external_id) as (
          select external_id from source_items where source_id = ${sourceId} and external_id = any(${[...ids]}::text[])
          union
          select i.external_id from below join source_items f on f.source_id = ${sourceId} and f.external_id = below.external_id and f.is_folder
            join source_items i on i.source_id = ${sourceId} and i.parent_ids && array[f.external_id]
        ), chosen as (
          select i.external_id, i.document_id, i.name, i.parent_ids[1] as parent from below join source_items i
              on i.source_id = ${sourceId} and i.external_id = below.external_id
           where i.document_id is not null and i.state <> 'gone' order by i.external_id limit ${limit}::int
        ), ${abovePath(sourceId)}`;
      return rows.flatMap(({ documentId, ...row }) => (documentId ? [{ documentId, ...row }] : []));
    },

    /** Returns the folder in which an item is. */
    placeOf: (sourceId: string, externalId: string) =>
      placeRows(tx)`
        with recursive chosen as (
          select external_id, document_id, name, parent_ids[1] as parent from source_items
           where source_id = ${sourceId} and external_id = ${externalId}
        ), ${abovePath(sourceId)}`,

    /** Returns what is kept of those of these items that have facts of a mail. */
    listLearned: (sourceId: string, ids: readonly string[]) =>
      tx.sourceItem.findMany({
        where: {
          workspaceId,
          sourceId,
          externalId: { in: [...ids] },
          facts: { not: Prisma.DbNull },
        },
        select: {
          externalId: true,
          revision: true,
          name: true,
          modifiedAt: true,
          facts: true,
          state: true,
        },
      }),

    find: (sourceId: string, externalId: string) =>
      tx.sourceItem.findFirst({ where: { workspaceId, sourceId, externalId } }),

    change: async (
      sourceId: string,
      externalId: string,
      changes: Prisma.SourceItemUpdateManyMutationInput,
    ): Promise<void> => {
      await tx.sourceItem.updateMany({
        where: { workspaceId, sourceId, externalId },
        data: changes,
      });
    },
  };
}

/** The items that go with these: what is in a folder goes with it, also what is below a place. */
function lostOf(
  sourceId: string,
  { ids, places }: { ids: readonly string[]; places: readonly string[] },
): Prisma.Sql {
  return Prisma.sql`
    (select external_id from source_items where source_id = ${sourceId} and external_id = any(${[...ids]}::text[])
     union
     select i.external_id from unnest(${[...places]}::text[]) p join source_items i
         on i.source_id = ${sourceId} and (i.place = p or starts_with(i.place, p || '/')))
    union
    select i.external_id from lost join source_items f on f.source_id = ${sourceId} and f.external_id = lost.external_id and f.is_folder
      join source_items i on i.source_id = ${sourceId} and i.parent_ids && array[f.external_id]`;
}

/** The names of the folders above the chosen items, from the outside in. Folders above the root of the source are not known. */
function abovePath(sourceId: string): Prisma.Sql {
  return Prisma.sql`above(external_id, parent, path, depth) as (
      select external_id, parent, array[]::text[], 0 from chosen
      union all
      select a.external_id, f.parent_ids[1], f.name || a.path, a.depth + 1 from above a join source_items f
          on f.source_id = ${sourceId} and f.external_id = a.parent and f.is_folder
       where a.depth < 40
    )
    select c.document_id as "documentId", c.name,
           (select nullif(array_to_string(a.path, '/'), '') from above a where a.external_id = c.external_id order by a.depth desc limit 1) as folder
      from chosen c order by c.external_id`;
}

/** Ids of providers may hold any letter, and those of cursors may not. */
const cursorIdOf = (externalId: string) => `i_${Buffer.from(externalId).toString("hex")}`;
const ofCursorId = (id: string) => Buffer.from(id.slice(2), "hex").toString();
const isoOf = (text: string) => (Number.isNaN(Date.parse(text)) ? undefined : new Date(text));
