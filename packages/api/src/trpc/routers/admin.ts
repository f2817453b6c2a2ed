import { getDisk } from "@besunny/core/platform/get-disk";
import { getOverview } from "@besunny/core/platform/get-overview";
import { listPlatformAudit } from "@besunny/core/platform/list-platform-audit";
import { listPlatformDocuments } from "@besunny/core/platform/list-platform-documents";

import { router } from "../init";
import { platformQuery } from "../operations";
import { operationsRouter } from "./admin-operations";
import { runsRouter } from "./admin-runs";

export const adminRouter = router({
  overview: platformQuery(getOverview),
  disk: platformQuery(getDisk),
  documents: platformQuery(listPlatformDocuments),
  audit: platformQuery(listPlatformAudit),
  runs: runsRouter,
  operations: operationsRouter,
});
