import type { Scope } from "../../scope";
import type { Tx } from "../tx";

export type StoredProviderRule = {
  host: string;
  region: string | null;
  isAllowed: boolean;
  reason: string;
};

const columns = { host: true, region: true, isAllowed: true, reason: true } as const;

/** Stores the region of the workspace, what it says of servers, and where its documents were processed. */
export function residencyRepository(tx: Tx, { workspaceId }: Scope) {
  return {
    region: async (): Promise<string | null> => {
      const where = { id: workspaceId };
      return (await tx.workspace.findUniqueOrThrow({ where, select: { region: true } })).region;
    },

    setRegion: async (region: string | null): Promise<void> => {
      await tx.workspace.updateMany({ where: { id: workspaceId }, data: { region } });
    },

    listRules: (): Promise<StoredProviderRule[]> =>
      tx.providerRule.findMany({
        where: { workspaceId },
        orderBy: { host: "asc" },
        select: columns,
      }),

    saveRule: async (
      { host, ...rule }: StoredProviderRule,
      by: { changedById: string | null; changedAt: Date },
    ): Promise<void> => {
      await tx.providerRule.upsert({
        where: { workspaceId_host: { workspaceId, host } },
        create: { workspaceId, host, ...rule, ...by },
        update: { ...rule, ...by },
      });
    },

    /** Returns the servers that were called, with the number of calls; of one document if it is given. */
    countCalls: async (
      documentId?: string,
    ): Promise<{ server: string; model: string; calls: number; lastAt: Date | null }[]> => {
      const rows = await tx.modelCall.groupBy({
        by: ["server", "model"],
        where: { workspaceId, state: { not: "refused" }, ...(documentId && { documentId }) },
        _count: { _all: true },
        _max: { createdAt: true },
        orderBy: { server: "asc" },
      });
      return rows.map(({ server, model, _count, _max }) => ({
        server,
        model,
        calls: _count._all,
        lastAt: _max.createdAt,
      }));
    },
  };
}
