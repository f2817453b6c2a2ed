import type { Prisma } from "../../generated/client";
import type { Scope } from "../../scope";
import type { Tx } from "../tx";

/** The choices of a person about notices. Minutes are those of the person's day. */
export type StoredSettings = {
  channels: Prisma.JsonValue;
  isMailed: boolean;
  quietFrom: number | null;
  quietTo: number | null;
  digestHour: number;
  lastDay: string | null;
};

type Changes = {
  channels?: Prisma.InputJsonObject;
  isMailed?: boolean;
  quietFrom?: number | null;
  quietTo?: number | null;
  digestHour?: number;
  lastDay?: string;
};

/** Keeps how each person is notified. */
export function noticeSettingsRepository(tx: Tx, { workspaceId }: Scope) {
  const columns = {
    channels: true,
    isMailed: true,
    quietFrom: true,
    quietTo: true,
    digestHour: true,
    lastDay: true,
  } as const;

  return {
    /** Returns null for a person who has changed nothing. */
    find: (userId: string): Promise<StoredSettings | null> =>
      tx.noticeSettings.findUnique({
        where: { workspaceId_userId: { workspaceId, userId } },
        select: columns,
      }),

    /** Returns what these people chose, by id; people who changed nothing are left out. */
    channelsOf: async (userIds: readonly string[]): Promise<Map<string, Prisma.JsonValue>> => {
      const rows = await tx.noticeSettings.findMany({
        where: { workspaceId, userId: { in: [...userIds] } },
        select: { userId: true, channels: true },
      });
      return new Map(rows.map(({ userId, channels }) => [userId, channels]));
    },

    put: async (userId: string, changes: Changes): Promise<void> => {
      await tx.noticeSettings.upsert({
        where: { workspaceId_userId: { workspaceId, userId } },
        create: { workspaceId, userId, ...changes },
        update: changes,
        select: { userId: true },
      });
    },
  };
}
