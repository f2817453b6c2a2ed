import type { IdentityTx } from "./identity-tx";

/** Finds who clicks in a Slack. */
export function slackPeopleRepository(tx: IdentityTx) {
  const workspaceOf = async (teamId: string): Promise<string | null> =>
    (await tx.slackInstall.findUnique({ where: { teamId }, select: { workspaceId: true } }))
      ?.workspaceId ?? null;

  return {
    workspaceOf,

    /** Returns the member who has proven to be this person of Slack; null if nobody has. */
    findMember: async (workspaceId: string, slackUser: string): Promise<string | null> => {
      const found = await tx.slackLink.findFirst({
        where: { workspaceId, slackUser, provenAt: { not: null } },
        select: { userId: true },
      });
      return found?.userId ?? null;
    },

    /** Uses a code up: its member is this person of Slack from now on, and nobody else is. Returns the member; null if the code is not theirs. */
    prove: async (
      workspaceId: string,
      { slackUser, codeHash }: { slackUser: string; codeHash: string },
      now: Date,
    ): Promise<string | null> => {
      const [proven] = await tx.slackLink.updateManyAndReturn({
        where: { workspaceId, slackUser, codeHash, codeUntil: { gt: now } },
        data: { provenAt: now, codeHash: null, codeUntil: null },
        select: { userId: true },
      });
      if (!proven) return null;
      await tx.slackLink.updateMany({
        where: { workspaceId, slackUser, userId: { not: proven.userId } },
        data: { provenAt: null },
      });
      return proven.userId;
    },
  };
}
