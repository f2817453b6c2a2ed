import { getBilling } from "@besunny/core/billing/get-billing";
import { getInvoiceFile } from "@besunny/core/billing/get-invoice-file";
import { listInvoices } from "@besunny/core/billing/list-invoices";
import { openPortal } from "@besunny/core/billing/open-portal";
import { previewInvoice } from "@besunny/core/billing/preview-invoice";
import { startCheckout } from "@besunny/core/billing/start-checkout";
import { answerQuotaRequest } from "@besunny/core/platform/billing/answer-quota-request";
import { archivePlan } from "@besunny/core/platform/billing/archive-plan";
import { assignPlan } from "@besunny/core/platform/billing/assign-plan";
import { getWorkspaceBilling } from "@besunny/core/platform/billing/get-workspace-billing";
import { listBilling } from "@besunny/core/platform/billing/list-billing";
import { listPlans } from "@besunny/core/platform/billing/list-plans";
import { listQuotaRequests } from "@besunny/core/platform/billing/list-quota-requests";
import { putPlan } from "@besunny/core/platform/billing/put-plan";
import { setWorkspaceLimit } from "@besunny/core/platform/billing/set-workspace-limit";
import { simulatePlan } from "@besunny/core/platform/billing/simulate-plan";
import { askForMore } from "@besunny/core/usage/ask-for-more";
import { exportUsage } from "@besunny/core/usage/export-usage";
import { getUsage } from "@besunny/core/usage/get-usage";
import { listUsageEvents } from "@besunny/core/usage/list-usage-events";

import { router } from "../../init";
import { mutation, platformMutation, platformQuery, query } from "../../operations";

export const usageRouter = router({
  stand: query(getUsage),
  events: query(listUsageEvents),
  exported: query(exportUsage),
  askForMore: mutation(askForMore),
  billing: query(getBilling),
  preview: query(previewInvoice),
  invoices: query(listInvoices),
  invoiceFile: query(getInvoiceFile),
  checkout: mutation(startCheckout),
  portal: mutation(openPortal),
});

export const adminBillingRouter = router({
  plans: platformQuery(listPlans),
  putPlan: platformMutation(putPlan),
  archivePlan: platformMutation(archivePlan),
  workspace: platformQuery(getWorkspaceBilling),
  assignPlan: platformMutation(assignPlan),
  setLimit: platformMutation(setWorkspaceLimit),
  requests: platformQuery(listQuotaRequests),
  answer: platformMutation(answerQuotaRequest),
  simulate: platformQuery(simulatePlan),
  payments: platformQuery(listBilling),
});
