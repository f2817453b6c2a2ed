import type { Tx } from "./database";
import type { Prisma } from "./generated/client";
import { newId } from "./ids";
import type { Scope } from "./scope";

const columns = {
  id: true,
  documentId: true,
  kind: true,
  state: true,
  createdAt: true,
  finishedAt: true,
  steps: { omit: { workspaceId: true, runId: true }, orderBy: { startedAt: "asc" } },
} satisfies Prisma.RunSelect;

export type Run = Prisma.RunGetPayload<{ select: typeof columns }>;

export function runRepository(tx: Tx, { workspaceId }: Scope) {
  return {
    create: async (documentId: string, kind: string): Promise<string> => {
      const id = newId("run");
      await tx.run.createMany({ data: [{ id, workspaceId, documentId, kind, state: "queued" }] });
      return id;
    },

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
      const rows = await tx.$queryRaw<{ name: string; median: number }[]>`
        select name, percentile_cont(0.5) within group (order by duration_ms) as median
        from (
          select name, duration_ms, row_number() over (partition by name order by started_at desc) as age
          from run_steps
          where workspace_id = ${workspaceId} and state = 'finished' and duration_ms is not null
        ) recent
        where age <= 200
        group by name`;
      return rows.map(({ name, median }) => ({ name, durationMs: Number(median) }));
    },

    /** Moves a run that has not ended; false when it had. */
    move: async (id: string, state: string, finishedAt: Date | null): Promise<boolean> => {
      const { count } = await tx.run.updateMany({
        where: { id, workspaceId, state: { in: ["queued", "running"] } },
        data: { state, finishedAt },
      });
      return count > 0;
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
}
