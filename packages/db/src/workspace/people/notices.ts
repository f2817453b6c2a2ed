import type { Prisma } from "../../generated/client";
import { newId } from "../../ids";
import type { Scope } from "../../scope";
import { visibleProject } from "../documents/visible-project";
import type { Tx } from "../tx";

const columns = {
  id: true,
  kind: true,
  key: true,
  batchId: true,
  day: true,
  span: true,
  count: true,
  words: true,
  createdAt: true,
  readAt: true,
  document: { select: { id: true, title: true } },
  comment: { select: { id: true, text: true } },
  project: { select: { id: true, name: true } },
  view: { select: { id: true, name: true, place: true } },
  report: { select: { id: true, title: true } },
  source: { select: { id: true, name: true } },
  connection: { select: { id: true, accountAddress: true } },
  watch: { select: { name: true, filter: true } },
  by: { select: { name: true } },
} satisfies Prisma.NoticeSelect;

export type Notice = Prisma.NoticeGetPayload<{ select: typeof columns }>;

/** A notice to be. `key` names what it is about: a person gets one notice of a key. */
export type NewNotice = {
  userId: string;
  kind: string;
  documentId?: string;
  commentId?: string;
  projectId?: string;
  viewId?: string;
  batchId?: string;
  reportId?: string;
  sourceId?: string;
  connectionId?: string;
  watchId?: string;
  byId?: string | null;
  day?: string;
  span?: number[];
  count?: number;
  /** A message that somebody wrote for this person. */
  words?: string;
  key?: string;
  createdAt?: Date;
};

/** Reads and writes the notices of people. A notice about a document or a project that its person may not see now is not shown. */
export function noticeRepository(tx: Tx, { workspaceId, principals }: Scope) {
  const seen: Prisma.NoticeWhereInput = {
    AND: [
      {
        OR: [
          { documentId: null },
          { document: { access: { hasSome: [...principals] }, trashedAt: null } },
        ],
      },
      { OR: [{ projectId: null }, { project: visibleProject(principals) }] },
    ],
  };
  const mine = (userId: string): Prisma.NoticeWhereInput => ({ workspaceId, userId, ...seen });

  return {
    /** Adds notices for members of the workspace; leaves out those of a key that the person has a notice of. */
    add: async (notices: readonly NewNotice[]): Promise<void> => {
      if (notices.length === 0) return;
      const members = await tx.membership.findMany({
        where: { workspaceId, userId: { in: notices.map(({ userId }) => userId) } },
        select: { userId: true },
      });
      const there = new Set(members.map(({ userId }) => userId));
      await tx.notice.createMany({
        data: notices
          .filter(({ userId }) => there.has(userId))
          .map((notice) => ({ id: newId("ntc"), workspaceId, ...notice })),
        skipDuplicates: true,
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

    /** Returns the last notice of this kind, about this view if one is named; null if there is none. */
    findLast: (userId: string, { kind, viewId }: { kind: string; viewId?: string }) =>
      tx.notice.findFirst({
        where: { workspaceId, userId, kind, ...(viewId && { viewId }) },
        orderBy: [{ createdAt: "desc" }, { id: "desc" }],
        select: { id: true, count: true, day: true, createdAt: true, readAt: true },
      }),

    /**
     * Takes up the unread notices of these kinds that no mail has taken up yet, and returns them, the oldest first. Older ones than `since`
     * are left. Of two callers at the same moment one gets each notice.
     */
    takeToMail: async (
      userId: string,
      { kinds, since }: { kinds: readonly string[]; since: Date },
      now: Date,
    ): Promise<Notice[]> => {
      const taken = await tx.notice.updateManyAndReturn({
        where: {
          ...mine(userId),
          kind: { in: [...kinds] },
          readAt: null,
          mailedAt: null,
          createdAt: { gte: since },
        },
        data: { mailedAt: now },
        select: { id: true },
      });
      return tx.notice.findMany({
        where: { workspaceId, id: { in: taken.map(({ id }) => id) } },
        orderBy: [{ createdAt: "asc" }, { id: "asc" }],
        select: columns,
      });
    },

    /** Returns the unread notices of these kinds that were not sent yet, the oldest first. Older ones than `since` are left out. */
    listUnsent: (
      userId: string,
      { kinds, since, limit }: { kinds: readonly string[]; since: Date; limit: number },
    ): Promise<Notice[]> =>
      tx.notice.findMany({
        where: {
          ...mine(userId),
          kind: { in: [...kinds] },
          readAt: null,
          mailedAt: null,
          createdAt: { gte: since },
        },
        orderBy: [{ createdAt: "asc" }, { id: "asc" }],
        take: limit,
        select: columns,
      }),

    /** Marks a notice of the person as sent, by the channel of its topic. */
    markSent: async (userId: string, id: string, now: Date): Promise<void> => {
      await tx.notice.updateMany({
        where: { workspaceId, userId, id, mailedAt: null },
        data: { mailedAt: now },
      });
    },

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
