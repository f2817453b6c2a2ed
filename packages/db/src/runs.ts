import { integer, real, text } from "@besunny/sql/rows/column";
import type { Tx } from "./database";
import type { Prisma } from "./generated/client";
import { newId } from "./ids";
import { rawRows } from "./raw-rows";
import type { Scope } from "./scope";

const columns = {
  id: true,
  documentId: true,
  kind: true,
  state: true,
  createdAt: true,
  finishedAt: true,
  errorCode: true,
  errorMessage: true,
  errorRemedy: true,
  batch: { select: { id: true, title: true, kind: true, state: true } },
  steps: { omit: { workspaceId: true, runId: true }, orderBy: { startedAt: "asc" } },
} satisfies Prisma.RunSelect;

/** `process` is live work; `reprocess` is a backfill. */
export type RunKind = "process" | "reprocess";

export type Run = Prisma.RunGetPayload<{ select: typeof columns }>;

export function runRepository(tx: Tx, { workspaceId }: Scope) {
  return {
    create: async (
      documentId: string,
      kind: RunKind,
      batchId: string | null = null,
    ): Promise<string> => {
      const [id] = await createMany([documentId], kind, batchId);
      if (!id) throw new Error("A run was not created");
      return id;
    },

    /** One for each document, in their order. */
    createMany,

    find: (id: string): Promise<Run | null> =>
      tx.run.findFirst({ where: { id, workspaceId }, select: columns }),

    latest: (documentId: string): Promise<Run | null> =>
      tx.run.findFirst({
        where: { workspaceId, documentId },
        orderBy: [{ createdAt: "desc" }, { id: "desc" }],
        select: columns,
      }),

    list: (documentId: string): Promise<Run[]> =>
      tx.run.findMany({
        where: { workspaceId, documentId },
        orderBy: [{ createdAt: "desc" }, { id: "desc" }],
        take: 20,
        select: columns,
      }),

    /** How long each stage usually takes here, in ms: the median of the last 200 that finished. */
    typicalDurations: async (): Promise<{ name: string; durationMs: number }[]> => {
      const rows = await medians(tx)`
        select name, percentile_cont(0.5) within group (order by duration_ms) as median
        from (
          select name, duration_ms, row_number() over (partition by name order by started_at desc) as age
          from run_steps
          where workspace_id = ${workspaceId} and state = 'finished' and duration_ms is not null
        ) recent
        where age <= 200
        group by name`;
      return rows.map(({ name, median }) => ({ name, durationMs: median }));
    },

    /** Moves a run that has not ended; false when it had. */
    move: async (
      id: string,
      state: string,
      finishedAt: Date | null,
      error?: { errorCode: string; errorMessage: string; errorRemedy: string },
    ): Promise<boolean> => {
      const { count } = await tx.run.updateMany({
        where: { id, workspaceId, state: { in: ["queued", "running"] } },
        data: { state, finishedAt, ...error },
      });
      return count > 0;
    },

    /** A run that has ended is at work again. */
    reopen: async (id: string): Promise<void> => {
      await tx.run.updateMany({
        where: { id, workspaceId },
        data: {
          state: "running",
          finishedAt: null,
          errorCode: null,
          errorMessage: null,
          errorRemedy: null,
        },
      });
    },

    /** How many live runs of the workspace wait before this one: those that were asked for earlier and are not paused with their batch. */
    countAhead: async (id: string): Promise<number> => {
      const [row] = await ahead(tx)`
        select count(*)::int as count
          from runs r join runs mine on mine.id = ${id} and mine.workspace_id = r.workspace_id
          left join batches b on b.id = r.batch_id
         where r.workspace_id = ${workspaceId} and r.state = 'queued' and r.kind = mine.kind
           and (r.created_at, r.id) < (mine.created_at, mine.id) and b.state is distinct from 'paused'`;
      return row?.count ?? 0;
    },

    /** Ends every open run of a document; their ids come back. */
    endOpen: async (documentId: string, state: string, finishedAt: Date): Promise<string[]> => {
      const open = await tx.run.findMany({
        where: { documentId, workspaceId, state: { in: ["queued", "running"] } },
        select: { id: true },
      });
      const ids = open.map(({ id }) => id);
      await tx.run.updateMany({
        where: { id: { in: ids }, workspaceId },
        data: { state, finishedAt },
      });
      await tx.runStep.updateMany({
        where: { runId: { in: ids }, workspaceId, state: "running" },
        data: { state, finishedAt },
      });
      return ids;
    },

    startStep: async (runId: string, name: string, startedAt: Date): Promise<void> => {
      await tx.runStep.upsert({
        where: { runId_name: { runId, name } },
        create: { runId, workspaceId, name, state: "running", startedAt },
        update: {
          state: "running",
          startedAt,
          finishedAt: null,
          durationMs: null,
          errorCode: null,
          errorMessage: null,
          attempt: { increment: 1 },
        },
        select: { name: true },
      });
    },

    endStep: async (
      runId: string,
      name: string,
      end: {
        state: string;
        finishedAt: Date;
        durationMs: number;
        errorCode?: string;
        errorMessage?: string;
      },
    ): Promise<void> => {
      await tx.runStep.updateMany({ where: { runId, name, workspaceId }, data: end });
    },
  };

  async function createMany(
    documentIds: readonly string[],
    kind: RunKind,
    batchId: string | null,
  ): Promise<string[]> {
    const runs = documentIds.map((documentId) => ({ id: newId("run"), documentId }));
    await tx.run.createMany({
      data: runs.map((run) => ({ ...run, workspaceId, kind, batchId, state: "queued" })),
    });
    return runs.map(({ id }) => id);
  }
}

const medians = rawRows({ name: text, median: real });
const ahead = rawRows({ count: integer });
