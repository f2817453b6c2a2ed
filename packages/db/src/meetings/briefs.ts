import type { Prisma } from "../generated/client";
import type { Scope } from "../scope";
import type { Tx } from "../workspace/tx";
import { seenDocument } from "./seen-document";

const withEvent = {
  event: {
    select: {
      title: true,
      beganAt: true,
      endedAt: true,
      zone: true,
      joinUrl: true,
      isPrivate: true,
      state: true,
    },
  },
} satisfies Prisma.BriefInclude;

export type StoredBrief = Prisma.BriefGetPayload<{ include: typeof withEvent }>;
type BriefRef = { sourceId: string; externalId: string };

/** Reads and writes what people are to know before meetings. A brief is its person's alone, and goes with its event. */
export function briefRepository(tx: Tx, { workspaceId, principals }: Scope) {
  const open: Prisma.CalendarEventWhereInput = { state: "planned", isPrivate: false };

  return {
    find: (userId: string, { sourceId, externalId }: BriefRef): Promise<StoredBrief | null> =>
      tx.brief.findFirst({
        where: { workspaceId, userId, sourceId, externalId, event: open },
        include: withEvent,
      }),

    /** Lists the briefs of a person for events that end after a moment, the earliest first. */
    list: (userId: string, endingAfter: Date, limit: number): Promise<StoredBrief[]> =>
      tx.brief.findMany({
        where: { workspaceId, userId, event: { ...open, endedAt: { gt: endingAfter } } },
        orderBy: [{ event: { beganAt: "asc" } }, { externalId: "asc" }],
        take: limit,
        include: withEvent,
      }),

    put: async (
      userId: string,
      { sourceId, externalId }: BriefRef,
      brief: Pick<StoredBrief, "checksum" | "madeAt"> & { content: Prisma.InputJsonValue },
    ): Promise<void> => {
      await tx.brief.upsert({
        where: { userId_sourceId_externalId: { userId, sourceId, externalId }, workspaceId },
        create: { workspaceId, userId, sourceId, externalId, ...brief },
        update: brief,
      });
    },

    /** Removes the briefs of a person for coming events but these. Returns how many there were. */
    removeOthers: async (
      userId: string,
      beginningAfter: Date,
      kept: readonly BriefRef[],
    ): Promise<number> => {
      const { count } = await tx.brief.deleteMany({
        where: {
          workspaceId,
          userId,
          event: { beganAt: { gt: beginningAfter } },
          NOT: kept.map(({ sourceId, externalId }) => ({ sourceId, externalId })),
        },
      });
      return count;
    },

    /** Lists documents of these, or of these projects, that came or have another file since a moment, the latest first. */
    changedSince: (
      since: Date,
      { ids, projectIds }: { ids: readonly string[]; projectIds: readonly string[] },
      limit: number,
    ): Promise<{ id: string; title: string; createdAt: Date }[]> =>
      tx.document.findMany({
        where: {
          workspaceId,
          ...seenDocument({ principals }),
          parentId: null,
          meeting: null,
          AND: [
            {
              OR: [
                { id: { in: [...ids] } },
                { projects: { some: { projectId: { in: [...projectIds] } } } },
              ],
            },
            {
              OR: [
                { createdAt: { gt: since } },
                { versions: { some: { createdAt: { gt: since } } } },
              ],
            },
          ],
        },
        orderBy: [{ updatedAt: "desc" }, { id: "desc" }],
        take: limit,
        select: { id: true, title: true, createdAt: true },
      }),

    /** Returns those of the documents that the person sees and has never opened. */
    unopened: (ids: readonly string[], userId: string): Promise<{ id: string; title: string }[]> =>
      tx.document.findMany({
        where: {
          workspaceId,
          id: { in: [...ids] },
          ...seenDocument({ principals }),
          openings: { none: { userId } },
        },
        orderBy: [{ title: "asc" }, { id: "asc" }],
        select: { id: true, title: true },
      }),
  };
}
