import { z } from "zod";

import { actorIdOf } from "../../access/actor";
import { runOperationAsked } from "../../events";
import { platformCommand } from "../../operation/platform";
import { count } from "../../shapes";
import { RunFilter } from "../runs/contract";
import { BulkActionSelection, BulkActionSummary, bulkActionOf } from "./contract";

/** Stores a bulk action, asks the job to work on it, and returns it. */
export const recordBulkAction = platformCommand("platform.record-bulk-action", {
  title: "Record a bulk action",
  permission: "bulkAction.manage",
  input: BulkActionSelection.extend({
    runIds: z.array(z.string()),
    filter: RunFilter,
    total: count,
  }),
  output: BulkActionSummary,
  doors: [],
  audit: { subjects: ({ id }) => [id] },

  async handle({ operations, actor, clock, emit }, { filter, runIds, fromStep, ...rest }) {
    const action = await operations.create({
      ...rest,
      filter: storable(filter),
      runIds: [...new Set(runIds)],
      fromStep: fromStep ?? null,
      askedById: actorIdOf(actor),
      createdAt: clock(),
    });
    emit(runOperationAsked.of({ operationId: action.id }));
    return bulkActionOf(action);
  },
});

function storable({ from, to, ...rest }: RunFilter) {
  return {
    ...rest,
    ...(from && { from: from.toISOString() }),
    ...(to && { to: to.toISOString() }),
  };
}
