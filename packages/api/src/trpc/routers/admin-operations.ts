import { countForOperation } from "@besunny/core/platform/operations/count-for-operation";
import { getOperation } from "@besunny/core/platform/operations/get-operation";
import { listOperations } from "@besunny/core/platform/operations/list-operations";
import { startOperation } from "@besunny/core/platform/operations/start-operation";
import { stopOperation } from "@besunny/core/platform/operations/stop-operation";

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
