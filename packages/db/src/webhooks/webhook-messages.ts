import { afterNumber, toPage } from "../cursor";
import type { Prisma } from "../generated/client";
import { newId } from "../ids";
import type { Scope } from "../scope";
import type { Tx } from "../workspace/tx";

const columns = {
  id: true,
  event: true,
  seq: true,
  data: true,
  happenedAt: true,
  createdAt: true,
  state: true,
  isTest: true,
  tries: true,
  nextAt: true,
} satisfies Prisma.WebhookMessageSelect;

const attemptColumns = {
  number: true,
  at: true,
  durationMs: true,
  status: true,
  error: true,
  response: true,
} satisfies Prisma.WebhookAttemptSelect;

const listed = {
  ...columns,
  attempts: { orderBy: { number: "desc" }, take: 1, select: attemptColumns },
} satisfies Prisma.WebhookMessageSelect;

export type WebhookMessageRow = Prisma.WebhookMessageGetPayload<{ select: typeof columns }>;
export type WebhookAttemptRow = Prisma.WebhookAttemptGetPayload<{ select: typeof attemptColumns }>;

export type NewMessage = {
  event: string;
  documentId: string | null;
  data: Record<string, string>;
  happenedAt: Date;
  seq: number;
  isTest: boolean;
};

const LIST = "webhook-messages";

/** Stores the messages of endpoints and their tries. */
export function webhookMessageRepository(tx: Tx, { workspaceId }: Scope) {
  return {
    add: async (
      endpointId: string,
      messages: readonly NewMessage[],
      now: Date,
    ): Promise<string[]> => {
      const rows = messages.map((message) => ({
        id: newId("msg"),
        workspaceId,
        endpointId,
        ...message,
        createdAt: now,
        nextAt: now,
      }));
      await tx.webhookMessage.createMany({ data: rows });
      return rows.map(({ id }) => id);
    },

    /** Returns the messages that are due, oldest first; tests alone where `testsAlone`. */
    listDue: (
      endpointId: string,
      { now, limit, testsAlone }: { now: Date; limit: number; testsAlone: boolean },
    ): Promise<WebhookMessageRow[]> =>
      tx.webhookMessage.findMany({
        where: {
          workspaceId,
          endpointId,
          nextAt: { lte: now },
          ...(testsAlone && { isTest: true }),
        },
        orderBy: [{ nextAt: "asc" }, { seq: "asc" }],
        take: limit,
        select: columns,
      }),

    /** Returns a page of the messages of an endpoint with their last try, the newest first. */
    list: async (
      endpointId: string,
      of: { state?: string | undefined; event?: string | undefined },
      { limit, cursor }: { limit: number; cursor?: string | null | undefined },
    ) => {
      const after = afterNumber(cursor, LIST);
      const rows = await tx.webhookMessage.findMany({
        where: {
          workspaceId,
          endpointId,
          ...(of.state && { state: of.state }),
          ...(of.event && { event: of.event }),
          ...(after && { seq: { lt: after.number } }),
        },
        orderBy: { seq: "desc" },
        take: limit + 1,
        select: listed,
      });
      return toPage(rows, { limit, list: LIST, keyOf: ({ seq, id }) => [String(seq), id] });
    },

    /** Returns a message with all of its tries; null if the endpoint has none of this id. */
    find: (endpointId: string, id: string) =>
      tx.webhookMessage.findFirst({
        where: { id, workspaceId, endpointId },
        select: { ...columns, attempts: { orderBy: { number: "asc" }, select: attemptColumns } },
      }),

    /** Returns the number of messages of each state, by endpoint. */
    count: async () => {
      const rows = await tx.webhookMessage.groupBy({
        by: ["endpointId", "state"],
        where: { workspaceId },
        _count: { _all: true },
      });
      return rows.map(({ endpointId, state, _count }) => ({
        endpointId,
        state,
        count: _count._all,
      }));
    },

    /** Returns the messages of these ids: their tries by the plan, and whether they are tests. */
    findMany: (endpointId: string, ids: readonly string[]) =>
      tx.webhookMessage.findMany({
        where: { workspaceId, endpointId, id: { in: [...ids] } },
        select: { id: true, tries: true, isTest: true },
      }),

    addAttempts: async (
      attempts: readonly (WebhookAttemptRow & { messageId: string })[],
    ): Promise<void> => {
      await tx.webhookAttempt.createMany({
        data: attempts.map((attempt) => ({ workspaceId, ...attempt })),
        skipDuplicates: true,
      });
    },

    /** Counts a try of these messages, and says what follows from it. */
    note: async (
      ids: readonly string[],
      after: { state: string; nextAt: Date | null },
    ): Promise<void> => {
      if (ids.length === 0) return;
      await tx.webhookMessage.updateMany({
        where: { id: { in: [...ids] }, workspaceId },
        data: { ...after, tries: { increment: 1 } },
      });
    },

    /** Returns the number of the last try of each message. */
    lastNumbers: async (ids: readonly string[]): Promise<Map<string, number>> => {
      const rows = await tx.webhookAttempt.groupBy({
        by: ["messageId"],
        where: { workspaceId, messageId: { in: [...ids] } },
        _max: { number: true },
      });
      return new Map(rows.map(({ messageId, _max }) => [messageId, _max.number ?? 0]));
    },

    /** Lets a message be sent again from the beginning of its plan, with the same id. */
    replay: async (endpointId: string, id: string, now: Date): Promise<boolean> => {
      const { count } = await tx.webhookMessage.updateMany({
        where: { id, workspaceId, endpointId },
        data: { state: "waiting", tries: 0, nextAt: now },
      });
      return count > 0;
    },

    /** Lets all messages that failed since a moment be sent again. Returns their number. */
    replayFailed: async (endpointId: string, since: Date, now: Date): Promise<number> => {
      const { count } = await tx.webhookMessage.updateMany({
        where: {
          workspaceId,
          endpointId,
          state: "failed",
          isTest: false,
          createdAt: { gte: since },
        },
        data: { state: "waiting", tries: 0, nextAt: now },
      });
      return count;
    },

    /** Lets everything that waits be tried now: the endpoint answers again. */
    hurry: async (endpointId: string, now: Date): Promise<void> => {
      await tx.webhookMessage.updateMany({
        where: { workspaceId, endpointId, nextAt: { gt: now } },
        data: { nextAt: now },
      });
    },

    removeBefore: async (endpointId: string, before: Date): Promise<void> => {
      await tx.webhookMessage.deleteMany({
        where: { workspaceId, endpointId, nextAt: null, createdAt: { lt: before } },
      });
    },
  };
}
