import { createCaller, router } from "./init";
import { identityRouter } from "./routers/account/identity";
import { securityRouter } from "./routers/account/security";
import { signInRouter } from "./routers/account/sign-in";
import { analyticsRouter } from "./routers/analytics";
import { inboundHooksRouter } from "./routers/automation/inbound-hooks";
import { slackRouter } from "./routers/automation/slack";
import { webhooksRouter } from "./routers/automation/webhooks";
import { automationsRouter } from "./routers/automations";
import { batchesRouter } from "./routers/batches";
import { cardsRouter } from "./routers/cards";
import { conversationsRouter } from "./routers/conversations";
import { costsRouter } from "./routers/costs";
import { dashboardsRouter } from "./routers/dashboards";
import { documentsRouter } from "./routers/documents";
import { entitiesRouter } from "./routers/entities";
import { fieldsRouter } from "./routers/fields";
import { learningRouter } from "./routers/learning";
import { actionsRouter } from "./routers/meetings/actions";
import { briefsRouter } from "./routers/meetings/briefs";
import { decisionsRouter } from "./routers/meetings/decisions";
import { meetingsRouter } from "./routers/meetings/meetings";
import { membersRouter } from "./routers/members";
import { metricsRouter } from "./routers/metrics";
import { evaluationsRouter, experimentsRouter, releasesRouter } from "./routers/models/releases";
import { usageRouter } from "./routers/money/usage";
import { onboardingRouter } from "./routers/onboarding";
import { adminRouter } from "./routers/platform/admin";
import { departuresRouter, exportsRouter } from "./routers/privacy/lifecycle";
import { privacyRouter } from "./routers/privacy/privacy";
import { projectsRouter } from "./routers/projects";
import { qualityRouter } from "./routers/quality";
import { redactionRouter } from "./routers/redaction";
import { forecastsRouter, reportsRouter } from "./routers/reports";
import { schedulesRouter } from "./routers/schedules";
import { askRouter, searchRouter, taxonomyRouter } from "./routers/search";
import { commentsRouter, groupsRouter, noticesRouter, sharingRouter } from "./routers/sharing";
import { connectionsRouter, sourcesRouter } from "./routers/sources";
import { tagsRouter } from "./routers/tags";
import { encryptionRouter } from "./routers/trust/encryption";
import { looksRouter, sensitivityRouter } from "./routers/trust/trust";
import { viewsRouter } from "./routers/views";
import { workspaceRouter } from "./routers/workspace";

/** Everything that can be asked of BeSunny over tRPC. */
export const appRouter = router({
  actions: actionsRouter,
  admin: adminRouter,
  analytics: analyticsRouter,
  ask: askRouter,
  batches: batchesRouter,
  comments: commentsRouter,
  connections: connectionsRouter,
  conversations: conversationsRouter,
  costs: costsRouter,
  automations: automationsRouter,
  dashboards: dashboardsRouter,
  decisions: decisionsRouter,
  departures: departuresRouter,
  documents: documentsRouter,
  entities: entitiesRouter,
  evaluations: evaluationsRouter,
  experiments: experimentsRouter,
  exports: exportsRouter,
  fields: fieldsRouter,
  forecasts: forecastsRouter,
  groups: groupsRouter,
  identity: identityRouter,
  learning: learningRouter,
  briefs: briefsRouter,
  meetings: meetingsRouter,
  members: membersRouter,
  metrics: metricsRouter,
  notices: noticesRouter,
  onboarding: onboardingRouter,
  privacy: privacyRouter,
  projects: projectsRouter,
  quality: qualityRouter,
  releases: releasesRouter,
  reports: reportsRouter,
  schedules: schedulesRouter,
  search: searchRouter,
  encryption: encryptionRouter,
  redaction: redactionRouter,
  security: securityRouter,
  signIn: signInRouter,
  sharing: sharingRouter,
  sources: sourcesRouter,
  cards: cardsRouter,
  tags: tagsRouter,
  taxonomy: taxonomyRouter,
  usage: usageRouter,
  views: viewsRouter,
  sensitivity: sensitivityRouter,
  looks: looksRouter,
  inboundHooks: inboundHooksRouter,
  slack: slackRouter,
  webhooks: webhooksRouter,
  workspace: workspaceRouter,
});

export type AppRouter = typeof appRouter;
export const callerOf = createCaller(appRouter);
