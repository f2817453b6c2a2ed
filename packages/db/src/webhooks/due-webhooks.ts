import { text } from "@besunny/sql/rows/column";

import type { PlatformTx } from "../platform/platform-tx";
import { rawRows } from "../raw-rows";

const rows = rawRows({ workspaceId: text, endpointId: text });

/** Claims endpoints in all workspaces that have something to send. An endpoint is a lane: one claim holds it. */
export function dueWebhookRepository(tx: PlatformTx) {
  return {
    claim: ({ now, until, limit }: { now: Date; until: Date; limit: number }) =>
      rows(tx)`
        with due as materialized (
          select e.id from webhook_endpoints e
           where (e.claimed_until is null or e.claimed_until <= ${now}::timestamptz)
             and exists (select from workspaces w where w.id = e.workspace_id and w.suspended_at is null)
             and (e.state = 'on' and exists (select from happenings h where h.workspace_id = e.workspace_id and h.seq > e.told_seq)
               or exists (select from webhook_messages m where m.endpoint_id = e.id and m.next_at <= ${now}::timestamptz
                             and (e.state = 'on' or m.is_test)))
           order by e.claimed_until nulls first, e.id limit ${limit}::int for update of e skip locked
        )
        update webhook_endpoints e set claimed_until = ${until}::timestamptz from due where e.id = due.id
        returning e.workspace_id as "workspaceId", e.id as "endpointId"`,
  };
}
