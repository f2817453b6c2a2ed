import { newId } from "../../ids";
import { type PlanRow, planOf } from "../../money/plan-rows";
import type { PlatformTx } from "../platform-tx";

type Given = Omit<PlanRow, "id" | "archivedAt">;

/** Reads and changes plans, the plan of a workspace, and its own limits. */
export function planRepository(tx: PlatformTx) {
  return {
    list: async (): Promise<(PlanRow & { workspaces: number })[]> => {
      const rows = await tx.plan.findMany({
        orderBy: [{ fixedMicro: "asc" }, { name: "asc" }],
        include: { limits: true, _count: { select: { accounts: true } } },
      });
      return rows.map(({ _count, ...row }) => ({ ...planOf(row), workspaces: _count.accounts }));
    },

    find: async (id: string): Promise<PlanRow | null> => {
      const row = await tx.plan.findUnique({ where: { id }, include: { limits: true } });
      return row && planOf(row);
    },

    /** Makes a plan, or changes all of one. Returns its id. The default moves to it if it is given so. */
    put: async (id: string | null, { meters, ...plan }: Given, at: Date): Promise<string> => {
      if (plan.isDefault)
        await tx.plan.updateMany({ where: { isDefault: true }, data: { isDefault: false } });
      const data = { ...plan, fixedMicro: BigInt(plan.fixedMicro), changedAt: at };
      const kept = id ?? newId("pln");
      if (id) await tx.plan.update({ where: { id }, data, select: { id: true } });
      else
        await tx.plan.create({ data: { id: kept, ...data, createdAt: at }, select: { id: true } });
      await tx.planLimit.deleteMany({ where: { planId: kept } });
      await tx.planLimit.createMany({
        data: meters.map(({ meter, soft, hard, per, tiers }) => ({
          planId: kept,
          meter,
          soft: soft === null ? null : BigInt(soft),
          hard: hard === null ? null : BigInt(hard),
          per: BigInt(per),
          tiers,
        })),
      });
      return kept;
    },

    archive: async (id: string, at: Date | null): Promise<void> => {
      await tx.plan.update({ where: { id }, data: { archivedAt: at }, select: { id: true } });
    },

    accountOf: async (workspaceId: string) => {
      const [account, limits] = [
        await tx.billingAccount.findUnique({ where: { workspaceId } }),
        await tx.workspaceLimit.findMany({ where: { workspaceId }, orderBy: { meter: "asc" } }),
      ];
      return {
        account,
        limits: limits.map(({ meter, soft, hard }) => ({
          meter,
          soft: soft === null ? null : Number(soft),
          hard: hard === null ? null : Number(hard),
        })),
      };
    },

    /** Sets the plan of a workspace, at once. */
    assign: async (
      workspaceId: string,
      {
        planId,
        state,
        trialEndsAt,
        at,
      }: { planId: string | null; state: string; trialEndsAt: Date | null; at: Date },
    ): Promise<void> => {
      await tx.billingAccount.upsert({
        where: { workspaceId },
        create: { workspaceId, planId, state, since: at, trialEndsAt, changedAt: at },
        update: { planId, state, since: at, trialEndsAt, changedAt: at },
        select: { workspaceId: true },
      });
    },

    /** Puts limits of a workspace in place of those of its plan; null takes them away. */
    setLimit: async (
      workspaceId: string,
      meter: string,
      limit: { soft: number | null; hard: number | null } | null,
      at: Date,
    ): Promise<void> => {
      if (limit === null) {
        await tx.workspaceLimit.deleteMany({ where: { workspaceId, meter } });
        return;
      }
      const data = {
        soft: limit.soft === null ? null : BigInt(limit.soft),
        hard: limit.hard === null ? null : BigInt(limit.hard),
        changedAt: at,
      };
      await tx.workspaceLimit.upsert({
        where: { workspaceId_meter: { workspaceId, meter } },
        create: { workspaceId, meter, ...data },
        update: data,
        select: { meter: true },
      });
    },

    /** Lists what workspaces ask for more of, those that wait first. */
    listRequests: async (limit: number) => {
      const rows = await tx.quotaRequest.findMany({
        orderBy: { askedAt: "desc" },
        take: limit,
        include: { workspace: { select: { name: true } } },
      });
      const waits = ({ state }: { state: string }) => (state === "open" ? 0 : 1);
      return rows
        .map(({ workspace, wanted, ...row }) => ({
          ...row,
          wanted: Number(wanted),
          workspaceName: workspace.name,
        }))
        .toSorted((one, other) => waits(one) - waits(other));
    },

    findRequest: async (id: string) => {
      const row = await tx.quotaRequest.findUnique({ where: { id } });
      return row && { ...row, wanted: Number(row.wanted) };
    },

    /** Answers a request that waits. Returns false if it was answered before. */
    answer: async (
      id: string,
      given: { state: string; answer: string; answeredAt: Date },
    ): Promise<boolean> => {
      const { count } = await tx.quotaRequest.updateMany({
        where: { id, state: "open" },
        data: given,
      });
      return count === 1;
    },
  };
}
