import { real, text, timestamp } from "@besunny/sql/rows/column";

import { rawRows } from "../../raw-rows";
import type { PlatformClient } from "../platform-tx";

const budgets = rawRows({
  id: text,
  workspaceId: text,
  subjectKind: text,
  subjectId: text,
  period: text,
  amountMicro: real,
  spentMicro: real,
  reservedMicro: real,
  startsAt: timestamp,
});

/** Reads the budgets of all workspaces. Money is in millionths of a US dollar. */
export function platformBudgetRepository(prisma: PlatformClient) {
  return {
    /** Lists budgets with what was spent of each and is reserved in the window that holds an instant; those nearest to their end first. */
    list: (at: Date) =>
      budgets(prisma)`
        select b.id, b.workspace_id as "workspaceId", b.subject_kind as "subjectKind", b.subject_id as "subjectId", b.period,
               b.amount_micro::float8 as "amountMicro",
               coalesce((select sum(c.cost_micro) from model_calls c where c.workspace_id = b.workspace_id and c.state <> 'open'
                  and c.created_at >= date_trunc(b.period, ${at}::timestamptz, 'UTC') and budget_counts(b, c)), 0)::float8 as "spentMicro",
               coalesce((select sum(c.reserved_micro) from model_calls c where c.workspace_id = b.workspace_id and c.state = 'open'
                  and c.reserved_until > ${at}::timestamptz and budget_counts(b, c)), 0)::float8 as "reservedMicro",
               coalesce(date_trunc(b.period, ${at}::timestamptz, 'UTC'), b.created_at) as "startsAt"
          from budgets b
         order by b.workspace_id, b.subject_kind desc, b.subject_id, b.period limit 200`,
  };
}
