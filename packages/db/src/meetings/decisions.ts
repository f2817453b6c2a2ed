import type { Page } from "../cursor";
import { Prisma } from "../generated/client";
import { newId } from "../ids";
import { literally } from "../literally";
import type { Scope } from "../scope";
import type { Tx } from "../workspace/tx";
import { offsetPage, type Wanted } from "./offset-page";
import { seenDocument } from "./seen-document";

const withPlaces = {
  meeting: {
    select: {
      id: true,
      title: true,
      beganAt: true,
      speakers: { select: { number: true, name: true, userId: true } },
    },
  },
  document: { select: { projects: { select: { projectId: true } } } },
} satisfies Prisma.DecisionInclude;

export type StoredDecision = Prisma.DecisionGetPayload<{ include: typeof withPlaces }>;
export type NewDecision = Omit<Prisma.DecisionUncheckedCreateInput, "id" | "workspaceId">;

/** Which decisions. Those that a person removed are in no list. */
export type DecisionFilter = {
  projectId?: string | undefined;
  meetingId?: string | undefined;
  states?: readonly string[] | undefined;
  from?: Date | undefined;
  words?: string | undefined;
};

/** Reads and writes decisions of transcripts that the principals may see. */
export function decisionRepository(tx: Tx, { workspaceId, principals }: Scope) {
  const seen: Prisma.DecisionWhereInput = {
    workspaceId,
    document: seenDocument({ principals }),
  };

  return {
    find: (id: string): Promise<StoredDecision | null> =>
      tx.decision.findFirst({ where: { ...seen, id }, include: withPlaces }),

    /** Lists decisions, the latest first. */
    list: (filter: DecisionFilter, wanted: Wanted): Promise<Page<StoredDecision>> =>
      offsetPage("decisions", wanted, ({ limit, offset }) =>
        tx.decision.findMany({
          where: chosen(seen, filter),
          orderBy: [{ decidedAt: { sort: "desc", nulls: "last" } }, { id: "desc" }],
          take: limit,
          skip: offset,
          include: withPlaces,
        }),
      ),

    count: (filter: DecisionFilter): Promise<number> =>
      tx.decision.count({ where: chosen(seen, filter) }),

    /** The decisions of a meeting in the order in which they were made, with those that a person removed. */
    ofMeeting: (meetingId: string): Promise<StoredDecision[]> =>
      tx.decision.findMany({
        where: { ...seen, meetingId },
        orderBy: [{ firstTurn: "asc" }, { id: "asc" }],
        include: withPlaces,
      }),

    create: async (decisions: readonly NewDecision[]): Promise<string[]> => {
      const rows = decisions.map((each) => ({ ...each, id: newId("dec"), workspaceId }));
      await tx.decision.createMany({ data: rows });
      return rows.map(({ id }) => id);
    },

    update: async (id: string, changes: Prisma.DecisionUncheckedUpdateInput): Promise<void> => {
      await tx.decision.updateMany({ where: { workspaceId, id }, data: changes });
    },

    /** Says that a decision holds. `settled` names the contradictions that do not reopen it again. */
    stand: async (id: string, settled: readonly string[]): Promise<void> => {
      await tx.decision.updateMany({
        where: { workspaceId, id },
        data: {
          state: "stands",
          replacedBy: null,
          reopenedBy: Prisma.DbNull,
          reopenedAt: null,
          settled: [...settled],
        },
      });
    },

    removeMany: async (ids: readonly string[]): Promise<void> => {
      await tx.decision.deleteMany({ where: { workspaceId, id: { in: [...ids] } } });
    },
  };
}

function chosen(
  seen: Prisma.DecisionWhereInput,
  { projectId, meetingId, states, from, words }: DecisionFilter,
): Prisma.DecisionWhereInput {
  return {
    ...seen,
    removedBy: null,
    ...(meetingId && { meetingId }),
    ...(states && { state: { in: [...states] } }),
    ...(from && { decidedAt: { gte: from } }),
    ...(words && { text: { contains: literally(words), mode: "insensitive" as const } }),
    AND: projectId ? [{ document: { projects: { some: { projectId } } } }] : [],
  };
}
