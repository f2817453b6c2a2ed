import type { BulkOperation } from "@besunny/db/platform/bulk-operations";
import type { RunState } from "@besunny/engine/console/run-states";
import { z } from "zod";

import { count, idIn, instant } from "../../shapes";
import { RunFilter } from "../runs/contract";

export const bulkActionKinds = ["retry", "replay", "cancel"] as const;
export const BulkActionKind = z.enum(bulkActionKinds);
export type BulkActionKind = z.infer<typeof BulkActionKind>;

export const bulkActionEnds = ["finished", "stopped", "failed"] as const;
export const bulkActionStates = ["queued", "running", ...bulkActionEnds] as const;

export const runOutcomes = ["pending", "done", "skipped", "failed"] as const;

export const ofBulkAction = z.object({ id: z.string().startsWith("bop_").max(60) });

/** The action, and the runs to act on. */
export const BulkActionSelection = z.object({
  kind: BulkActionKind,
  /** Either these runs, or all that match the filter at this moment. */
  runIds: z.array(z.string().max(100)).min(1).max(1_000).optional(),
  filter: RunFilter.optional(),
  /** The step to retry from, for a retry of one run. */
  fromStep: z.string().max(200).optional(),
});

/** A bulk action. `runIds` is empty if a filter chose the runs. */
export const BulkActionSummary = z.object({
  id: idIn("bop"),
  kind: BulkActionKind,
  filter: RunFilter,
  runIds: z.array(z.string()),
  fromStep: z.string().nullable(),
  state: z.enum(bulkActionStates),
  total: count,
  done: count,
  skipped: count,
  failed: count,
  askedById: z.string(),
  createdAt: instant,
  startedAt: instant.nullable(),
  stopAskedAt: instant.nullable(),
  finishedAt: instant.nullable(),
});
export type BulkActionSummary = z.infer<typeof BulkActionSummary>;

const ActedRun = z.object({
  runId: z.string(),
  outcome: z.enum(runOutcomes),
  reason: z.string().nullable(),
  newRunId: z.string().nullable(),
});

/** A bulk action with the runs that it acted on, and the runs that it left unchanged with the reason. */
export const BulkActionDetail = BulkActionSummary.extend({
  left: z.array(ActedRun),
  acted: z.array(ActedRun),
});

/** A page of runs to act on. `isNew` is false for a page whose work was interrupted. */
export const PlannedPage = z.object({
  pending: z.array(z.object({ runId: z.string(), plannedAt: instant })),
  isNew: z.boolean(),
});

/** The states in which a kind of action can be done to a run; other runs are not in the selection. */
const fitting: Record<BulkActionKind, readonly RunState[]> = {
  retry: ["failed", "cancelled"],
  replay: ["completed", "failed", "cancelled"],
  cancel: ["queued", "running", "sleeping"],
};

/** Returns the filter narrowed to runs that the action fits; null if no run can fit. */
export function narrowed(kind: BulkActionKind, filter: RunFilter): RunFilter | null {
  const asked = filter.states?.length ? filter.states : fitting[kind];
  const states = fitting[kind].filter((state) => asked.includes(state));
  return states.length > 0 ? { ...filter, states } : null;
}

/** Returns a stored bulk action as admins see it. */
export function bulkActionOf({ filter, kind, state, ...rest }: BulkOperation): BulkActionSummary {
  return {
    ...rest,
    kind: BulkActionKind.parse(kind),
    filter: RunFilter.parse(filter),
    state: z.enum(bulkActionStates).parse(state),
  };
}

/** Returns whether the bulk action has work left. */
export function isOpen({ state }: Pick<BulkOperation, "state">): boolean {
  return state === "queued" || state === "running";
}
