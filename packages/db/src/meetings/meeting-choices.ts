import type { Scope } from "../scope";
import type { Tx } from "../workspace/tx";

/** Reads and writes the choices of a workspace on meetings. */
export function meetingChoiceRepository(tx: Tx, { workspaceId }: Scope) {
  return {
    /** False where nobody has switched tones on. */
    wantsTone: async (): Promise<boolean> =>
      (await tx.meetingSettings.findUnique({ where: { workspaceId } }))?.wantsTone ?? false,

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
