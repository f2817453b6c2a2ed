import type { Scope } from "../scope";
import type { Tx } from "../workspace/tx";

/** The choices of a person on briefs and reminders. */
export type StoredWishes = {
  briefMinutes: number | null;
  isBriefedEvening: boolean;
  isReminded: boolean;
  zone: string | null;
};

const atFirst: StoredWishes = {
  briefMinutes: 60,
  isBriefedEvening: true,
  isReminded: true,
  zone: null,
};

/** Reads and writes the choices of a workspace and of its people on meetings. */
export function meetingChoiceRepository(tx: Tx, { workspaceId }: Scope) {
  return {
    /** False where nobody has switched tones on. */
    wantsTone: async (): Promise<boolean> =>
      (await tx.meetingSettings.findUnique({ where: { workspaceId } }))?.wantsTone ?? false,

    /** Returns the choices of a person; those who chose nothing have the first ones. */
    wishesOf: async (userId: string): Promise<StoredWishes> =>
      (await tx.meetingWishes.findUnique({
        where: { workspaceId_userId: { workspaceId, userId } },
        select: { briefMinutes: true, isBriefedEvening: true, isReminded: true, zone: true },
      })) ?? atFirst,

    putWishes: async (userId: string, wishes: StoredWishes): Promise<void> => {
      await tx.meetingWishes.upsert({
        where: { workspaceId_userId: { workspaceId, userId } },
        create: { workspaceId, userId, ...wishes },
        update: wishes,
      });
    },

    putTone: async (choice: {
      wantsTone: boolean;
      changedBy: string;
      changedAt: Date;
    }): Promise<void> => {
      await tx.meetingSettings.upsert({
        where: { workspaceId },
        create: { workspaceId, ...choice },
        update: choice,
      });
    },
  };
}
