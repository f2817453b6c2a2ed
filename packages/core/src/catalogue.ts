import type { z } from "zod";
import { actionsOperations } from "./actions/operations";
import { analyticsOperations } from "./analytics/operations";
import { answersOperations } from "./answers/operations";
import { auditOperations } from "./audit/operations";
import { automationsOperations } from "./automations/operations";
import { batchesOperations } from "./batches/operations";
import { billingOperations } from "./billing/operations";
import { briefsOperations } from "./briefs/operations";
import { commentsOperations } from "./comments/operations";
import { complianceOperations } from "./compliance/operations";
import { connectionsOperations } from "./connections/operations";
import { contentOperations } from "./content/operations";
import { conversationsOperations } from "./conversations/operations";
import { costsOperations } from "./costs/operations";
import { dashboardsOperations } from "./dashboards/operations";
import { decisionsOperations } from "./decisions/operations";
import { departuresOperations } from "./departures/operations";
import { diskOperations } from "./disk/operations";
import { documentsOperations } from "./documents/operations";
import { encryptionOperations } from "./encryption/operations";
import { entitiesOperations } from "./entities/operations";
import { exportsOperations } from "./exports/operations";
import { fieldsOperations } from "./fields/operations";
import { forecastsOperations } from "./forecasts/operations";
import { groupsOperations } from "./groups/operations";
import { happeningsOperations } from "./happenings/operations";
import { identityOperations } from "./identity/operations";
import { keysOperations } from "./keys/operations";
import { looksOperations } from "./looks/operations";
import { meetingsOperations } from "./meetings/operations";
import { membersOperations } from "./members/operations";
import { metricsOperations } from "./metrics/operations";
import { modelsOperations } from "./models/operations";
import { notificationsOperations } from "./notifications/operations";
import { onboardingOperations } from "./onboarding/operations";
import type { Described } from "./operation/definition";
import { platformOperations } from "./platform/operations";
import { privacyOperations } from "./privacy/operations";
import { processingOperations } from "./processing/operations";
import { projectsOperations } from "./projects/operations";
import { qualityOperations } from "./quality/operations";
import { receiptsOperations } from "./receipts/operations";
import { redactionOperations } from "./redaction/operations";
import { reportsOperations } from "./reports/operations";
import { requestsOperations } from "./requests/operations";
import { schedulesOperations } from "./schedules/operations";
import { searchOperations } from "./search/operations";
import { sensitivityOperations } from "./sensitivity/operations";
import { sharingOperations } from "./sharing/operations";
import { slackOperations } from "./slack/operations";
import { sourcesOperations } from "./sources/operations";
import { ssoOperations } from "./sso/operations";
import { tagsOperations } from "./tags/operations";
import { trialsOperations } from "./trials/operations";
import { understandingOperations } from "./understanding/operations";
import { usageOperations } from "./usage/operations";
import { viewsOperations } from "./views/operations";
import { webhooksOperations } from "./webhooks/operations";
import { workspacesOperations } from "./workspaces/operations";

/** An operation as the catalogue describes it. */
export type Entry = Described<z.ZodType, z.ZodType>;

/** Every operation of BeSunny. Doors, docs, tests, tools and workflows are made from this list. */
export const catalogue: readonly Entry[] = [
  ...actionsOperations,
  ...analyticsOperations,
  ...answersOperations,
  ...auditOperations,
  ...automationsOperations,
  ...batchesOperations,
  ...billingOperations,
  ...commentsOperations,
  ...complianceOperations,
  ...connectionsOperations,
  ...contentOperations,
  ...conversationsOperations,
  ...costsOperations,
  ...dashboardsOperations,
  ...decisionsOperations,
  ...departuresOperations,
  ...diskOperations,
  ...documentsOperations,
  ...encryptionOperations,
  ...entitiesOperations,
  ...exportsOperations,
  ...fieldsOperations,
  ...forecastsOperations,
  ...groupsOperations,
  ...happeningsOperations,
  ...identityOperations,
  ...keysOperations,
  ...looksOperations,
  ...meetingsOperations,
  ...briefsOperations,
  ...membersOperations,
  ...metricsOperations,
  ...modelsOperations,
  ...notificationsOperations,
  ...onboardingOperations,
  ...platformOperations,
  ...privacyOperations,
  ...processingOperations,
  ...projectsOperations,
  ...receiptsOperations,
  ...redactionOperations,
  ...qualityOperations,
  ...reportsOperations,
  ...requestsOperations,
  ...schedulesOperations,
  ...searchOperations,
  ...ssoOperations,
  ...tagsOperations,
  ...sensitivityOperations,
  ...sharingOperations,
  ...sourcesOperations,
  ...trialsOperations,
  ...understandingOperations,
  ...usageOperations,
  ...viewsOperations,
  ...slackOperations,
  ...webhooksOperations,
  ...workspacesOperations,
];

/** Returns the operation with this name; undefined for names of earlier versions. */
export function findOperation(name: string): Entry | undefined {
  return byName.get(name);
}

const byName = new Map(catalogue.map((operation) => [operation.name, operation]));
