import type { Prisma } from "../../generated/client";
import { newId } from "../../ids";
import type { Scope } from "../../scope";
import type { Tx } from "../../workspace/tx";

const columns = {
  id: true,
  name: true,
  type: true,
  projectId: true,
  sourceId: true,
  amount: true,
  unit: true,
  countsFrom: true,
  trashDays: true,
  createdAt: true,
} as const satisfies Prisma.RetentionRuleSelect;

export type StoredRule = Prisma.RetentionRuleGetPayload<{ select: typeof columns }>;
export type NewRule = Omit<StoredRule, "id" | "createdAt">;

/** Keeps the rules of retention of a workspace. */
export function retentionRuleRepository(tx: Tx, { workspaceId }: Scope) {
  return {
    /** Makes others who change rules wait until the transaction ends. */
    lock: async (): Promise<void> => {
      await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`${workspaceId}/retention`}, 0))`;
    },

    create: (rule: NewRule, by: { byId: string; at: Date }): Promise<StoredRule> =>
      tx.retentionRule.create({
        data: {
          id: newId("ret"),
          workspaceId,
          ...rule,
          createdById: by.byId,
          createdAt: by.at,
        },
        select: columns,
      }),

    find: (id: string): Promise<StoredRule | null> =>
      tx.retentionRule.findFirst({ where: { workspaceId, id }, select: columns }),

    /** Lists all rules, the oldest first. */
    list: (): Promise<StoredRule[]> =>
      tx.retentionRule.findMany({
        where: { workspaceId },
        orderBy: [{ createdAt: "asc" }, { id: "asc" }],
        select: columns,
      }),

    change: async (id: string, rule: NewRule): Promise<void> => {
      await tx.retentionRule.updateMany({ where: { workspaceId, id }, data: rule });
    },

    remove: async (id: string): Promise<void> => {
      await tx.retentionRule.deleteMany({ where: { workspaceId, id } });
    },
  };
}
