import {
  assured,
  boolean,
  integer,
  nullable,
  real,
  text,
  timestamp,
} from "@besunny/sql/rows/column";
import { afterId, afterTime, type Page, toPage } from "../cursor";
import { Prisma } from "../generated/client";
import { newId } from "../ids";
import { type RowsOf, rawRows } from "../raw-rows";
import type { Scope } from "../scope";
import type { Tx } from "./tx";

const columns = {
  id: true,
  kind: true,
  title: true,
  state: true,
  expectedCount: true,
  createdAt: true,
  measuredFrom: true,
  createdBy: { select: { id: true, name: true } },
} satisfies Prisma.BatchSelect;

export type Batch = Prisma.BatchGetPayload<{ select: typeof columns }>;

const batchCounts = rawRows({
  batchId: text,
  state: text,
  count: integer,
  lastFinishedAt: nullable(timestamp),
});
/** The number of a batch's items in one state: `queued running finished failed cancelled` of their runs, `duplicate`, or `removed`. */
export type BatchCount = RowsOf<typeof batchCounts>;

const batchProgress = rawRows({ batchId: text, arrivedCount: integer, measuredEnds: integer });
/** The number of all announced files that came into a batch, regardless of access, and of runs that ended since its speed is measured. */
export type BatchProgress = RowsOf<typeof batchProgress>;

const batchRows = rawRows({
  itemId: text,
  documentId: nullable(text),
  runId: nullable(text),
  state: text,
  title: nullable(text),
  fileName: nullable(text),
  folder: nullable(text),
  format: nullable(text),
  type: nullable(text),
  confidence: nullable(real),
  stage: nullable(text),
  stageState: nullable(text),
  durationMs: nullable(integer),
  errorCode: nullable(text),
  errorMessage: nullable(text),
  errorRemedy: nullable(text),
  startedAt: nullable(timestamp),
  finishedAt: nullable(timestamp),
});
/** One document of a batch, with its run and its stage. */
export type BatchRow = RowsOf<typeof batchRows>;

const failureReasons = rawRows({ code: text, message: text, remedy: text, count: integer });
const documentIds = rawRows({ documentId: assured(text) });
const arrivals = rawRows({
  fileKey: assured(text),
  documentId: assured(text),
  isDuplicate: boolean,
});

/** A file that arrived in a batch. Attachments were not announced. */
export type NewBatchItem = {
  documentId: string;
  runId: string | null;
  isDuplicate?: boolean;
  isAttached?: boolean;
  fileName?: string | null;
  folder?: string | null;
  /** Names the file among those of its batch. */
  fileKey?: string | null;
};

export type BatchRowFilter = {
  states?: readonly string[] | undefined;
  /** The error message of documents that failed. */
  reason?: string | undefined;
};

/**
 * Reads and writes batches. Its maker, owners and admins can see a batch. Counts and lists include only the documents that the
 * principals may see now, so that a count always equals its rows.
 */
