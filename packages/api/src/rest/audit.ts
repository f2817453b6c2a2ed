import { Verified, verifyLog } from "@besunny/core/audit/chain/verify-log";
import { AuditEntry, auditListInput } from "@besunny/core/audit/contract";
import { listAuditEntries } from "@besunny/core/audit/list-audit-entries";
import { pageOf } from "@besunny/core/shapes";
import { createRoute } from "@hono/zod-openapi";
import { answers, createRestApp, reply } from "./contract";
import { offers } from "./offers";
import { paging, when } from "./wire";

const list = createRoute({
  method: "get",
  operationId: "listAuditEntries",
  ...offers(listAuditEntries),
  path: "/audit",
  tags: ["Audit"],
  summary: "Rows of the audit log, newest first; `from` is inside, `to` is not",
  request: {
    query: auditListInput.extend({ ...paging, from: when.optional(), to: when.optional() }),
  },
  responses: answers({ 200: { description: "A page", schema: pageOf(AuditEntry) } }),
});

const verification = createRoute({
  method: "get",
  operationId: "verifyAuditLog",
  ...offers(verifyLog),
  path: "/audit/verification",
  tags: ["Audit"],
  summary:
    "Checks every entry against the chain of hashes, and the chain against its signed anchors",
  responses: answers({ 200: { description: "The result", schema: Verified } }),
});

/** The routes of the workspace's audit log, for owners, admins and keys that may manage people. */
export const auditRoutes = createRestApp();

auditRoutes.openapi(list, async (c) =>
  reply(pageOf(AuditEntry), await listAuditEntries(c.var.workspace, c.req.valid("query"))),
);

auditRoutes.openapi(verification, async (c) =>
  reply(Verified, await verifyLog(c.var.workspace, {})),
);
