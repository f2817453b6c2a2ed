import type { Page } from "../cursor";
import type { Prisma } from "../generated/client";
import { newId } from "../ids";
import { literally } from "../literally";
import type { Scope } from "../scope";
import { visibleProject } from "../workspace/documents/visible-project";
import type { Tx } from "../workspace/tx";
import { offsetPage, type Wanted } from "./offset-page";
import { seenDocument } from "./seen-document";

const withPlaces = {
  meeting: { select: { id: true, title: true, beganAt: true } },
  document: { select: { projects: { select: { projectId: true } } } },
  project: { select: { id: true, name: true, isRestricted: true } },
  owner: { select: { name: true } },
} satisfies Prisma.ActionItemInclude;

export type StoredAction = Prisma.ActionItemGetPayload<{ include: typeof withPlaces }>;
export type NewAction = Omit<Prisma.ActionItemUncheckedCreateInput, "id" | "workspaceId">;

/** Which actions. `mine` and `others` are by the owner; `words` are those of the text. */
export type ActionFilter = {
  states?: readonly string[] | undefined;
  ownerId?: string | undefined;
  /** Actions that somebody else owes. */
  notOwnerId?: string | undefined;
  meetingId?: string | undefined;
  projectId?: string | undefined;
  /** Actions that are due from this day on. */
  dueFrom?: Date | undefined;
  dueBefore?: Date | undefined;
  /** Actions for which no day was named. */
  hasNoDay?: boolean | undefined;
  words?: string | undefined;
};

/**
 * Reads and writes actions of transcripts that the principals may see. An action without a transcript is seen by those it is kept for, and by those
 * who see its project.
 */
export function actionItemRepository(tx: Tx, { workspaceId, principals }: Scope) {
  const seen: Prisma.ActionItemWhereInput = {
    workspaceId,
    OR: [
      { document: seenDocument({ principals }) },
      { documentId: null, keptFor: { hasSome: [...principals] } },
      {
        documentId: null,
        projectId: { not: null },
        project: { ...visibleProject(principals), workspaceId },
      },
    ],
  };

  return {
    find: (id: string): Promise<StoredAction | null> =>
      tx.actionItem.findFirst({ where: { ...seen, id }, include: withPlaces }),

    findMany: (ids: readonly string[]): Promise<StoredAction[]> =>
      tx.actionItem.findMany({ where: { ...seen, id: { in: [...ids] } }, include: withPlaces }),

    /** Lists actions: what is to be done before what is done, the earliest day first, and those without a day last. */
    list: (filter: ActionFilter, wanted: Wanted): Promise<Page<StoredAction>> =>
      offsetPage("actions", wanted, ({ limit, offset }) =>
        tx.actionItem.findMany({
          where: chosen(seen, filter),
          orderBy: [
            { doneAt: { sort: "desc", nulls: "first" } },
            { dueOn: { sort: "asc", nulls: "last" } },
            { createdAt: "desc" },
            { id: "asc" },
          ],
          take: limit,
          skip: offset,
          include: withPlaces,
        }),
      ),

    count: (filter: ActionFilter): Promise<number> =>
      tx.actionItem.count({ where: chosen(seen, filter) }),

    /** Lists the latest actions of other meetings that this person, this name or nobody is to do. */
    listBeside: (
      { id, meetingId }: { id: string; meetingId: string | null },
      owner: { ownerId: string | null; ownerName: string | null },
      { states, limit }: { states: readonly string[]; limit: number },
    ): Promise<StoredAction[]> =>
      tx.actionItem.findMany({
        where: {
          ...seen,
          id: { not: id },
          state: { in: [...states] },
          AND: [
            {
              OR: [{ meetingId: null }, ...(meetingId ? [{ meetingId: { not: meetingId } }] : [])],
            },
            { OR: sameOwner(owner) },
          ],
        },
        orderBy: [{ createdAt: "desc" }, { id: "asc" }],
        take: limit,
        include: withPlaces,
      }),

    /** The actions of a meeting in the order in which they were said. */
    ofMeeting: (meetingId: string): Promise<StoredAction[]> =>
      tx.actionItem.findMany({
        where: { ...seen, meetingId },
        orderBy: [{ createdAt: "asc" }, { id: "asc" }],
        include: withPlaces,
      }),

    create: async (actions: readonly NewAction[]): Promise<string[]> => {
      const rows = actions.map((each) => ({ ...each, id: newId("act"), workspaceId }));
      await tx.actionItem.createMany({ data: rows });
      return rows.map(({ id }) => id);
    },

    /** Writes an action under an id that its maker knows before. Returns false if it is there. */
    createOnce: async (id: string, action: NewAction): Promise<boolean> => {
      const { count } = await tx.actionItem.createMany({
        data: [{ ...action, id, workspaceId }],
        skipDuplicates: true,
      });
      return count === 1;
    },

    /** Changes an action if it still has this version; false if somebody was faster. */
    update: async (
      id: string,
      version: number,
      changes: Prisma.ActionItemUncheckedUpdateInput,
    ): Promise<boolean> => {
      const { count } = await tx.actionItem.updateMany({
        where: { workspaceId, id, version },
        data: { ...changes, version: version + 1 },
      });
      return count > 0;
    },

    /** Marks the open actions of a person that are due by a day as reminded of. */
    markReminded: async (ownerId: string, day: Date): Promise<void> => {
      await tx.actionItem.updateMany({
        where: { workspaceId, ownerId, state: "open", dueOn: { lte: day } },
        data: { remindedOn: day },
      });
    },

    /** Keeps the name of a person who leaves with what they were to do. */
    keepName: async (ownerId: string, ownerName: string): Promise<void> => {
      await tx.actionItem.updateMany({
        where: { workspaceId, ownerId },
        data: { ownerId: null, ownerName },
      });
    },

    /** Writes over what was found, in an action that nobody has touched. */
    rewrite: async (id: string, row: Partial<NewAction>): Promise<void> => {
      await tx.actionItem.updateMany({ where: { workspaceId, id, state: "draft" }, data: row });
    },

    /** Changes the owner of what a speaker of a meeting is to do, unless a person has set it. */
    follow: async (
      meetingId: string,
      ownerSpeaker: number,
      owner: Pick<Partial<NewAction>, "ownerSpeaker" | "ownerName" | "ownerId">,
    ): Promise<void> => {
      await tx.actionItem.updateMany({
        where: { workspaceId, meetingId, ownerSpeaker, isCorrected: false },
        data: owner,
      });
    },

    /** Changes where its proof is. */
    place: async (id: string, evidence: Prisma.InputJsonValue): Promise<void> => {
      await tx.actionItem.updateMany({ where: { workspaceId, id }, data: { evidence } });
    },

    removeMany: async (ids: readonly string[]): Promise<void> => {
      await tx.actionItem.deleteMany({ where: { workspaceId, id: { in: [...ids] } } });
    },

    /**
     * Frees confirmed actions from documents that are deleted. Their words stay for who confirmed them and for their owner, without the quotes. All
     * others go with the document.
     */
    release: async (documentIds: readonly string[], note: string): Promise<void> => {
      const rows = await tx.actionItem.findMany({
        where: {
          workspaceId,
          documentId: { in: [...documentIds] },
          confirmedBy: { not: null },
          state: { in: ["open", "done"] },
        },
        select: { id: true, ownerId: true, confirmedBy: true },
      });
      for (const { id, ownerId, confirmedBy } of rows)
        await tx.actionItem.updateMany({
          where: { workspaceId, id },
          data: {
            meetingId: null,
            documentId: null,
            evidence: [],
            foundText: null,
            dueWords: null,
            topic: null,
            ownerSpeaker: null,
            note,
            keptFor: [...new Set([ownerId, confirmedBy].filter((each) => each !== null))],
          },
        });
    },
  };
}

