import { applyTo } from "@besunny/core/automations/applying/apply-to";
import { undoApplied } from "@besunny/core/automations/applying/undo-applied";
import { cancelRehearsal } from "@besunny/core/automations/rehearsal/cancel-rehearsal";
import { getRehearsal } from "@besunny/core/automations/rehearsal/get-rehearsal";
import { listRehearsalRows } from "@besunny/core/automations/rehearsal/list-rehearsal-rows";
import { listRehearsals } from "@besunny/core/automations/rehearsal/list-rehearsals";
import { rehearse } from "@besunny/core/automations/rehearsal/rehearse";
import { automationId, rehearsalId } from "@besunny/core/ids";
import { createRoute, z } from "@hono/zod-openapi";
import { answers, createRestApp, reply } from "../contract";
import { offers } from "../offers";
import { paging, when } from "../wire";

const tags = ["Automations"];
const ofAutomation = z.object({ id: automationId });
const ofRehearsal = z.object({ id: rehearsalId });
const { version, filter } = rehearse.input.shape;

const begin = createRoute({
  method: "post",
  path: "/automations/{id}/rehearsals",
  operationId: "rehearseAutomation",
  ...offers(rehearse),
  tags,
  summary: "Find out what an automation would do with documents that are here. Nothing is done.",
  request: {
    params: ofAutomation,
    body: {
      required: true,
      content: {
        "application/json": {
          schema: z.strictObject({
            version,
            filter: z.strictObject(
              filter.extend({ from: when.optional(), to: when.optional() }).shape,
            ),
          }),
        },
      },
    },
  },
  responses: answers({ 202: { description: "The rehearsal", schema: rehearse.output } }),
});

const list = createRoute({
  method: "get",
  path: "/automations/{id}/rehearsals",
  operationId: "listRehearsals",
  ...offers(listRehearsals),
  tags,
  summary: "List the rehearsals of an automation, newest first.",
  request: { params: ofAutomation },
  responses: answers({ 200: { description: "The rehearsals", schema: listRehearsals.output } }),
});

const get = createRoute({
  method: "get",
  path: "/rehearsals/{id}",
  operationId: "getRehearsal",
  ...offers(getRehearsal),
  tags,
  summary: "Get the sums of a rehearsal.",
  request: { params: ofRehearsal },
  responses: answers({ 200: { description: "The rehearsal", schema: getRehearsal.output } }),
});

const rows = createRoute({
  method: "get",
  path: "/rehearsals/{id}/documents",
  operationId: "listRehearsedDocuments",
  ...offers(listRehearsalRows),
  tags,
  summary: "List what a rehearsal says of each document.",
  request: {
    params: ofRehearsal,
    query: listRehearsalRows.input.omit({ id: true }).extend(paging),
  },
  responses: answers({ 200: { description: "A page of them", schema: listRehearsalRows.output } }),
});

const cancel = createRoute({
  method: "post",
  path: "/rehearsals/{id}/cancel",
  operationId: "cancelRehearsal",
  ...offers(cancelRehearsal),
  tags,
  summary: "Stop a rehearsal.",
  request: { params: ofRehearsal },
  responses: answers({ 200: { description: "The rehearsal", schema: cancelRehearsal.output } }),
});

const apply = createRoute({
  method: "post",
  path: "/rehearsals/{id}/apply",
  operationId: "applyRehearsal",
  ...offers(applyTo),
  tags,
  summary: "Do what a rehearsal said, as a batch.",
  request: {
    params: ofRehearsal,
    body: {
      required: true,
      content: {
        "application/json": { schema: z.strictObject(applyTo.input.omit({ id: true }).shape) },
      },
    },
  },
  responses: answers({ 202: { description: "The rehearsal", schema: applyTo.output } }),
});

const undo = createRoute({
  method: "post",
  path: "/rehearsals/{id}/undo",
  operationId: "undoRehearsal",
  ...offers(undoApplied),
  tags,
  summary: "Take back what an applied rehearsal changed.",
  request: { params: ofRehearsal },
  responses: answers({ 202: { description: "The rehearsal", schema: undoApplied.output } }),
});

export const rehearsalRoutes = createRestApp();

rehearsalRoutes.openapi(begin, async (c) =>
  reply(
    rehearse.output,
    await rehearse(c.var.workspace, { ...c.req.valid("json"), ...c.req.valid("param") }),
    { status: 202 },
  ),
);
rehearsalRoutes.openapi(list, async (c) =>
  reply(listRehearsals.output, await listRehearsals(c.var.workspace, c.req.valid("param"))),
);
rehearsalRoutes.openapi(get, async (c) =>
  reply(getRehearsal.output, await getRehearsal(c.var.workspace, c.req.valid("param"))),
);
rehearsalRoutes.openapi(rows, async (c) =>
  reply(
    listRehearsalRows.output,
    await listRehearsalRows(c.var.workspace, { ...c.req.valid("query"), ...c.req.valid("param") }),
  ),
);
rehearsalRoutes.openapi(cancel, async (c) =>
  reply(cancelRehearsal.output, await cancelRehearsal(c.var.workspace, c.req.valid("param"))),
);
rehearsalRoutes.openapi(apply, async (c) =>
  reply(
    applyTo.output,
    await applyTo(c.var.workspace, { ...c.req.valid("json"), ...c.req.valid("param") }),
    { status: 202 },
  ),
);
rehearsalRoutes.openapi(undo, async (c) =>
  reply(undoApplied.output, await undoApplied(c.var.workspace, c.req.valid("param")), {
    status: 202,
  }),
);
