import {
  bigint,
  boolean,
  integer,
  json,
  nullable,
  text,
  timestamp,
} from "@besunny/sql/rows/column";

import { rawRows } from "../raw-rows";
import type { Scope } from "../scope";
import type { Tx } from "../workspace/tx";
import { shownReason, shownState } from "./item-rows";

const itemRows = rawRows({
  externalId: text,
  name: text,
  mediaType: text,
  size: nullable(bigint),
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
  seenAt: timestamp,
  changedAt: timestamp,
  isFetchedAsItIs: boolean,
});
const originRows = rawRows({
  sourceId: text,
  externalId: text,
  sourceName: text,
  kind: text,
  isPractice: boolean,
  ownerId: text,
  webUrl: nullable(text),
  seenAt: timestamp,
  isGone: boolean,
});
const folderRows = rawRows({ name: text });

const DEEPEST = 40;

/** Reads where single items are, and where documents come from. */
export function sourceOriginRepository(tx: Tx, { workspaceId }: Scope) {
  return {
    findItem: async (sourceId: string, externalId: string) => {
      const [row] = await itemRows(tx)`
        select i.external_id as "externalId", i.name, i.media_type as "mediaType", i.size, i.modified_at as "modifiedAt", i.web_url as "webUrl",
               ${shownState} as state, ${shownReason} as reason,
               case when i.state = 'processing' then d.error_message else i.trouble end as trouble,
               case when i.state = 'processing' then d.error_remedy else i.remedy end as remedy,
               i.tries, i.next_try_at as "nextTryAt", i.document_id as "documentId", null::text as "parentName", i.facts,
               i.seen_at as "seenAt", i.changed_at as "changedAt", coalesce(i.fetched_revision = i.revision, false) as "isFetchedAsItIs"
          from source_items i left join documents d on d.id = i.document_id
         where i.workspace_id = ${workspaceId} and i.source_id = ${sourceId} and i.external_id = ${externalId} and not i.is_folder`;
      return row ?? null;
    },

    /** Returns the names of the folders above an item, from the outside in. */
    foldersAbove: async (sourceId: string, externalId: string): Promise<string[]> => {
      const rows = await folderRows(tx)`
        with recursive above(external_id, name, parent, depth) as (
          select i.external_id, null::text, i.parent_ids[1], 0 from source_items i
           where i.workspace_id = ${workspaceId} and i.source_id = ${sourceId} and i.external_id = ${externalId}
          union all
          select f.external_id, f.name, f.parent_ids[1], above.depth + 1 from above
            join source_items f on f.source_id = ${sourceId} and f.external_id = above.parent
           where above.depth < ${DEEPEST}::int
        )
        select name from above where depth > 0 order by depth desc`;
      return rows.map(({ name }) => name);
    },

    /** Returns where a document came from, or null if no source brought it. */
    ofDocument: async (documentId: string) => {
      const [row] = await originRows(tx)`
        select i.source_id as "sourceId", i.external_id as "externalId", s.name as "sourceName", s.kind,
               c.is_practice as "isPractice", c.owner_id as "ownerId", i.web_url as "webUrl",
               i.seen_at as "seenAt", i.state = 'gone' as "isGone"
          from source_items i join sources s on s.id = i.source_id join connections c on c.id = s.connection_id
         where i.workspace_id = ${workspaceId} and i.document_id = ${documentId} and s.removed_at is null
         order by i.state = 'gone', i.seen_at desc limit 1`;
      return row ?? null;
    },
  };
}