function chosen(
  seen: Prisma.ActionItemWhereInput,
  {
    states,
    ownerId,
    notOwnerId,
    meetingId,
    projectId,
    dueFrom,
    dueBefore,
    hasNoDay,
    words,
  }: ActionFilter,
): Prisma.ActionItemWhereInput {
  return {
    ...seen,
    ...(states && { state: { in: [...states] } }),
    ...(ownerId && { ownerId }),
    ...(meetingId && { meetingId }),
    ...((dueFrom ?? dueBefore) && {
      dueOn: { ...(dueFrom && { gte: dueFrom }), ...(dueBefore && { lt: dueBefore }) },
    }),
    ...(hasNoDay && { dueOn: null }),
    ...(words && { text: { contains: literally(words), mode: "insensitive" as const } }),
    AND: [
      ...(notOwnerId
        ? [
            {
              OR: [{ ownerId: { not: notOwnerId } }, { ownerId: null, ownerName: { not: null } }],
            },
          ]
        : []),
      ...(projectId
        ? [{ OR: [{ projectId }, { document: { projects: { some: { projectId } } } }] }]
        : []),
    ],
  };
}

/** Actions of nobody are like those of anybody. */
function sameOwner({
  ownerId,
  ownerName,
}: {
  ownerId: string | null;
  ownerName: string | null;
}): Prisma.ActionItemWhereInput[] {
  if (ownerId === null && ownerName === null) return [{}];
  return [
    { ownerId: null, ownerName: null },
    ...(ownerId ? [{ ownerId }] : []),
    ...(ownerName ? [{ ownerName: { equals: ownerName, mode: "insensitive" as const } }] : []),
  ];
}
