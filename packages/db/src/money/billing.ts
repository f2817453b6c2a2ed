import type { Prisma } from "../generated/client";
import { newId } from "../ids";
import type { Scope } from "../scope";
import type { Tx } from "../workspace/tx";
import { type PlanRow, planOf } from "./plan-rows";

/** The plan of a workspace and the state of its payments. */
export type AccountRow = {
  planId: string | null;
  state: string;
  since: Date;
  trialEndsAt: Date | null;
  customerId: string | null;
  subscriptionId: string | null;
};

export type InvoiceRow = {
  id: string;
  number: string;
  planName: string;
  startsAt: Date;
  endsAt: Date;
  currency: string;
  totalMinor: number;
  lines: unknown;
  issuedAt: Date;
};

/** Reads the plan and the account of a workspace, and keeps its invoices. */
export function billingRepository(tx: Tx, { workspaceId }: Scope) {
  return {
    account: (): Promise<AccountRow | null> =>
      tx.billingAccount.findUnique({
        where: { workspaceId },
        omit: { workspaceId: true, toldAt: true, changedAt: true },
      }),

    /** Returns the plan that holds: that of the workspace, else the default. */
    plan: async (): Promise<PlanRow | null> => {
      const account = await tx.billingAccount.findUnique({
        where: { workspaceId },
        select: { planId: true },
      });
      const plan = await tx.plan.findFirst({
        where: account?.planId ? { id: account.planId } : { isDefault: true },
        include: { limits: true },
      });
      return plan && planOf(plan);
    },

    /** Lists the plans that a workspace can choose. */
    plans: async (): Promise<PlanRow[]> =>
      (
        await tx.plan.findMany({
          where: { archivedAt: null },
          orderBy: [{ fixedMicro: "asc" }, { name: "asc" }],
          include: { limits: true },
        })
      ).map(planOf),

    /** Keeps the customer that the provider knows the workspace by. */
    setCustomer: async (customerId: string, at: Date): Promise<void> => {
      await tx.billingAccount.upsert({
        where: { workspaceId },
        create: { workspaceId, customerId, since: at, changedAt: at },
        update: { customerId, changedAt: at },
        select: { workspaceId: true },
      });
    },

    invoices: async (limit: number): Promise<InvoiceRow[]> =>
      (
        await tx.invoice.findMany({
          where: { workspaceId },
          orderBy: { startsAt: "desc" },
          take: limit,
        })
      ).map(invoiceOf),

    invoice: async (id: string): Promise<InvoiceRow | null> => {
      const row = await tx.invoice.findFirst({ where: { workspaceId, id } });
      return row && invoiceOf(row);
    },

    /** Issues the invoice of a month. Returns false if it was issued before. */
    issue: async (given: Omit<InvoiceRow, "id" | "lines"> & { lines: Prisma.InputJsonValue }) => {
      const { count } = await tx.invoice.createMany({
        data: [{ id: newId("bil"), workspaceId, ...given, totalMinor: BigInt(given.totalMinor) }],
        skipDuplicates: true,
      });
      return count === 1;
    },
  };
}

function invoiceOf({
  totalMinor,
  workspaceId: _,
  ...row
}: Prisma.InvoiceGetPayload<object>): InvoiceRow {
  return { ...row, totalMinor: Number(totalMinor) };
}
