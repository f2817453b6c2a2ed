import { integer, nullable, real, text } from "@besunny/sql/rows/column";
import type { Prisma } from "../generated/client";
import { newId } from "../ids";
import { rawRows } from "../raw-rows";
import type { Scope } from "../scope";
import type { Tx } from "./tx";

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

/** `process` is live work, `arrived` came from a source, and `reprocess` is a backfill. */
export type RunKind = "process" | "arrived" | "reprocess";

export type Run = Prisma.RunGetPayload<{ select: typeof columns }>;

export function runRepository(tx: Tx, { workspaceId }: Scope) {
  return {
    create: async (
      documentId: string,
      kind: RunKind,
      batchId: string | null = null,
    ): Promise<string> => {
      const [id] = await createMany(kind, [{ documentId, batchId }]);
      if (!id) throw new Error("A run was not created");
      return id;
    },

    /** Creates one run for each document in one statement. Returns their ids in the order of the documents. */
    createMany,

    find: (id: string): Promise<Run | null> =>
      tx.run.findFirst({ where: { id, workspaceId }, select: columns }),

    latest: (documentId: string): Promise<Run | null> =>
      tx.run.findFirst({
        where: { workspaceId, documentId },
        orderBy: [{ createdAt: "desc" }, { id: "desc" }],
        select: columns,
      }),

    /** Returns the newest run of each of these documents. */
    latestOf: (
      documentIds: readonly string[],
    ): Promise<{ documentId: string; state: string; batchId: string | null }[]> => latestRows(tx)`
      select distinct on (document_id) document_id as "documentId", state, batch_id as "batchId"
        from runs where document_id = any(${[...documentIds]}) and workspace_id = ${workspaceId}
       order by document_id, created_at desc, id desc`,

    list: (documentId: string): Promise<Run[]> =>
      tx.run.findMany({
        where: { workspaceId, documentId },
        orderBy: [{ createdAt: "desc" }, { id: "desc" }],
        take: 20,
        select: columns,
      }),

    /** Returns the typical duration of each stage in milliseconds: the median of the last 200 that finished in this workspace. */
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

    /** Changes the state of a run that has not ended. Returns false if it had ended. */
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

    /** Sets a run that has ended back to running. */
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

    /** Counts the live runs of the workspace that wait before this one: queued earlier and not paused with their batch. */
    countAhead: async (id: string): Promise<number> => {
      const [row] = await ahead(tx)`
        select count(*)::int as count
          from runs r join runs mine on mine.id = ${id} and mine.workspace_id = r.workspace_id
          left join batches b on b.id = r.batch_id
         where r.workspace_id = ${workspaceId} and r.state = 'queued' and r.kind = mine.kind
           and (r.created_at, r.id) < (mine.created_at, mine.id) and b.state is distinct from 'paused'`;
      return row?.count ?? 0;
    },

    /** Ends every open run of these documents in one statement. Returns the ids of the documents that had one. */
    endOpenOf: async (
      documentIds: readonly string[],
      state: string,
      finishedAt: Date,
    ): Promise<string[]> => {
      const rows = await endedRows(tx)`
        with ended as (
          update runs set state = ${state}, finished_at = ${finishedAt}
           where document_id = any(${[...documentIds]}) and workspace_id = ${workspaceId} and state in ('queued', 'running')
          returning id, document_id
        ), steps as (
          update run_steps s set state = ${state}, finished_at = ${finishedAt}
            from ended e where s.run_id = e.id and s.workspace_id = ${workspaceId} and s.state = 'running'
        )
        select distinct document_id as "documentId" from ended order by 1`;
      return rows.map(({ documentId }) => documentId);
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
    kind: RunKind,
    asked: readonly { documentId: string; batchId: string | null }[],
  ): Promise<string[]> {
    const ids = asked.map(() => newId("run"));
    await tx.$executeRaw`
      insert into runs (id, workspace_id, document_id, kind, batch_id, state, created_at)
      select id, ${workspaceId}, document_id, ${kind}, batch_id, 'queued', clock_timestamp()
        from unnest(${ids}::text[], ${asked.map(({ documentId }) => documentId)}::text[],
                    ${asked.map(({ batchId }) => batchId)}::text[]) as asked(id, document_id, batch_id)`;
    return ids;
  }
}

const medians = rawRows({ name: text, median: real });
const ahead = rawRows({ count: integer });

const latestRows = rawRows({ documentId: text, state: text, batchId: nullable(text) });
const endedRows = rawRows({ documentId: text });
