import { afterTime, encodeCursor, type Page } from "../cursor";
import type { Prisma } from "../generated/client";
import { newId } from "../ids";
import type { Scope } from "../scope";
import type { Tx } from "../workspace/tx";

const columns = {
  id: true,
  automationId: true,
  automation: { select: { name: true, ownerId: true } },
  version: true,
  documentId: true,
  document: { select: { title: true, version: true, trashedAt: true } },
  triggerKind: true,
  causedBy: true,
  depth: true,
  state: true,
  node: true,
  explanation: true,
  error: true,
  attempt: true,
  given: true,
  beganAt: true,
  endedAt: true,
} satisfies Prisma.AutomationRunSelect;
const changeColumns = {
  node: true,
  documentId: true,
  position: true,
  action: true,
  plan: true,
  isReversible: true,
  doneAt: true,
  undoneAt: true,
  notUndoneBecause: true,
} satisfies Prisma.AutomationChangeSelect;

export type StoredAutomationRun = Prisma.AutomationRunGetPayload<{ select: typeof columns }>;
export type StoredAutomationChange = Prisma.AutomationChangeGetPayload<{
  select: typeof changeColumns;
}>;
export type NewAutomationRun = {
  automationId: string;
  version: number;
  documentId: string;
  triggerKind: string;
  causedBy: string | null;
  depth: number;
  node: string | null;
  explanation: Prisma.InputJsonArray;
  beganAt: Date;
  given: Prisma.InputJsonObject;
};

type Reader = { id: string; seesAll: boolean };

