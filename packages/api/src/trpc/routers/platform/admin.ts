import { verifyLogOf } from "@besunny/core/platform/audit/verify-log-of";
import { findAnything } from "@besunny/core/platform/documents/find-anything";
import { getPlatformDocument } from "@besunny/core/platform/documents/get-platform-document";
import { getDisk } from "@besunny/core/platform/get-disk";
import { getOverview } from "@besunny/core/platform/get-overview";
import { listPlatformAudit } from "@besunny/core/platform/list-platform-audit";
import { listPlatformDocuments } from "@besunny/core/platform/list-platform-documents";
import { listStageRuns } from "@besunny/core/platform/list-stage-runs";

import { platformProcedure, router } from "../../init";
import { operationTitles } from "../../operation-titles";
import { platformMutation, platformQuery } from "../../operations";
import { adminCostsRouter } from "../costs";
import { adminMetricsRouter } from "../metrics";
import { adminModelsRouter } from "../models/admin-models";
import { adminBillingRouter } from "../money/usage";
import { adminQualityRouter } from "../quality";
import { adminForecastsRouter, adminReportsRouter } from "../reports";
import { adminConnectorsRouter } from "../sources";
import { adminDashboardsRouter } from "./admin-dashboards";
import { flagsRouter } from "./admin-flags";
import { operationsRouter } from "./admin-operations";
import { adminPeopleRouter, adminWorkspacesRouter } from "./admin-people";
import { runsRouter } from "./admin-runs";
import { adminSearchRouter } from "./admin-search";
import { systemRouter } from "./admin-system";

export const adminRouter = router({
  overview: platformQuery(getOverview),
  disk: platformQuery(getDisk),
  find: platformQuery(findAnything),
  document: platformQuery(getPlatformDocument),
  documents: platformQuery(listPlatformDocuments),
  stageRuns: platformQuery(listStageRuns),
  audit: platformQuery(listPlatformAudit),
  verifyLog: platformMutation(verifyLogOf),

  /** The words for what rows of the platform's audit log name. */
  auditedOperations: platformProcedure.query(() => operationTitles(["platform", "identity"])),
  connectors: adminConnectorsRouter,
  dashboards: adminDashboardsRouter,
  search: adminSearchRouter,
  system: systemRouter,
  flags: flagsRouter,
  forecasts: adminForecastsRouter,
  metrics: adminMetricsRouter,
  reports: adminReportsRouter,
  models: adminModelsRouter,
  billing: adminBillingRouter,
  costs: adminCostsRouter,
  people: adminPeopleRouter,
  workspaces: adminWorkspacesRouter,
  quality: adminQualityRouter,
  runs: runsRouter,
  operations: operationsRouter,
});
