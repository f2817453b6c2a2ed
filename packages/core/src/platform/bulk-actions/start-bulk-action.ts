import { conflict } from "../../errors";
import { platformFlow } from "../../operation/platform";
import { engineRuns } from "../runs/engine-runs";
import { BulkActionSelection, BulkActionSummary, narrowed } from "./contract";
import { countFitting } from "./count-fitting";
import { recordBulkAction } from "./record-bulk-action";

/** Retries, replays or cancels many runs, as a job that can be watched and stopped. Throws `CONFLICT` if no run fits. */
export const startBulkAction = platformFlow("platform.start-bulk-action", {
  title: "Start a bulk action",
  permission: "bulkAction.manage",
  input: BulkActionSelection.refine(
    ({ runIds, filter }) => (runIds === undefined) !== (filter === undefined),
    { error: "Name the runs, or a filter" },
  ).refine(
    ({ kind, runIds, fromStep }) => !fromStep || (kind === "retry" && runIds?.length === 1),
    {
      error: "Only one run can be retried from a chosen step",
    },
  ),
  output: BulkActionSummary,
  doors: ["admin"],

  async handle({ caller, runs, clock }, { runIds, filter, ...rest }) {
    engineRuns({ runs });
    if (runIds) {
      const total = new Set(runIds).size;
      return recordBulkAction(caller, { ...rest, runIds, filter: {}, total });
    }
    const now = clock();
    const to = filter?.to && filter.to < now ? filter.to : now;
    const fit = narrowed(rest.kind, { ...filter, to });
    const total = fit ? await countFitting({ runs }, rest.kind, fit) : 0;
    if (!fit || total === 0) return conflict("No run fits any more", "Look at the list again.");
    return recordBulkAction(caller, { ...rest, runIds: [], filter: fit, total });
  },
});