/** Reads and writes runs of automations. A run is seen with its automation and with its document. */
export function automationRunRepository(tx: Tx, { workspaceId, principals }: Scope) {
  const readable = ({ id, seesAll }: Reader): Prisma.AutomationRunWhereInput => ({
    workspaceId,
    document: { access: { hasSome: [...principals] } },
    ...(!seesAll && { automation: { ownerId: id } }),
  });

  return {
    /** Takes a trigger for an automation and a version of a document. Returns false if it was taken before. */
    fire: async (firing: {
      automationId: string;
      documentId: string;
      documentVersion: number;
      triggerKey: string;
      at: Date;
    }): Promise<boolean> => {
      const { count } = await tx.automationFiring.createMany({
        data: [{ ...firing, workspaceId }],
        skipDuplicates: true,
      });
      return count === 1;
    },

    create: async (runs: readonly NewAutomationRun[]): Promise<string[]> => {
      const rows = runs.map((run) => ({ id: newId("arn"), workspaceId, ...run }));
      await tx.automationRun.createMany({ data: rows });
      return rows.map(({ id }) => id);
    },

    /** Counts the runs of an automation that triggers began since a moment. */
    countSince: (automationId: string, since: Date): Promise<number> =>
      tx.automationRun.count({
        where: {
          workspaceId,
          automationId,
          beganAt: { gte: since },
          triggerKind: { notIn: ["by.hand", "rehearsal"] },
        },
      }),

    find: (id: string, reader: Reader): Promise<StoredAutomationRun | null> =>
      tx.automationRun.findFirst({ where: { ...readable(reader), id }, select: columns }),

    /** Finds a run for the job that carries it on. */
    findAny: (id: string): Promise<StoredAutomationRun | null> =>
      tx.automationRun.findFirst({ where: { workspaceId, id }, select: columns }),

    /** Returns the run that announced an event of the outbox; null if no run did. */
    findCause: async (
      eventId: string,
    ): Promise<{ id: string; automationId: string; depth: number } | null> => {
      const event = await tx.outboxEvent.findFirst({
        where: { workspaceId, id: eventId },
        select: { traceId: true },
      });
      if (!event?.traceId?.startsWith("arn_")) return null;
      return tx.automationRun.findFirst({
        where: { workspaceId, id: event.traceId },
        select: { id: true, automationId: true, depth: true },
      });
    },

    /** Lists the runs that a person may see, newest first. */
    list: async (
      reader: Reader,
      filter: {
        automationId?: string | undefined;
        documentId?: string | undefined;
        states?: readonly string[] | undefined;
      },
      page: { cursor?: string | null | undefined; limit: number },
    ): Promise<Page<StoredAutomationRun>> => {
      const after = afterTime(page.cursor, "automation-runs");
      const { automationId, documentId, states } = filter;
      const rows = await tx.automationRun.findMany({
        where: {
          AND: [
            readable(reader),
            {
              ...(automationId && { automationId }),
              ...(documentId && { documentId }),
              ...(states && { state: { in: [...states] } }),
            },
            after
              ? { OR: [{ beganAt: { lt: after.at } }, { beganAt: after.at, id: { lt: after.id } }] }
              : {},
          ],
        },
        orderBy: [{ beganAt: "desc" }, { id: "desc" }],
        take: page.limit + 1,
        select: columns,
      });
      const items = rows.slice(0, page.limit);
      const last = rows.length > page.limit ? items.at(-1) : undefined;
      return {
        items,
        nextCursor: last
          ? encodeCursor("automation-runs", [last.beganAt.toISOString(), last.id])
          : null,
      };
    },

    /** Moves a run from a step to the next one, with one line more. Returns false if it is at that step no longer. */
    step: async (
      id: string,
      from: { node: string; attempt: number },
      to: {
        node: string | null;
        state: string;
        explanation: Prisma.InputJsonArray;
        error?: Prisma.InputJsonObject | null;
        endedAt: Date | null;
      },
    ): Promise<boolean> => {
      const { error, ...rest } = to;
      const { count } = await tx.automationRun.updateMany({
        where: {
          workspaceId,
          id,
          node: from.node,
          attempt: from.attempt,
          state: { in: ["running", "waiting"] },
        },
        data: { ...rest, ...(error && { error }) },
      });
      return count === 1;
    },

    /** Lets a run that failed or was cancelled go on. Returns false if it is in no such state. */
    goOn: async (
      id: string,
      attempt: number,
      to: { node: string | null; explanation: Prisma.InputJsonArray },
    ): Promise<boolean> => {
      const { count } = await tx.automationRun.updateMany({
        where: { workspaceId, id, attempt, state: { in: ["failed", "cancelled"] } },
        data: { ...to, state: "running", endedAt: null, attempt: attempt + 1 },
      });
      return count === 1;
    },

    /** Keeps what a step is to change, once. A change that was dropped or undone before makes room. */
    intend: async (change: {
      runId: string;
      node: string;
      documentId: string;
      position: number;
      action: string;
      plan: Prisma.InputJsonObject;
      isReversible: boolean;
      doneAt: Date;
    }): Promise<void> => {
      const { runId, node, documentId, ...kept } = change;
      const { count } = await tx.automationChange.updateMany({
        where: { workspaceId, runId, node, documentId, undoneAt: { not: null } },
        data: { ...kept, undoneAt: null, notUndoneBecause: null },
      });
      if (count === 0)
        await tx.automationChange.createMany({
          data: [{ ...change, workspaceId }],
          skipDuplicates: true,
        });
    },

    /** Says that the change of a step was not done. */
    drop: async (runId: string, node: string): Promise<void> => {
      await tx.automationChange.updateMany({
        where: { workspaceId, runId, node, undoneAt: null },
        data: {
          undoneAt: new Date(0),
          notUndoneBecause: "It was refused, so nothing was changed.",
        },
      });
    },

    /** Lists what a run changed, in its order. */
    changes: (runId: string): Promise<StoredAutomationChange[]> =>
      tx.automationChange.findMany({
        where: { workspaceId, runId },
        orderBy: [{ position: "asc" }, { node: "asc" }],
        select: changeColumns,
      }),

    /** Says that a change was undone, or why it could not be. */
    markUndone: async (
      { runId, node, documentId }: { runId: string; node: string; documentId: string },
      to: { undoneAt: Date } | { notUndoneBecause: string },
    ): Promise<void> => {
      await tx.automationChange.updateMany({
        where: { workspaceId, runId, node, documentId, undoneAt: null },
        data: "undoneAt" in to ? { ...to, notUndoneBecause: null } : to,
      });
    },
  };
}
