import { Invoice, InvoicePreview } from "@besunny/core/billing/contract/invoice";
import { listInvoices } from "@besunny/core/billing/list-invoices";
import { previewInvoice } from "@besunny/core/billing/preview-invoice";
import { pageOf } from "@besunny/core/shapes";
import { askForMore } from "@besunny/core/usage/ask-for-more";
import { CloudEvent } from "@besunny/core/usage/contract/cloud-event";
import { UsageEvent } from "@besunny/core/usage/contract/usage";
import { exportUsage } from "@besunny/core/usage/export-usage";
import { getUsage } from "@besunny/core/usage/get-usage";
import { listUsageEvents } from "@besunny/core/usage/list-usage-events";
import { createRoute, z } from "@hono/zod-openapi";

import { answers, createRestApp, reply } from "../contract";
import { offers } from "../offers";
import { paging } from "../wire";

const month = z.iso.date().optional().openapi({
  description: "Any day of the month, of UTC. Without it: this month.",
  example: "2026-01-31",
});

const stand = createRoute({
  method: "get",
  path: "/usage",
  operationId: "getUsage",
  ...offers(getUsage),
  tags: ["Usage"],
  summary: "The plan, and the state of each meter: used, held, limits and forecast",
  responses: answers({ 200: { description: "The meters", schema: getUsage.output } }),
});

const events = createRoute({
  method: "get",
  path: "/usage/events",
  operationId: "listUsageEvents",
  ...offers(listUsageEvents),
  tags: ["Usage"],
  summary: "Rows of the ledger of usage in a month, the newest first",
  request: { query: listUsageEvents.input.extend({ ...paging, month }) },
  responses: answers({ 200: { description: "A page", schema: pageOf(UsageEvent) } }),
});

const exported = createRoute({
  method: "get",
  path: "/usage/cloud-events",
  operationId: "exportUsage",
  ...offers(exportUsage),
  tags: ["Usage"],
  summary:
    "The ledger of a month as CloudEvents 1.0. `source` and `id` name an event once in the world: take it as often as you like, and count it once",
  request: { query: exportUsage.input.extend({ ...paging, month }) },
  responses: answers({ 200: { description: "A page of events", schema: pageOf(CloudEvent) } }),
});

const asked = createRoute({
  method: "post",
  path: "/usage/requests",
  operationId: "askForMore",
  ...offers(askForMore),
  tags: ["Usage"],
  summary: "Ask the people who run BeSunny for a higher limit",
  request: {
    body: {
      required: true,
      content: { "application/json": { schema: askForMore.input.strict() } },
    },
  },
  responses: answers({ 201: { description: "The request", schema: askForMore.output } }),
});

const preview = createRoute({
  method: "get",
  path: "/invoices/preview",
  operationId: "previewInvoice",
  ...offers(previewInvoice),
  tags: ["Usage"],
  summary: "The cost of a month by now; null where there is no plan",
  request: { query: z.object({ month }) },
  responses: answers({
    200: { description: "The lines", schema: z.object({ invoice: InvoicePreview.nullable() }) },
  }),
});

const invoices = createRoute({
  method: "get",
  path: "/invoices",
  operationId: "listInvoices",
  ...offers(listInvoices),
  tags: ["Usage"],
  summary: "The invoices of the last five years, the newest first",
  responses: answers({
    200: { description: "Invoices", schema: z.object({ items: z.array(Invoice) }) },
  }),
});

/** The routes of usage and invoices, for owners, admins and keys that may manage people. */
export const usageRoutes = createRestApp();

usageRoutes.openapi(stand, async (c) =>
  reply(getUsage.output, await getUsage(c.var.workspace, {})),
);
usageRoutes.openapi(events, async (c) =>
  reply(pageOf(UsageEvent), await listUsageEvents(c.var.workspace, c.req.valid("query"))),
);
usageRoutes.openapi(exported, async (c) =>
  reply(pageOf(CloudEvent), await exportUsage(c.var.workspace, c.req.valid("query"))),
);
usageRoutes.openapi(asked, async (c) =>
  reply(askForMore.output, await askForMore(c.var.workspace, c.req.valid("json")), { status: 201 }),
);
usageRoutes.openapi(preview, async (c) =>
  reply(z.object({ invoice: InvoicePreview.nullable() }), {
    invoice: await previewInvoice(c.var.workspace, c.req.valid("query")),
  }),
);
usageRoutes.openapi(invoices, async (c) =>
  reply(z.object({ items: z.array(Invoice) }), await listInvoices(c.var.workspace, {})),
);
