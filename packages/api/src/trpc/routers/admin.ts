import { getOverview } from "@besunny/core/platform/get-overview";
import { listPlatformDocuments } from "@besunny/core/platform/list-platform-documents";

import { platformProcedure, router } from "../init";
import { operationsRouter } from "./admin-operations";
import { runsRouter } from "./admin-runs";

export const adminRouter = router({
  overview: platformProcedure
    .input(getOverview.input)
    .query(({ ctx, input }) => getOverview(ctx.platform, input)),

  documents: platformProcedure
    .input(listPlatformDocuments.input)
    .query(({ ctx, input }) => listPlatformDocuments(ctx.platform, input)),

  runs: runsRouter,
  operations: operationsRouter,
});
