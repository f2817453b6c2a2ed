import type { PlatformTx } from "../platform-tx";

export type StoredRate = {
  workspaceId: string;
  bucket: string;
  points: number;
  reason: string;
  changedById: string;
  changedAt: Date;
};

/** Stores the limits of requests that differ for a workspace. */
export function workspaceRateRepository(tx: PlatformTx) {
  return {
    /** Returns the limits of all workspaces; a workspace with the usual ones has no row. */
    list: (): Promise<StoredRate[]> =>
      tx.workspaceRate.findMany({ orderBy: [{ workspaceId: "asc" }, { bucket: "asc" }] }),

    listOf: (workspaceId: string): Promise<StoredRate[]> =>
      tx.workspaceRate.findMany({ where: { workspaceId }, orderBy: { bucket: "asc" } }),

    save: async ({ workspaceId, bucket, ...rate }: StoredRate): Promise<void> => {
      await tx.workspaceRate.upsert({
        where: { workspaceId_bucket: { workspaceId, bucket } },
        create: { workspaceId, bucket, ...rate },
        update: rate,
      });
    },

    remove: async (workspaceId: string, bucket: string): Promise<void> => {
      await tx.workspaceRate.deleteMany({ where: { workspaceId, bucket } });
    },
  };
}
