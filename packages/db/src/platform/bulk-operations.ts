import { afterTime, type Page, toPage } from "../cursor";
import type { Prisma } from "../generated/client";
import { newId } from "../ids";
import type { PlatformTx } from "./platform-tx";

const columns = {
  id: true,
  kind: true,
  filter: true,
  runIds: true,
  fromStep: true,
  state: true,
  total: true,
  done: true,
  skipped: true,
  failed: true,
  cursor: true,
  isPlanned: true,
  askedById: true,
  createdAt: true,
  startedAt: true,
  stopAskedAt: true,
  finishedAt: true,
} satisfies Prisma.BulkOperationSelect;

const open = { in: ["queued", "running"] };

export type BulkOperation = Prisma.BulkOperationGetPayload<{ select: typeof columns }>;
export type NewBulkOperation = {
  kind: string;
  filter: Prisma.InputJsonObject;
  runIds: string[];
  fromStep: string | null;
  total: number;
  askedById: string;
  createdAt: Date;
};
export type RunOutcome = {
  outcome: "done" | "skipped" | "failed";
  reason?: string;
  newRunId?: string;
};

/** Stores bulk actions and the outcome for each of their runs. */
export function bulkOperationRepository(tx: PlatformTx) {
  return {
    create: (operation: NewBulkOperation): Promise<BulkOperation> =>
      tx.bulkOperation.create({ data: { id: newId("bop"), ...operation }, select: columns }),

    find: (id: string): Promise<BulkOperation | null> =>
      tx.bulkOperation.findUnique({ where: { id }, select: columns }),

    /** Lists bulk actions, newest first. */
    list: async (page: {
      limit: number;
      cursor?: string | undefined;
    }): Promise<Page<BulkOperation>> => {
      const after = afterTime(page.cursor, "operations");
      const rows = await tx.bulkOperation.findMany({
        where: after
          ? {
              OR: [{ createdAt: { lt: after.at } }, { createdAt: after.at, id: { lt: after.id } }],
            }
          : {},
        orderBy: [{ createdAt: "desc" }, { id: "desc" }],
        take: page.limit + 1,
        select: columns,
      });
      return toPage(rows, {
        limit: page.limit,
        list: "operations",
        keyOf: (row) => [row.createdAt.toISOString(), row.id],
      });
    },

    /** Changes a bulk action that is not over. Returns false if it is over. */
    updateOpen: async (
      id: string,
      changes: Partial<Omit<BulkOperation, "id" | "filter" | "runIds">>,
    ): Promise<boolean> => {
      const { count } = await tx.bulkOperation.updateMany({
        where: { id, state: open },
        data: changes,
      });
      return count > 0;
    },

    /** Adds runs to the bulk action. A run that it already has stays as it is. */
    addRuns: async (operationId: string, runIds: readonly string[]): Promise<void> => {
      await tx.bulkOperationRun.createMany({
        data: runIds.map((runId) => ({ operationId, runId })),
        skipDuplicates: true,
      });
    },

    listPending: (operationId: string, limit: number) =>
      tx.bulkOperationRun.findMany({
        where: { operationId, outcome: "pending" },
        orderBy: { runId: "desc" },
        take: limit,
        select: { runId: true, plannedAt: true },
      }),

    /** Records the outcome of a run and counts it. A second outcome of the same run changes nothing. */
    recordOutcome: async (
      operationId: string,
      runId: string,
      { outcome, ...rest }: RunOutcome,
    ): Promise<void> => {
      await tx.$executeRaw`
        with told as (
          update bulk_operation_runs
             set outcome = ${outcome}, reason = ${rest.reason ?? null}, new_run_id = ${rest.newRunId ?? null}
           where operation_id = ${operationId} and run_id = ${runId} and outcome = 'pending'
          returning 1
        )
        update bulk_operations
           set done = done + (${outcome} = 'done')::int,
               skipped = skipped + (${outcome} = 'skipped')::int,
               failed = failed + (${outcome} = 'failed')::int
         where id = ${operationId} and exists (select from told)`;
    },

    /** Lists the runs with these outcomes, newest first. */
    listRuns: (operationId: string, outcomes: readonly string[], limit: number) =>
      tx.bulkOperationRun.findMany({
        where: { operationId, outcome: { in: [...outcomes] } },
        orderBy: { runId: "desc" },
        take: limit,
        select: { runId: true, outcome: true, reason: true, newRunId: true },
      }),
  };
}