export function batchRepository(tx: Tx, { workspaceId, principals }: Scope) {
  const visible: Prisma.BatchWhereInput = {
    workspaceId,
    ...(!principals.includes("all") && { createdById: { in: [...principals] } }),
  };
  const seen = Prisma.sql`i.workspace_id = ${workspaceId}
    and (i.document_id is null or d.access && ${[...principals]}::text[])`;

  return {
    find: (id: string): Promise<Batch | null> =>
      tx.batch.findFirst({ where: { ...visible, id }, select: columns }),

    list: async (page: { limit: number; cursor?: string | undefined }): Promise<Page<Batch>> => {
      const after = afterTime(page.cursor, "batches");
      const rows = await tx.batch.findMany({
        where: {
          AND: [
            visible,
            after
              ? {
                  OR: [
                    { createdAt: { lt: after.at } },
                    { createdAt: after.at, id: { lt: after.id } },
                  ],
                }
              : {},
          ],
        },
        orderBy: [{ createdAt: "desc" }, { id: "desc" }],
        take: page.limit + 1,
        select: columns,
      });
      return toPage(rows, {
        limit: page.limit,
        list: "batches",
        keyOf: (row) => [row.createdAt.toISOString(), row.id],
      });
    },

    create: (batch: {
      kind: string;
      title: string | null;
      expectedCount: number;
      createdById: string | null;
      createdAt: Date;
    }): Promise<Batch> =>
      tx.batch.create({
        data: { id: newId("bat"), workspaceId, ...batch, measuredFrom: batch.createdAt },
        select: columns,
      }),

    update: async (
      id: string,
      changes: { state?: string; measuredFrom?: Date; expectedCount?: number },
    ): Promise<void> => {
      await tx.batch.updateMany({ where: { id, workspaceId }, data: changes });
    },

    /** Locks the batch until the transaction ends: other commands that change it or add to it wait. */
    lock: async (id: string): Promise<void> => {
      await tx.$executeRaw`select 1 from batches where id = ${id} and workspace_id = ${workspaceId} for update`;
    },

    addItems: async (batchId: string, items: readonly NewBatchItem[]): Promise<void> => {
      await tx.$executeRaw`
        insert into batch_items (id, workspace_id, batch_id, document_id, run_id, is_duplicate, is_attached, file_name, folder, file_key)
        select id, ${workspaceId}, ${batchId}, document_id, run_id, is_duplicate, is_attached, file_name, folder, file_key
          from unnest(${items.map(() => newId("itm"))}::text[], ${items.map(({ documentId }) => documentId)}::text[],
                      ${items.map(({ runId }) => runId)}::text[],
                      ${items.map(({ isDuplicate = false }) => isDuplicate)}::boolean[],
                      ${items.map(({ isAttached = false }) => isAttached)}::boolean[],
                      ${items.map(({ fileName = null }) => fileName)}::text[],
                      ${items.map(({ folder = null }) => folder)}::text[],
                      ${items.map(({ fileKey = null }) => fileKey)}::text[])
               as item(id, document_id, run_id, is_duplicate, is_attached, file_name, folder, file_key)`;
    },

    /** Returns those of these files that arrived in the batch, with the documents that the principals may see. */
    findArrived: (batchId: string, fileKeys: readonly string[]) =>
      arrivals(tx)`
        select i.file_key as "fileKey", i.document_id as "documentId", i.is_duplicate as "isDuplicate"
          from batch_items i join documents d on d.id = i.document_id
         where i.batch_id = ${batchId} and i.file_key = any(${[...fileKeys]}) and ${seen}`,

    /** Links the items with new runs, which from now on show the progress of their documents. */
    followRuns: async (
      followed: readonly { batchId: string; documentId: string; runId: string }[],
    ): Promise<void> => {
      if (followed.length === 0) return;
      await tx.$executeRaw`
        update batch_items i set run_id = f.run_id
          from unnest(${followed.map(({ batchId }) => batchId)}::text[], ${followed.map(({ documentId }) => documentId)}::text[],
                      ${followed.map(({ runId }) => runId)}::text[]) as f(batch_id, document_id, run_id)
         where i.workspace_id = ${workspaceId} and i.batch_id = f.batch_id and i.document_id = f.document_id
           and not i.is_duplicate`;
    },

    count: async (ids: readonly string[]): Promise<BatchCount[]> =>
      batchCounts(tx)`
        select i.batch_id as "batchId", ${stateOfItem} as state, count(*)::int as count,
               max(coalesce(r.finished_at, a.ended_at)) as "lastFinishedAt"
          from batch_items i
          join batches b on b.id = i.batch_id
          left join documents d on d.id = i.document_id
          left join runs r on r.id = i.run_id
          left join automation_runs a on a.id = i.automation_run_id
         where i.batch_id = any(${[...ids]}) and ${seen}
         group by 1, 2`,

    progress: async (ids: readonly string[]): Promise<BatchProgress[]> =>
      batchProgress(tx)`
        select b.id as "batchId",
               (select count(*)::int from batch_items i where i.batch_id = b.id and not i.is_attached) as "arrivedCount",
               (select count(*)::int from runs r
                 where r.batch_id = b.id and r.state in ('finished', 'failed') and r.finished_at >= b.measured_from
               ) + (select count(*)::int from batch_items i join automation_runs a on a.id = i.automation_run_id
                 where i.batch_id = b.id and a.state <> 'running' and a.began_at >= b.measured_from
               ) as "measuredEnds"
          from batches b where b.id = any(${[...ids]}) and b.workspace_id = ${workspaceId}`,

    /** Lists the rows in the order in which they came. */
    listRows: async (
      batchId: string,
      { states, reason }: BatchRowFilter,
      page: { limit: number; cursor?: string | undefined },
    ): Promise<Page<BatchRow>> => {
      const list = `batch/${batchId}`;
      const after = afterId(page.cursor, list);
      const rows = await batchRows(tx)`
        select i.id as "itemId", i.document_id as "documentId", i.run_id as "runId", ${stateOfItem} as state, d.title,
               coalesce(i.file_name, d.file_name) as "fileName", coalesce(i.folder, d.folder) as folder, d.format, d.type, d.type_confidence as confidence, s.name as stage,
               s.state as "stageState", t.duration as "durationMs", ${errorOfItem.code} as "errorCode",
               ${errorOfItem.message} as "errorMessage", ${errorOfItem.remedy} as "errorRemedy", coalesce(t.started, a.began_at) as "startedAt",
               coalesce(r.finished_at, a.ended_at) as "finishedAt"
          from batch_items i
          join batches b on b.id = i.batch_id
          left join documents d on d.id = i.document_id
          left join runs r on r.id = i.run_id
          left join automation_runs a on a.id = i.automation_run_id
          left join lateral (select name, state from run_steps where run_id = r.id order by started_at desc limit 1) s on true
          left join lateral (
            select min(started_at) as started, sum(duration_ms)::int as duration from run_steps where run_id = r.id
          ) t on true
         where i.batch_id = ${batchId} and ${seen}
           and (${states ? [...states] : null}::text[] is null or ${stateOfItem} = any(${states ? [...states] : null}::text[]))
           and (${reason ?? null}::text is null or ${errorOfItem.message} = ${reason ?? null})
           and (${after}::text is null or i.id > ${after})
         order by i.id
         limit ${page.limit + 1}`;
      return toPage(rows, { limit: page.limit, list, keyOf: (row) => [row.itemId] });
    },

    /** Lists the reasons why documents of the batch failed, most frequent first. */
    listReasons: (batchId: string) =>
      failureReasons(tx)`
        select coalesce(${errorOfItem.code}, 'INTERNAL') as code, coalesce(${errorOfItem.message}, '') as message,
               coalesce(${errorOfItem.remedy}, '') as remedy, count(*)::int as count
          from batch_items i join documents d on d.id = i.document_id
          left join runs r on r.id = i.run_id
          left join automation_runs a on a.id = i.automation_run_id
         where i.batch_id = ${batchId} and (r.state = 'failed' or a.state = 'failed' or i.refused is not null) and ${seen}
         group by 1, 2, 3 order by 4 desc, 2`,

    /** Lists the documents whose run in the batch is in one of these states; without those that ended with one of the codes `but`. */
    documentIds: async (
      batchId: string,
      states: readonly string[],
      { but = [] }: { but?: readonly string[] } = {},
    ): Promise<string[]> => {
      const rows = await documentIds(tx)`
        select i.document_id as "documentId"
          from batch_items i join documents d on d.id = i.document_id join runs r on r.id = i.run_id
         where i.batch_id = ${batchId} and r.state = any(${[...states]}) and ${seen}
           and (r.error_code is null or r.error_code <> all(${[...but]}::text[]))
         order by i.id`;
      return rows.map(({ documentId }) => documentId);
    },
  };
}

const stateOfItem = Prisma.sql`case when i.document_id is null then 'removed' when i.is_duplicate then 'duplicate'
  when i.refused is not null then 'failed'
  when b.kind = 'automation' then case when a.state in ('waiting', 'done') then 'finished'
    else coalesce(a.state, case when b.state = 'cancelled' then 'cancelled' else 'queued' end) end
  else coalesce(r.state, 'cancelled') end`;

/** An automation that fails is repeated from its run; a document that was refused is rehearsed again. */
const errorOfItem = {
  code: Prisma.sql`coalesce(r.error_code, case when i.refused is not null or a.state = 'failed' then 'CONFLICT' end)`,
  message: Prisma.sql`coalesce(r.error_message, i.refused, case when a.state = 'failed' then a.error->>'message' end)`,
  remedy: Prisma.sql`coalesce(r.error_remedy, case when i.refused is not null then 'Rehearse again, then apply to what is left.'
    when a.state = 'failed' then 'Look at the run, then repeat it from its step.' end)`,
};
