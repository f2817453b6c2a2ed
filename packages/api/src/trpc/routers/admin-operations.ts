import { countForBulkAction } from "@besunny/core/platform/bulk-actions/count-for-bulk-action";
import { getBulkAction } from "@besunny/core/platform/bulk-actions/get-bulk-action";
import { listBulkActions } from "@besunny/core/platform/bulk-actions/list-bulk-actions";
import { startBulkAction } from "@besunny/core/platform/bulk-actions/start-bulk-action";
import { stopBulkAction } from "@besunny/core/platform/bulk-actions/stop-bulk-action";

import { platformProcedure, router } from "../init";

export const operationsRouter = router({
  count: platformProcedure
    .input(countForBulkAction.input)
    .query(({ ctx, input }) => countForBulkAction(ctx.platform, input)),

  start: platformProcedure
    .input(startBulkAction.input)
    .mutation(({ ctx, input }) => startBulkAction(ctx.platform, input)),

  stop: platformProcedure
    .input(stopBulkAction.input)
    .mutation(({ ctx, input }) => stopBulkAction(ctx.platform, input)),

  list: platformProcedure
    .input(listBulkActions.input)
    .query(({ ctx, input }) => listBulkActions(ctx.platform, input)),

  get: platformProcedure
    .input(getBulkAction.input)
    .query(({ ctx, input }) => getBulkAction(ctx.platform, input)),
});
