import {
  boolean,
  integer,
  nativeBigint,
  nullable,
  text,
  timestamp,
} from "@besunny/sql/rows/column";

import { rawRows } from "../../raw-rows";
import { shownReason, shownState } from "../../sources/item-rows";
import type { PlatformTx } from "../platform-tx";

const connectionRows = rawRows({
  id: text,
  workspaceId: text,
  workspaceName: text,
  provider: text,
  kind: text,
  isPractice: boolean,
  state: text,
  stateReason: nullable(text),
  blockedUntil: nullable(timestamp),
  lastOkAt: nullable(timestamp),
  createdAt: timestamp,
});
const sourceRows = rawRows({
  id: text,
  connectionId: text,
  kind: text,
  visibility: text,
  state: text,
  stateReason: nullable(text),
  phase: text,
  failures: integer,
  dueAt: timestamp,
  lastListedAt: nullable(timestamp),
  lastLookedAt: nullable(timestamp),
  counted: nullable(integer),
  pushExpiresAt: nullable(timestamp),
  pushFailures: nullable(integer),
  requests: nativeBigint,
  throttledMs: nativeBigint,
});
const itemRows = rawRows({
  sourceId: text,
  state: text,
  reason: nullable(text),
  items: integer,
});

/** Counts what comes from where in all workspaces. Accounts, folders and files have no name here. */
export function connectorRepository(tx: PlatformTx) {
  return {
    connections: () => connectionRows(tx)`
      select c.id, c.workspace_id as "workspaceId", w.name as "workspaceName", c.provider, c.kind, c.is_practice as "isPractice",
             c.state, c.state_reason as "stateReason", c.blocked_until as "blockedUntil", c.last_ok_at as "lastOkAt", c.created_at as "createdAt"
        from connections c join workspaces w on w.id = c.workspace_id
       order by w.name, c.provider, c.created_at, c.id limit 2000`,

    /** `requests` are the pages that were asked for since then, and `throttledMs` how long providers held them back. */
    sources: (since: Date) => sourceRows(tx)`
      select s.id, s.connection_id as "connectionId", s.kind, s.visibility, s.state, s.state_reason as "stateReason", s.phase, s.failures,
             s.due_at as "dueAt", s.last_listed_at as "lastListedAt", s.last_looked_at as "lastLookedAt", s.counted,
             p.expires_at as "pushExpiresAt", p.failures as "pushFailures",
             coalesce(l.requests, 0)::bigint as requests, coalesce(l.throttled, 0)::bigint as "throttledMs"
        from sources s left join source_watches p on p.source_id = s.id
        left join (
          select source_id, sum(pages) as requests, sum(throttled_ms) as throttled from source_looks
           where began_at >= ${since}::timestamptz group by source_id) as l on l.source_id = s.id
       where s.removed_at is null order by s.connection_id, s.created_at, s.id limit 5000`,

    /** The states of the items of each source, with the reasons. */
    items: () => itemRows(tx)`
      select source_id as "sourceId", state, reason, count(*)::int as items from (
        select i.source_id, ${shownState} as state, ${shownReason} as reason
          from source_items i left join documents d on i.state = 'processing' and d.id = i.document_id
         where not i.is_folder) as shown
       group by 1, 2, 3 order by 1, 2, 3`,
  };
}
