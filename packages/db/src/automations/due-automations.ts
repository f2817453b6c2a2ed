import { text } from "@besunny/sql/rows/column";

import type { PlatformTx } from "../platform/platform-tx";
import { rawRows } from "../raw-rows";

const rows = rawRows({ id: text, workspaceId: text });

/** Finds automations in all workspaces whose time has come. */
export function dueAutomationRepository(tx: PlatformTx) {
  return {
    list: (now: Date, limit: number) =>
      rows(tx)`
        select a.id, a.workspace_id as "workspaceId" from automations a
         where a.state = 'on' and a.next_at <= ${now}::timestamptz
           and exists (select from workspaces w where w.id = a.workspace_id and w.suspended_at is null)
         order by a.next_at, a.id limit ${limit}::int`,
  };
}
