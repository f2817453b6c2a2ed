import type { PlatformTx } from "../platform-tx";

/** The usage that goes to a provider, and the webhooks that come from it. */
export function billingProviderRepository(tx: PlatformTx) {
  return {
    /** Lists deliveries that wait, the oldest first, each with its customer. */
    waiting: async (limit: number) => {
      const rows = await tx.usageDelivery.findMany({
        where: { state: "waiting" },
        orderBy: [{ occurredAt: "asc" }, { identifier: "asc" }],
        take: limit,
        include: {
          workspace: { select: { billingAccount: { select: { customerId: true } } } },
        },
      });
      return rows.map(({ workspace, quantity, ...row }) => ({
        ...row,
        quantity: Number(quantity),
        customerId: workspace.billingAccount?.customerId ?? null,
      }));
    },

    /** Notes that a delivery is tried. The first try is kept: a provider knows identifiers for a day. */
    try: async (workspaceId: string, identifier: string, at: Date): Promise<void> => {
      await tx.usageDelivery.updateMany({
        where: { workspaceId, identifier, triedAt: null },
        data: { triedAt: at },
      });
    },

    end: async (
      workspaceId: string,
      identifier: string,
      given: { state: string; sentAt: Date | null; problem: string | null },
    ): Promise<void> => {
      await tx.usageDelivery.updateMany({ where: { workspaceId, identifier }, data: given });
    },

    /** Adds deliveries, each identifier once. */
    add: async (
      rows: readonly {
        workspaceId: string;
        identifier: string;
        meter: string;
        quantity: number;
        occurredAt: Date;
      }[],
    ): Promise<number> => {
      const { count } = await tx.usageDelivery.createMany({
        data: rows.map((row) => ({ ...row, quantity: BigInt(row.quantity) })),
        skipDuplicates: true,
      });
      return count;
    },

    /** Returns the sum of a meter that was sent for a workspace in a span. */
    told: async (workspaceId: string, meter: string, from: Date, to: Date): Promise<number> => {
      const { _sum } = await tx.usageDelivery.aggregate({
        where: { workspaceId, meter, occurredAt: { gte: from, lt: to } },
        _sum: { quantity: true },
      });
      return Number(_sum.quantity ?? 0);
    },

    /** Keeps that an event was received. Returns false if it was received before. */
    receive: async (given: {
      eventId: string;
      kind: string;
      customerId: string | null;
      toldAt: Date;
      receivedAt: Date;
      outcome: string;
    }): Promise<boolean> => {
      const { count } = await tx.billingWebhook.createMany({ data: [given], skipDuplicates: true });
      return count === 1;
    },

    listWebhooks: (limit: number) =>
      tx.billingWebhook.findMany({ orderBy: { receivedAt: "desc" }, take: limit }),

    accountOfCustomer: (customerId: string) =>
      tx.billingAccount.findUnique({ where: { customerId } }),

    accountOfWorkspace: (workspaceId: string) =>
      tx.billingAccount.findUnique({ where: { workspaceId } }),

    /** Writes the state of an account that a provider reported, unless a newer one is there. Returns false for old news. */
    believe: async (
      workspaceId: string,
      toldAt: Date,
      change: {
        state?: string;
        since?: Date;
        planId?: string;
        customerId?: string;
        subscriptionId?: string | null;
        trialEndsAt?: Date | null;
      },
      at: Date,
    ): Promise<boolean> => {
      const { count } = await tx.billingAccount.updateMany({
        where: { workspaceId, OR: [{ toldAt: null }, { toldAt: { lte: toldAt } }] },
        data: { ...change, toldAt, changedAt: at },
      });
      return count === 1;
    },

    /** Lists the accounts that pay by usage. */
    paying: () =>
      tx.billingAccount.findMany({
        where: { subscriptionId: { not: null }, customerId: { not: null } },
        orderBy: { workspaceId: "asc" },
        select: { workspaceId: true, customerId: true, planId: true },
      }),

    /** Keeps what both sides counted of a month. */
    compare: async (row: {
      workspaceId: string;
      meter: string;
      startsAt: Date;
      ours: number;
      theirs: number;
      lookedAt: Date;
    }): Promise<void> => {
      const { ours, theirs, lookedAt, ...key } = row;
      const counts = { ours: BigInt(ours), theirs: BigInt(theirs), lookedAt };
      await tx.billingComparison.upsert({
        where: { workspaceId_meter_startsAt: key },
        create: { ...key, ...counts },
        update: counts,
        select: { meter: true },
      });
    },

    comparisons: async (limit: number) =>
      (
        await tx.billingComparison.findMany({
          orderBy: [{ startsAt: "desc" }, { workspaceId: "asc" }, { meter: "asc" }],
          take: limit,
          include: { workspace: { select: { name: true } } },
        })
      ).map(({ ours, theirs, workspace, ...row }) => ({
        ...row,
        ours: Number(ours),
        theirs: Number(theirs),
        workspaceName: workspace.name,
      })),

    /** Counts deliveries by their state. */
    deliveryStates: async (): Promise<{ state: string; count: number }[]> =>
      (await tx.usageDelivery.groupBy({ by: ["state"], _count: { _all: true } })).map(
        ({ state, _count }) => ({ state, count: _count._all }),
      ),
  };
}
