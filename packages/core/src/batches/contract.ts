import type { Batch, BatchCount, BatchProgress } from "@besunny/db/workspace/batches";
import { z } from "zod";

import { batchId } from "../ids";
import { confidence, count, idIn, instant } from "../shapes";
import {
  type BatchItemState,
  type BatchState,
  batchItemStates,
  batchStates,
} from "./contract/batch-states";

export const batchKinds = ["upload", "reprocess", "automation"] as const;

export const ofBatch = z.object({ id: batchId });

/** The time for which the server keeps an unfinished upload. A file that is missing after this time does not arrive any more. */
const ARRIVAL_MS = 2 * 86_400_000;
/** The fewest ended documents that show how fast a batch goes. */
const LEAST_MEASURED = 3;

const stateOfRun: Record<string, BatchItemState> = {
  queued: "waiting",
  running: "working",
  finished: "done",
  failed: "failed",
  cancelled: "cancelled",
};

/** Returns the state of a document of a batch for a stored state, which may be the state of a run. */
export function itemStateOf(state: string): BatchItemState {
  return stateOfRun[state] ?? z.enum(batchItemStates).parse(state);
}

/** Returns the stored states that mean one of these states. */
export function storedStates(states: readonly BatchItemState[]): string[] {
  return states.map((state) => {
    const run = Object.keys(stateOfRun).find((name) => stateOfRun[name] === state);
    return run ?? state;
  });
}

const BatchTotals = z.object({
  all: count,
  waiting: count,
  working: count,
  done: count,
  failed: count,
  cancelled: count,
  duplicate: count,
  removed: count,
  missing: count.meta({ description: "Announced, and still to come or never come" }),
  /** Documents for which nothing more happens by itself. */
  ended: count,
});
export type BatchTotals = z.infer<typeof BatchTotals>;

/** A batch as people see it. Its numbers are counted at every call. */
export const BatchSummary = z
  .object({
    id: idIn("bat"),
    kind: z.enum(batchKinds),
    title: z.string().nullable(),
    state: z.enum(batchStates),
    createdBy: z.object({ id: idIn("usr"), name: z.string() }).nullable(),
    createdAt: instant,
    finishedAt: instant.nullable(),
    totals: BatchTotals,
    etaSeconds: count.nullable().meta({ description: "Null while not known yet" }),
  })
  .meta({ id: "Batch" });
export type BatchSummary = z.infer<typeof BatchSummary>;

/** A batch with the reasons for which documents of it failed, each once. */
export const BatchWithReasons = BatchSummary.extend({
  reasons: z.array(z.object({ code: z.string(), message: z.string(), remedy: z.string(), count })),
}).meta({ id: "BatchWithReasons" });

/** One document of a batch. `id` names its place in the batch. */
export const BatchDocument = z
  .object({
    id: idIn("itm"),
    documentId: idIn("doc").nullable(),
    state: z.enum(batchItemStates),
    title: z.string().nullable(),
    fileName: z.string().nullable().meta({
      description: "Name of the uploaded file; the document of a duplicate may have another",
    }),
    folder: z.string().nullable().meta({ description: "Folders in which it was uploaded" }),
    format: z.string().nullable(),
    type: z.string().nullable(),
    confidence,
    stage: z.string().nullable().meta({ description: "Null while none is being worked on" }),
    durationMs: z.number().nullable(),
    error: z.object({ code: z.string(), message: z.string(), remedy: z.string() }).nullable(),
    startedAt: instant.nullable(),
    finishedAt: instant.nullable(),
  })
  .meta({ id: "BatchDocument" });
export type BatchDocument = z.infer<typeof BatchDocument>;

/** Counts the files of a batch by what became of them. Files that never came to a cancelled batch have ended with it. */
export function totalsOf(
  batch: Pick<Batch, "expectedCount" | "state">,
  counts: readonly Pick<BatchCount, "state" | "count">[],
  arrivedCount: number,
): BatchTotals {
  const of = (state: BatchItemState) =>
    counts.find((each) => itemStateOf(each.state) === state)?.count ?? 0;
  const states = {
    waiting: of("waiting"),
    working: of("working"),
    done: of("done"),
    failed: of("failed"),
    cancelled: of("cancelled"),
    duplicate: of("duplicate"),
    removed: of("removed"),
  };
  const missing = Math.max(0, batch.expectedCount - arrivedCount);
  const all = missing + counts.reduce((sum, { count }) => sum + count, 0);
  const awaited = batch.state === "cancelled" ? 0 : missing;
  return { ...states, missing, all, ended: all - awaited - states.waiting - states.working };
}

/** Returns the state of a batch. No column says that a batch is finished; the states of its documents do. */
export function stateOf(
  { state, createdAt }: Pick<Batch, "state" | "createdAt">,
  { waiting, working, missing }: Pick<BatchTotals, "waiting" | "working" | "missing">,
  now: Date,
): BatchState {
  const isOpen = waiting + working > 0;
  const mayArrive = missing > 0 && now.getTime() - createdAt.getTime() < ARRIVAL_MS;
  if (state === "cancelled") return isOpen ? "running" : "cancelled";
  if (!isOpen && !mayArrive) return "finished";
  return state === "paused" ? "paused" : "running";
}

/**
 * Returns the seconds until the rest of the batch is done, at its speed since it began, was resumed or retried. Null while this speed is
 * unknown, and while nothing moves.
 */
export function etaSeconds({
  state,
  left,
  measuredEnds,
  measuredMs,
}: {
  state: BatchState;
  left: number;
  measuredEnds: number;
  measuredMs: number;
}): number | null {
  if (state !== "running" || measuredEnds < LEAST_MEASURED || measuredMs <= 0) return null;
  return Math.ceil((left * measuredMs) / measuredEnds / 1000);
}

/** Returns a batch as people see it, with numbers that are counted now. */
export function batchSummaryOf(
  batch: Batch,
  counts: readonly BatchCount[],
  progress: Pick<BatchProgress, "arrivedCount" | "measuredEnds">,
  now: Date,
): BatchSummary {
  const totals = totalsOf(batch, counts, progress.arrivedCount);
  const state = stateOf(batch, totals, now);
  const isOver = state === "finished" || state === "cancelled";
  const ends = counts.flatMap(({ lastFinishedAt }) => lastFinishedAt?.getTime() ?? []);
  return {
    id: batch.id,
    kind: z.enum(batchKinds).parse(batch.kind),
    title: batch.title,
    state,
    createdBy: batch.createdBy,
    createdAt: batch.createdAt,
    finishedAt: isOver && ends.length > 0 ? new Date(Math.max(...ends)) : null,
    totals,
    etaSeconds: etaSeconds({
      state,
      left: totals.all - totals.ended,
      measuredEnds: progress.measuredEnds,
      measuredMs: now.getTime() - batch.measuredFrom.getTime(),
    }),
  };
}
