import { assured, integer, nullable, ownJson, real, text } from "@besunny/sql/rows/column";

import { afterNumber, encodeCursor, type Page } from "../cursor";
import type { Prisma } from "../generated/client";
import { newId } from "../ids";
import { type RowsOf, rawRows } from "../raw-rows";
import type { Scope } from "../scope";
import type { Tx } from "../workspace/tx";

const columns = {
  id: true,
  automationId: true,
  automation: { select: { name: true, ownerId: true } },
  version: true,
  definition: true,
  filter: true,
  at: true,
  askedBy: { select: { id: true, name: true } },
  state: true,
  total: true,
  looked: true,
  cursor: true,
  counts: true,
  error: true,
  endedAt: true,
  batchId: true,
  appliedVersion: true,
  undoState: true,
} satisfies Prisma.AutomationRehearsalSelect;
const rowColumns = {
  position: true,
  documentId: true,
  document: { select: { title: true, type: true } },
  truth: true,
  trace: true,
  lines: true,
  conflicts: true,
  marks: true,
  fingerprint: true,
} satisfies Prisma.RehearsalRowSelect;

export type StoredRehearsal = Prisma.AutomationRehearsalGetPayload<{ select: typeof columns }>;
export type StoredRehearsalRow = Prisma.RehearsalRowGetPayload<{ select: typeof rowColumns }>;
export type NewRehearsalRow = {
  position: number;
  documentId: string;
  truth: string;
  trace: unknown;
  lines: unknown;
  conflicts: unknown;
  marks: string[];
  fingerprint: string;
};

const usualRows = rawRows({ costMicro: nullable(real), seconds: nullable(real) });
export type Usual = RowsOf<typeof usualRows>;

const nextRows = rawRows({
  itemId: text,
  documentId: text,
  lines: ownJson<unknown[]>(),
  fingerprint: text,
  runId: nullable(text),
});
/** A document that a rehearsal is to be applied to. */
export type NextToApply = RowsOf<typeof nextRows>;

const undoRows = rawRows({ itemId: text, runId: assured(text) });
const undoneRows = rawRows({ changes: integer, undone: integer, kept: integer });
export type UndoneCounts = RowsOf<typeof undoneRows>;

type Reader = { id: string; seesAll: boolean };

