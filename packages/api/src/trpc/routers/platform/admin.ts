import { listWorkspaceAudit } from "@besunny/core/platform/audit/list-workspace-audit";
import { verifyLogOf } from "@besunny/core/platform/audit/verify-log-of";
import { makePlatformEvidence } from "@besunny/core/platform/compliance/make-platform-evidence";
import { findAnything } from "@besunny/core/platform/documents/find-anything";
import { getPlatformDocument } from "@besunny/core/platform/documents/get-platform-document";
import { getDisk } from "@besunny/core/platform/get-disk";
import { getOverview } from "@besunny/core/platform/get-overview";
import { listPlatformAudit } from "@besunny/core/platform/list-platform-audit";
import { listPlatformDocuments } from "@besunny/core/platform/list-platform-documents";
import { listStageRuns } from "@besunny/core/platform/list-stage-runs";

import { zipEvidence } from "../../../evidence/zip-evidence";
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
import { adminEncryptionRouter } from "../trust/encryption";
import { adminDashboardsRouter } from "./admin-dashboards";
import { flagsRouter } from "./admin-flags";
import { adminLooksRouter } from "./admin-looks";
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
  workspaceAudit: platformQuery(listWorkspaceAudit),
  verifyLog: platformMutation(verifyLogOf),
  looks: adminLooksRouter,

  /** The platform's pack of evidence, as a ZIP in base64. */
  evidence: platformProcedure
    .meta({ operation: makePlatformEvidence.name })
    .mutation(async ({ ctx }) => {
      const { files } = await makePlatformEvidence(ctx.platform, {});
      return { zip: Buffer.from(await zipEvidence(files)).toString("base64") };
    }),

  /** The words for what rows of the platform's audit log name. */
  auditedOperations: platformProcedure.query(() => operationTitles(["platform", "identity"])),

  /** The words for what rows of the audit logs of workspaces name. */
  workspaceOperations: platformProcedure.query(() => operationTitles(["workspace", "identity"])),
  connectors: adminConnectorsRouter,
  dashboards: adminDashboardsRouter,
  search: adminSearchRouter,
  system: systemRouter,
  encryption: adminEncryptionRouter,
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
