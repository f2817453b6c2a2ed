import type { Prisma } from "../generated/client";
import { newId } from "../ids";
import type { Scope } from "../scope";
import type { Tx } from "./tx";

const columns = {
  id: true,
  kind: true,
  createdAt: true,
  readAt: true,
  document: { select: { id: true, title: true } },
  comment: { select: { id: true, text: true } },
  by: { select: { name: true } },
} satisfies Prisma.NoticeSelect;

export type Notice = Prisma.NoticeGetPayload<{ select: typeof columns }>;

/** Reads and writes the notices of people. A notice about a document that its person may not see now is not shown. */
export function noticeRepository(tx: Tx, { workspaceId, principals }: Scope) {
  const mine = (userId: string): Prisma.NoticeWhereInput => ({
    workspaceId,
    userId,
    document: { access: { hasSome: [...principals] }, trashedAt: null },
  });

  return {
    add: async (
      notices: readonly {
        userId: string;
        kind: "mention" | "share";
        documentId: string;
        commentId?: string;
        byId: string | null;
      }[],
    ): Promise<void> => {
      await tx.notice.createMany({
        data: notices.map((notice) => ({ id: newId("ntc"), workspaceId, ...notice })),
      });
    },

    list: (userId: string, limit: number): Promise<Notice[]> =>
      tx.notice.findMany({
        where: mine(userId),
        orderBy: [{ createdAt: "desc" }, { id: "desc" }],
        take: limit,
        select: columns,
      }),

    countUnread: (userId: string): Promise<number> =>
      tx.notice.count({ where: { ...mine(userId), readAt: null } }),

    /** Marks all notices of the person as read. Returns how many were not. */
    markRead: async (userId: string, now: Date): Promise<number> => {
      const { count } = await tx.notice.updateMany({
        where: { workspaceId, userId, readAt: null },
        data: { readAt: now },
      });
      return count;
    },
  };
}
