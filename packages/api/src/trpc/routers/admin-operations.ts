import { countForOperation } from "@besunny/core/platform/bulk-actions/count-for-operation";
import { getOperation } from "@besunny/core/platform/bulk-actions/get-operation";
import { listOperations } from "@besunny/core/platform/bulk-actions/list-operations";
import { startOperation } from "@besunny/core/platform/bulk-actions/start-operation";
import { stopOperation } from "@besunny/core/platform/bulk-actions/stop-operation";

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
