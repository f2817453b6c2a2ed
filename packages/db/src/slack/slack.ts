import type { Scope } from "../scope";
import type { Tx } from "../workspace/tx";

export type NewSlackInstall = {
  teamId: string;
  teamName: string;
  sealedToken: Uint8Array;
  installedById: string;
  createdAt: Date;
};

/** Stores the Slack of a workspace, and which member is which person in it. */
export function slackRepository(tx: Tx, { workspaceId }: Scope) {
  return {
    findInstall: () =>
      tx.slackInstall.findUnique({
        where: { workspaceId },
        select: {
          teamId: true,
          teamName: true,
          sealedToken: true,
          trouble: true,
          blockedUntil: true,
          createdAt: true,
          installedBy: { select: { name: true } },
        },
      }),

    /** Keeps a Slack in place of the one before. Returns false if it belongs to another workspace. */
    keepInstall: async ({ sealedToken, ...install }: NewSlackInstall): Promise<boolean> => {
      await tx.slackInstall.deleteMany({ where: { workspaceId } });
      const { count } = await tx.slackInstall.createMany({
        data: [{ workspaceId, ...install, sealedToken: Uint8Array.from(sealedToken) }],
        skipDuplicates: true,
      });
      return count > 0;
    },

    /** Forgets the Slack, and who is who in it. */
    removeInstall: async (): Promise<void> => {
      await tx.slackLink.deleteMany({ where: { workspaceId } });
      await tx.slackInstall.deleteMany({ where: { workspaceId } });
    },

    noteTrouble: async (trouble: string | null, blockedUntil: Date | null): Promise<void> => {
      await tx.slackInstall.updateMany({ where: { workspaceId }, data: { trouble, blockedUntil } });
    },

    findLink: (userId: string) =>
      tx.slackLink.findUnique({
        where: { workspaceId_userId: { workspaceId, userId } },
        select: { slackUser: true, provenAt: true },
      }),

    /** Keeps a link that is to be proven by a code, in place of the one before. */
    putLink: async (
      userId: string,
      link: { slackUser: string; codeHash: string; codeUntil: Date },
    ): Promise<void> => {
      await tx.slackLink.upsert({
        where: { workspaceId_userId: { workspaceId, userId } },
        create: { workspaceId, userId, ...link },
        update: { ...link, provenAt: null },
        select: { userId: true },
      });
    },

    removeLink: async (userId: string): Promise<boolean> => {
      const { count } = await tx.slackLink.deleteMany({ where: { workspaceId, userId } });
      return count > 0;
    },
  };
}
