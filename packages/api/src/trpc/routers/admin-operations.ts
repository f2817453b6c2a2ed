import { countForOperation } from "@besunny/core/platform/bulk-actions/count-for-bulk-action";
import { getOperation } from "@besunny/core/platform/bulk-actions/get-bulk-action";
import { listOperations } from "@besunny/core/platform/bulk-actions/list-bulk-actions";
import { startOperation } from "@besunny/core/platform/bulk-actions/start-bulk-action";
import { stopOperation } from "@besunny/core/platform/bulk-actions/stop-bulk-action";

import { platformProcedure, router } from "../init";

export const operationsRouter = router({
  count: platformProcedure
    .input(countForOperation.input)
    .query(({ ctx, input }) => countForOperation(ctx.platform, input)),

  start: platformProcedure
    .input(startOperation.input)
    .mutation(({ ctx, input }) => startOperation(ctx.platform, input)),

  stop: platformProcedure
    .input(stopOperation.input)
    .mutation(({ ctx, input }) => stopOperation(ctx.platform, input)),

  list: platformProcedure
    .input(listOperations.input)
    .query(({ ctx, input }) => listOperations(ctx.platform, input)),

  get: platformProcedure
    .input(getOperation.input)
    .query(({ ctx, input }) => getOperation(ctx.platform, input)),
});
