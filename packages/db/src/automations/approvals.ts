import { afterTime, encodeCursor, type Page } from "../cursor";
import type { Prisma } from "../generated/client";
import { newId } from "../ids";
import type { Scope } from "../scope";
import type { Tx } from "../workspace/tx";

const columns = {
  id: true,
  automationId: true,
  runId: true,
  run: { select: { automation: { select: { name: true, ownerId: true } } } },
  node: true,
  documentId: true,
  document: { select: { title: true, trashedAt: true } },
  question: true,
  asked: true,
  needed: true,
  until: true,
  onTimeout: true,
  round: true,
  allowSelf: true,
  broughtBy: true,
  snapshot: true,
  state: true,
  createdAt: true,
  decidedAt: true,
  decidedBy: true,
  votes: {
    select: { userId: true, vote: true, note: true, via: true, at: true },
    orderBy: { at: "asc" },
  },
} satisfies Prisma.ApprovalSelect;

export type StoredApproval = Prisma.ApprovalGetPayload<{ select: typeof columns }>;
export type NewApproval = {
  automationId: string;
  runId: string;
  node: string;
  documentId: string;
  question: string;
  asked: string[];
  needed: number;
  until: Date;
  onTimeout: string;
  round: number;
  allowSelf: boolean;
  broughtBy: string | null;
  snapshot: Prisma.InputJsonObject;
  createdAt: Date;
};

/** Reads and writes questions of automations. A person sees those that they are asked, with a document that they may see. */
export function approvalRepository(tx: Tx, { workspaceId, principals }: Scope) {
  const seen: Prisma.ApprovalWhereInput = {
    workspaceId,
    document: { access: { hasSome: [...principals] } },
  };

  return {
    /** Asks once for a round of a step. Returns the id of the question, old or new. */
    ask: async (approval: NewApproval): Promise<string> => {
      await tx.approval.createMany({
        data: [{ id: newId("apr"), workspaceId, ...approval }],
        skipDuplicates: true,
      });
      const { runId, node, round } = approval;
      const row = await tx.approval.findFirstOrThrow({
        where: { workspaceId, runId, node, round },
        select: { id: true },
      });
      return row.id;
    },

    /** Locks a question until the transaction ends, so that two last votes do not both decide. */
    lock: async (id: string): Promise<void> => {
      await tx.$executeRaw`select 1 from approvals where id = ${id} and workspace_id = ${workspaceId} for update`;
    },

    find: (id: string, reader: { id: string; seesAll: boolean }): Promise<StoredApproval | null> =>
      tx.approval.findFirst({
        where: {
          ...seen,
          id,
          ...(!reader.seesAll && {
            OR: [
              { asked: { has: reader.id } },
              { votes: { some: { userId: reader.id } } },
              { run: { automation: { ownerId: reader.id } } },
            ],
          }),
        },
        select: columns,
      }),

    /** Finds a question for a job. */
    findAny: (id: string): Promise<StoredApproval | null> =>
      tx.approval.findFirst({ where: { workspaceId, id }, select: columns }),

    /** Lists the questions that a person is asked, oldest first. */
    list: async (
      userId: string,
      { isOpen }: { isOpen: boolean },
      page: { cursor?: string | null | undefined; limit: number },
    ): Promise<Page<StoredApproval>> => {
      const after = afterTime(page.cursor, "approvals");
      const rows = await tx.approval.findMany({
        where: {
          AND: [
            { ...seen, asked: { has: userId } },
            isOpen ? { state: "open", document: { trashedAt: null } } : { state: { not: "open" } },
            after
              ? {
                  OR: [
                    { createdAt: { gt: after.at } },
                    { createdAt: after.at, id: { gt: after.id } },
                  ],
                }
              : {},
          ],
        },
        orderBy: [{ createdAt: "asc" }, { id: "asc" }],
        take: page.limit + 1,
        select: columns,
      });
      const items = rows.slice(0, page.limit);
      const last = rows.length > page.limit ? items.at(-1) : undefined;
      return {
        items,
        nextCursor: last
          ? encodeCursor("approvals", [last.createdAt.toISOString(), last.id])
          : null,
      };
    },

    /** Counts the open questions of a person. */
    countOpen: (userId: string): Promise<number> =>
      tx.approval.count({
        where: {
          AND: [seen, { asked: { has: userId }, state: "open", document: { trashedAt: null } }],
        },
      }),

    /** Keeps a vote. Returns false if the person has voted before. */
    vote: async (vote: {
      approvalId: string;
      userId: string;
      vote: string;
      note: string;
      via: string;
      at: Date;
    }): Promise<boolean> => {
      const { count } = await tx.approvalVote.createMany({
        data: [{ ...vote, workspaceId }],
        skipDuplicates: true,
      });
      return count === 1;
    },

    /** Ends an open question. Returns false if it has ended. */
    close: async (
      id: string,
      to: { state: string; decidedAt: Date; decidedBy: string | null },
    ): Promise<boolean> => {
      const { count } = await tx.approval.updateMany({
        where: { workspaceId, id, state: "open" },
        data: to,
      });
      return count === 1;
    },

    /** Asks one more person, as somebody who was asked wishes. */
    addAsked: async (id: string, userId: string): Promise<void> => {
      await tx.approval.updateMany({
        where: { workspaceId, id, state: "open", NOT: { asked: { has: userId } } },
        data: { asked: { push: userId } },
      });
    },

    /** Ends the open questions of a run. */
    cancelOf: async (runId: string, at: Date): Promise<void> => {
      await tx.approval.updateMany({
        where: { workspaceId, runId, state: "open" },
        data: { state: "cancelled", decidedAt: at },
      });
    },
  };
}
