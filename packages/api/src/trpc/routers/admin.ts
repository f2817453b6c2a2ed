import { getDisk } from "@besunny/core/platform/get-disk";
import { getOverview } from "@besunny/core/platform/get-overview";
import { listPlatformDocuments } from "@besunny/core/platform/list-platform-documents";

import { platformProcedure, router } from "../init";
import { operationsRouter } from "./admin-operations";
import { runsRouter } from "./admin-runs";

export const adminRouter = router({
  overview: platformProcedure
    .input(getOverview.input)
    .query(({ ctx, input }) => getOverview(ctx.platform, input)),

  disk: platformProcedure.query(({ ctx }) => getDisk(ctx.platform, {})),

  documents: platformProcedure
    .input(listPlatformDocuments.input)
    .query(({ ctx, input }) => listPlatformDocuments(ctx.platform, input)),

  runs: runsRouter,
  operations: operationsRouter,
});
