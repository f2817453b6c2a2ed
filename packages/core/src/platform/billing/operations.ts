import { answerQuotaRequest } from "./answer-quota-request";
import { archivePlan } from "./archive-plan";
import { assignPlan } from "./assign-plan";
import { getWorkspaceBilling } from "./get-workspace-billing";
import { listBilling } from "./list-billing";
import { listPlans } from "./list-plans";
import { listQuotaRequests } from "./list-quota-requests";
import { putPlan } from "./put-plan";
import { recordBillingEvent } from "./record-billing-event";
import { setWorkspaceLimit } from "./set-workspace-limit";
import { simulatePlan } from "./simulate-plan";
import { takeBillingEvent } from "./take-billing-event";

/** The operations of plans and payments. */
export const platformBillingOperations = [
  answerQuotaRequest,
  archivePlan,
  assignPlan,
  getWorkspaceBilling,
  listBilling,
  listPlans,
  listQuotaRequests,
  putPlan,
  recordBillingEvent,
  setWorkspaceLimit,
  simulatePlan,
  takeBillingEvent,
] as const;
