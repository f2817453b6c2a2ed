import { assured, boolean } from "@besunny/sql/rows/column";
import { rawRows } from "../../raw-rows";
import type { Scope } from "../../scope";
import type { Tx } from "../tx";

/** The first steps that a person has done. */
export type FirstStepsDone = {
  hasUploaded: boolean;
  hasSeenPlace: boolean;
  hasLabelled: boolean;
  hasAsked: boolean;
  hasInvited: boolean;
  hasView: boolean;
  isSkipped: boolean;
};

/** Reads what each person did first, and keeps what they did with the list. */
export function firstStepsRepository(tx: Tx, { workspaceId }: Scope) {
  return {
    find: async (userId: string): Promise<FirstStepsDone> => {
      const [row] = await steps(tx)`
        select exists (select 1 from documents where workspace_id = ${workspaceId}
                        and uploaded_by_id = ${userId} and source in ('upload', 'api')) as "hasUploaded",
               exists (select 1 from labels where workspace_id = ${workspaceId}
                        and by_id = ${userId} and field = 'type') as "hasLabelled",
               exists (select 1 from conversation_turns t join conversations c on c.id = t.conversation_id
                        where c.workspace_id = ${workspaceId} and c.owner_id = ${userId}) as "hasAsked",
               exists (select 1 from invitations where workspace_id = ${workspaceId}
                        and invited_by_id = ${userId}) as "hasInvited",
               exists (select 1 from views where workspace_id = ${workspaceId}
                        and owner_id = ${userId}) as "hasView",
               exists (select 1 from first_steps where workspace_id = ${workspaceId}
                        and user_id = ${userId} and place_seen_at is not null) as "hasSeenPlace",
               exists (select 1 from first_steps where workspace_id = ${workspaceId}
                        and user_id = ${userId} and skipped_at is not null) as "isSkipped"`;
      if (!row) throw new Error("A query without a table returned no row");
      return row;
    },

    put: async (
      userId: string,
      changes: { skippedAt?: Date | null; placeSeenAt?: Date },
    ): Promise<void> => {
      await tx.firstSteps.upsert({
        where: { workspaceId_userId: { workspaceId, userId } },
        create: { workspaceId, userId, ...changes },
        update: changes,
        select: { userId: true },
      });
    },
  };
}

const steps = rawRows({
  hasUploaded: assured(boolean),
  hasSeenPlace: assured(boolean),
  hasLabelled: assured(boolean),
  hasAsked: assured(boolean),
  hasInvited: assured(boolean),
  hasView: assured(boolean),
  isSkipped: assured(boolean),
});
