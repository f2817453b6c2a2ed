import { z } from "zod";

import { conflict } from "../../errors";
import { runOperationAsked } from "../../events";
import { platformCommand, platformOperation } from "../../operation/operation";
import { keptRuns } from "../runs/engine-runs";
import { RunFilter } from "../runs/run-filter";
import { countFitting, narrowed, OperationKind, shownOperation } from "./contract";

const Selection = z.object({
  kind: OperationKind,
  /** These runs, or all that fit the filter at this moment. */
  runIds: z.array(z.string().max(100)).min(1).max(1_000).optional(),
  filter: RunFilter.optional(),
  /** Of the one run that is retried. */
  fromStep: z.string().max(200).optional(),
});

/** Retries, replays or cancels many runs: as a job of its own, which can be watched and stopped. */
export const startOperation = platformOperation({
  input: Selection.refine(
    ({ runIds, filter }) => (runIds === undefined) !== (filter === undefined),
    {
      error: "Name the runs, or a filter",
    },
  ).refine(
    ({ kind, runIds, fromStep }) => !fromStep || (kind === "retry" && runIds?.length === 1),
    {
      error: "Only one run can be retried from a chosen step",
    },
  ),

  async run(ctx, { runIds, filter, ...rest }) {
    keptRuns(ctx);
    if (runIds) return create(ctx, { ...rest, runIds, filter: {}, total: new Set(runIds).size });
    const now = ctx.clock();
    const to = filter?.to && filter.to < now ? filter.to : now;
    const fit = narrowed(rest.kind, { ...filter, to });
    const total = fit ? await countFitting(ctx, rest.kind, fit) : 0;
    if (!fit || total === 0) return conflict("No run fits any more", "Look at the list again.");
    return create(ctx, { ...rest, runIds: [], filter: fit, total });
  },
});

const create = platformCommand({
  action: "operation.start",
  input: Selection.extend({
    runIds: z.array(z.string()),
    filter: RunFilter,
    total: z.number().int(),
  }),

  async run({ operations, events, actor, clock }, { filter, runIds, fromStep, ...rest }) {
    const operation = await operations.create({
      ...rest,
      filter: storable(filter),
      runIds: [...new Set(runIds)],
      fromStep: fromStep ?? null,
      askedById: actor.kind === "platformAdmin" ? actor.id : actor.job,
      createdAt: clock(),
    });
    await events.add(runOperationAsked.of({ operationId: operation.id }));
    return shownOperation(operation);
  },
});

function storable({ from, to, ...rest }: RunFilter) {
  return {
    ...rest,
    ...(from && { from: from.toISOString() }),
    ...(to && { to: to.toISOString() }),
  };
}
