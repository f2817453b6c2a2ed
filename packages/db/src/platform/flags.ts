import type { PlatformTx } from "./platform-tx";

/** A decision about a flag; `percentage` is from 0 to 100. */
export type StoredFlag = {
  key: string;
  isKilled: boolean;
  isOn: boolean;
  percentage: number;
  changedAt: Date;
  workspaces: { workspaceId: string; isOn: boolean }[];
};

/** Stores decisions about feature flags. Each change is announced, so that every process reads them again. */
export function flagRepository(tx: PlatformTx) {
  const announce = (key: string) => tx.$executeRaw`select pg_notify('besunny_flags', ${key})`;

  return {
    list: (): Promise<StoredFlag[]> =>
      tx.featureFlag.findMany({
        orderBy: { key: "asc" },
        include: {
          workspaces: {
            orderBy: { workspaceId: "asc" },
            select: { workspaceId: true, isOn: true },
          },
        },
      }),

    /** Writes the decision for everybody. */
    save: async ({ key, ...state }: Omit<StoredFlag, "workspaces">): Promise<void> => {
      await tx.featureFlag.upsert({ where: { key }, create: { key, ...state }, update: state });
      await announce(key);
    },

    /** Writes the decision for one workspace, or takes it away where `isOn` is null. The flag must have a decision for everybody. */
    saveFor: async (key: string, workspaceId: string, isOn: boolean | null): Promise<void> => {
      const where = { key_workspaceId: { key, workspaceId } };
      if (isOn === null) await tx.featureFlagWorkspace.deleteMany({ where: { key, workspaceId } });
      else
        await tx.featureFlagWorkspace.upsert({
          where,
          create: { key, workspaceId, isOn },
          update: { isOn },
        });
      await announce(key);
    },
  };
}
