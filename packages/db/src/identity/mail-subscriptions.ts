import type { IdentityTx } from "./identity-tx";

/** Finds whom a mail about notices went to, by the token of its link, and stops these mails. */
export function mailSubscriptionRepository(tx: IdentityTx) {
  return {
    /** Returns null if no mail since `since` has this token. */
    find: async (tokenHash: string, since: Date) => {
      const mail = await tx.noticeMail.findFirst({
        where: { tokenHash, createdAt: { gt: since } },
        select: { workspaceId: true, userId: true },
      });
      if (!mail) return null;
      const workspace = await tx.workspace.findUnique({
        where: { id: mail.workspaceId },
        select: { name: true },
      });
      const user = await tx.user.findUnique({
        where: { id: mail.userId },
        select: { email: true },
      });
      if (!workspace || !user) return null;
      return { ...mail, email: user.email, workspaceName: workspace.name };
    },

    stop: async (of: { workspaceId: string; userId: string }): Promise<void> => {
      await tx.noticeSettings.upsert({
        where: { workspaceId_userId: of },
        create: { ...of, isMailed: false },
        update: { isMailed: false },
        select: { userId: true },
      });
    },
  };
}