/** Reads and writes rehearsals. One is seen with its automation, and each of its rows with its document. */
export function rehearsalRepository(tx: Tx, { workspaceId, principals }: Scope) {
  const readable = ({ id, seesAll }: Reader): Prisma.AutomationRehearsalWhereInput => ({
    workspaceId,
    ...(!seesAll && { automation: { ownerId: id } }),
  });
  const seen = { document: { access: { hasSome: [...principals] } } };

  return {
    create: async (made: {
      automationId: string;
      version: number | null;
      definition: object;
      filter: object;
      at: Date;
      askedById: string;
      counts: object;
    }): Promise<string> => {
      const id = newId("arh");
      await tx.automationRehearsal.createMany({ data: [{ id, workspaceId, ...made }] });
      return id;
    },

    find: (id: string, reader: Reader): Promise<StoredRehearsal | null> =>
      tx.automationRehearsal.findFirst({ where: { ...readable(reader), id }, select: columns }),

    /** Finds a rehearsal for its job. */
    findAny: (id: string): Promise<StoredRehearsal | null> =>
      tx.automationRehearsal.findFirst({ where: { workspaceId, id }, select: columns }),

    /** Lists the rehearsals of an automation, newest first. */
    list: (automationId: string, reader: Reader, limit: number): Promise<StoredRehearsal[]> =>
      tx.automationRehearsal.findMany({
        where: { ...readable(reader), automationId },
        orderBy: [{ at: "desc" }, { id: "desc" }],
        take: limit,
        select: columns,
      }),

    /** Removes all but the newest of an automation that have ended. */
    keepNewest: async (automationId: string, kept: number): Promise<void> => {
      const old = await tx.automationRehearsal.findMany({
        where: { workspaceId, automationId, state: { not: "running" }, batchId: null },
        orderBy: [{ at: "desc" }, { id: "desc" }],
        skip: kept,
        select: { id: true },
      });
      await tx.automationRehearsal.deleteMany({
        where: { workspaceId, id: { in: old.map(({ id }) => id) } },
      });
    },

    /** Moves a rehearsal on from the end of a part. Returns false if it is there no longer, or has ended. */
    goOn: async (
      id: string,
      from: number,
      to: {
        looked: number;
        total: number;
        cursor: string | null;
        counts: object;
        state: string;
        endedAt: Date | null;
      },
    ): Promise<boolean> => {
      const { count } = await tx.automationRehearsal.updateMany({
        where: { workspaceId, id, looked: from, state: "running" },
        data: to,
      });
      return count === 1;
    },

    /** Ends a rehearsal that is running. Returns false if it has ended. */
    end: async (
      id: string,
      to: { state: "failed" | "stopped"; error?: string; endedAt: Date },
    ): Promise<boolean> => {
      const { count } = await tx.automationRehearsal.updateMany({
        where: { workspaceId, id, state: "running" },
        data: to,
      });
      return count === 1;
    },

    addRows: async (rehearsalId: string, rows: readonly NewRehearsalRow[]): Promise<void> => {
      await tx.$executeRaw`
        insert into rehearsal_rows (rehearsal_id, position, workspace_id, document_id, truth, trace, lines, conflicts, marks, fingerprint)
        select ${rehearsalId}, r.position, ${workspaceId}, r."documentId", r.truth, r.trace, r.lines, r.conflicts, r.marks, r.fingerprint
          from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
               as r(position int, "documentId" text, truth text, trace jsonb, lines jsonb, conflicts jsonb, marks text[], fingerprint text)
         where exists (select 1 from documents d where d.id = r."documentId")`;
    },

    /** Lists rows in the order of the rehearsal: those with documents that the reader sees. */
    rows: async (
      rehearsalId: string,
      { truth, mark }: { truth?: string | undefined; mark?: string | undefined },
      page: { cursor?: string | null | undefined; limit: number },
    ): Promise<Page<StoredRehearsalRow>> => {
      const list = `rehearsal/${rehearsalId}`;
      const after = afterNumber(page.cursor, list);
      const rows = await tx.rehearsalRow.findMany({
        where: {
          workspaceId,
          rehearsalId,
          ...seen,
          ...(truth && { truth }),
          ...(mark && { marks: { has: mark } }),
          ...(after && { position: { gt: after.number } }),
        },
        orderBy: { position: "asc" },
        take: page.limit + 1,
        select: rowColumns,
      });
      const items = rows.slice(0, page.limit);
      const last = rows.length > page.limit ? items.at(-1) : undefined;
      return {
        items,
        nextCursor: last ? encodeCursor(list, [String(last.position), last.documentId]) : null,
      };
    },

    /** Returns the ids of the documents that match, in the order of the rehearsal. */
    matching: async (rehearsalId: string): Promise<string[]> => {
      const rows = await tx.rehearsalRow.findMany({
        where: { workspaceId, rehearsalId, truth: "yes" },
        orderBy: { position: "asc" },
        select: { documentId: true },
      });
      return rows.map(({ documentId }) => documentId);
    },

    /** Says that a rehearsal is applied by a batch. Returns false if one was before. */
    apply: async (id: string, batchId: string, appliedVersion: number): Promise<boolean> => {
      const { count } = await tx.automationRehearsal.updateMany({
        where: { workspaceId, id, batchId: null },
        data: { batchId, appliedVersion },
      });
      return count === 1;
    },

    /** Says how far the undoing of a rehearsal is. Returns false if it is there already. */
    setUndo: async (id: string, undoState: "running" | "done"): Promise<boolean> => {
      const { count } = await tx.automationRehearsal.updateMany({
        where: { workspaceId, id, OR: [{ undoState: null }, { undoState: { not: undoState } }] },
        data: { undoState },
      });
      return count === 1;
    },

    /** Lists the next documents of an applied rehearsal: those that have not begun, and those whose run a crash has stopped. */
    nextToApply: (rehearsalId: string, limit: number) =>
      nextRows(tx)`
        select i.id as "itemId", w.document_id as "documentId", w.lines, w.fingerprint, a.id as "runId"
          from automation_rehearsals h
          join batches b on b.id = h.batch_id
          join batch_items i on i.batch_id = b.id
          join rehearsal_rows w on w.rehearsal_id = h.id and w.document_id = i.document_id
          left join automation_runs a on a.id = i.automation_run_id
         where h.workspace_id = ${workspaceId} and h.id = ${rehearsalId} and b.state = 'running' and i.refused is null
           and (i.automation_run_id is null or a.state = 'running')
         order by i.id limit ${limit}`,

    /** Links a document of an applied rehearsal with its run, or says why it has none. Returns false if that was done before. */
    settle: async (
      itemId: string,
      to: { automationRunId: string } | { refused: string },
    ): Promise<boolean> => {
      const { count } = await tx.batchItem.updateMany({
        where: { workspaceId, id: itemId, automationRunId: null, refused: null },
        data: to,
      });
      return count === 1;
    },

    /** Lists the runs of an applied rehearsal that have changed something, last first. */
    runsToUndo: (rehearsalId: string, before: string | null, limit: number) =>
      undoRows(tx)`
        select i.id as "itemId", i.automation_run_id as "runId"
          from automation_rehearsals h join batch_items i on i.batch_id = h.batch_id
         where h.workspace_id = ${workspaceId} and h.id = ${rehearsalId} and (${before}::text is null or i.id < ${before})
           and exists (select 1 from automation_changes c where c.run_id = i.automation_run_id and c.undone_at is null)
         order by i.id desc limit ${limit}`,

    /** Counts the changes of an applied rehearsal: all, those undone, and those that stay. */
    undone: async (rehearsalId: string): Promise<UndoneCounts> => {
      const [row] = await undoneRows(tx)`
        select count(*)::int as changes,
               (count(*) filter (where c.undone_at is not null))::int as undone,
               (count(*) filter (where c.undone_at is null and c.not_undone_because is not null))::int as kept
          from automation_rehearsals h join batch_items i on i.batch_id = h.batch_id
          join automation_changes c on c.run_id = i.automation_run_id
         where h.workspace_id = ${workspaceId} and h.id = ${rehearsalId}
           and (c.undone_at is null or c.undone_at > 'epoch')`;
      return row ?? { changes: 0, undone: 0, kept: 0 };
    },

    /** Returns what a document costs at outside models, and how long a run takes, as they were since a moment. Null while unknown. */
    usual: async (since: Date): Promise<Usual> => {
      const [row] = await usualRows(tx)`
        select (select (sum(cost_micro) / nullif(count(distinct document_id), 0))::float8 from model_calls
                 where workspace_id = ${workspaceId} and document_id is not null and created_at >= ${since}) as "costMicro",
               (select percentile_cont(0.5) within group (order by extract(epoch from ended_at - began_at)) from automation_runs
                 where workspace_id = ${workspaceId} and state = 'done' and began_at >= ${since}) as seconds`;
      return row ?? { costMicro: null, seconds: null };
    },
  };
}
