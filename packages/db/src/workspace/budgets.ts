import { boolean, real, text, timestamp } from "@besunny/sql/rows/column";

import { newId } from "../ids";
import { rawRows } from "../raw-rows";
import type { Scope } from "../scope";
import type { Tx } from "./tx";

/** A budget with what was spent of it and what is reserved in the window that holds now. Money is in millionths of a US dollar. */
export type Budget = {
  id: string;
  subjectKind: string;
  /** Empty for the workspace. */
  subjectId: string;
  period: string;
  amountMicro: number;
  spentMicro: number;
  reservedMicro: number;
  startsAt: Date;
};

const budgets = rawRows({
  id: text,
  subjectKind: text,
  subjectId: text,
  period: text,
  amountMicro: real,
  spentMicro: real,
  reservedMicro: real,
  startsAt: timestamp,
});
const found = rawRows({ isThere: boolean });

/** Reads and writes the budgets of a workspace. What was spent is the sum of its calls, whenever the budget was made. */
export function budgetRepository(tx: Tx, { workspaceId }: Scope) {
  return {
    list: (at: Date): Promise<Budget[]> =>
      budgets(tx)`
        select b.id, b.subject_kind as "subjectKind", b.subject_id as "subjectId", b.period, b.amount_micro::float8 as "amountMicro",
               coalesce((select sum(c.cost_micro) from model_calls c where c.workspace_id = b.workspace_id and c.state <> 'open'
                  and c.created_at >= date_trunc(b.period, ${at}::timestamptz, 'UTC') and budget_counts(b, c)), 0)::float8 as "spentMicro",
               coalesce((select sum(c.reserved_micro) from model_calls c where c.workspace_id = b.workspace_id and c.state = 'open'
                  and c.reserved_until > ${at}::timestamptz and budget_counts(b, c)), 0)::float8 as "reservedMicro",
               coalesce(date_trunc(b.period, ${at}::timestamptz, 'UTC'), b.created_at) as "startsAt"
          from budgets b where b.workspace_id = ${workspaceId}
         order by b.subject_kind desc, b.subject_id, b.period`,

    /** Makes the budget of a subject, or changes its amount. Returns its id. */
    put: async (given: {
      subjectKind: string;
      subjectId: string;
      period: string;
      amountMicro: number;
      byId: string;
      at: Date;
    }): Promise<string> => {
      const { subjectKind, subjectId, period, amountMicro, byId, at } = given;
      const key = { workspaceId, subjectKind, subjectId, period };
      const { id } = await tx.budget.upsert({
        where: { workspaceId_subjectKind_subjectId_period: key },
        create: {
          id: newId("bud"),
          ...key,
          amountMicro,
          createdById: byId,
          createdAt: at,
          changedAt: at,
        },
        update: { amountMicro, changedAt: at },
        select: { id: true },
      });
      // People get a notice again of a share that the new amount has not passed yet.
      await tx.budgetWindow.updateMany({
        where: { workspaceId, budgetId: id },
        data: { level: 0 },
      });
      return id;
    },

    find: (id: string) =>
      tx.budget.findFirst({
        where: { workspaceId, id },
        select: { id: true, subjectKind: true, subjectId: true, period: true, amountMicro: true },
      }),

    remove: async (id: string): Promise<boolean> => {
      const { count } = await tx.budget.deleteMany({ where: { workspaceId, id } });
      return count > 0;
    },

    /** Returns whether calls whose price nobody knows may go out. */
    mayPayUnknown: async (): Promise<boolean> => {
      const [row] = await found(tx)`
        select exists (select 1 from spending_rules where workspace_id = ${workspaceId} and unknown_price = 'stop') as "isThere"`;
      return row?.isThere !== true;
    },

    setUnknownPrice: async (unknownPrice: "go" | "stop"): Promise<void> => {
      await tx.spendingRule.upsert({
        where: { workspaceId },
        create: { workspaceId, unknownPrice },
        update: { unknownPrice },
      });
    },
  };
}
