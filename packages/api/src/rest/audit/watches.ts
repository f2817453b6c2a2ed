import { AuditWatch } from "@besunny/core/audit/contract/watch";
import { addWatch } from "@besunny/core/audit/watches/add-watch";
import { changeWatch } from "@besunny/core/audit/watches/change-watch";
import { listWatches } from "@besunny/core/audit/watches/list-watches";
import { removeWatch } from "@besunny/core/audit/watches/remove-watch";
import { watchId } from "@besunny/core/ids";
import { createRoute, z } from "@hono/zod-openapi";
import { answers, createRestApp, reply } from "../contract";
import { offers } from "../offers";

const tags = ["Audit"];
const params = z.object({ id: watchId });

const list = createRoute({
  method: "get",
  operationId: "listAuditWatches",
  ...offers(listWatches),
  path: "/audit/watches",
  tags,
  summary: "Filters of the audit log that are watched",
  responses: answers({ 200: { description: "The watches", schema: listWatches.output } }),
});

const add = createRoute({
  method: "post",
  operationId: "addAuditWatch",
  ...offers(addWatch),
  path: "/audit/watches",
  tags,
  summary: "Watch a filter of the audit log: people get a notice of new entries that fit",
  request: {
    body: {
      content: { "application/json": { schema: z.strictObject(addWatch.input.shape) } },
      required: true,
    },
  },
  responses: answers({ 201: { description: "The watch", schema: AuditWatch } }),
});

const change = createRoute({
  method: "patch",
  operationId: "changeAuditWatch",
  ...offers(changeWatch),
  path: "/audit/watches/{id}",
  tags,
  summary: "Change the name of a watch, and whom it tells",
  request: {
    params,
    body: {
      content: {
        "application/json": { schema: z.strictObject(changeWatch.input.omit({ id: true }).shape) },
      },
      required: true,
    },
  },
  responses: answers({ 204: { description: "It is changed" } }),
});

const remove = createRoute({
  method: "delete",
  operationId: "removeAuditWatch",
  ...offers(removeWatch),
  path: "/audit/watches/{id}",
  tags,
  summary: "Remove a watch. The log keeps its entries.",
  request: { params },
  responses: answers({ 204: { description: "It is removed" } }),
});

/** The routes of watches of the audit log, for owners, admins and keys that may manage people. */
export const auditWatchRoutes = createRestApp();

auditWatchRoutes.openapi(list, async (c) =>
  reply(listWatches.output, await listWatches(c.var.workspace, {})),
);
auditWatchRoutes.openapi(add, async (c) =>
  reply(AuditWatch, await addWatch(c.var.workspace, c.req.valid("json")), { status: 201 }),
);
auditWatchRoutes.openapi(change, async (c) => {
  await changeWatch(c.var.workspace, { ...c.req.valid("param"), ...c.req.valid("json") });
  return new Response(null, { status: 204 });
});
auditWatchRoutes.openapi(remove, async (c) => {
  await removeWatch(c.var.workspace, c.req.valid("param"));
  return new Response(null, { status: 204 });
});
