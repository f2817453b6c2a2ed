import { verifyLog } from "@besunny/core/audit/chain/verify-log";
import { AuditEntry, auditListInput } from "@besunny/core/audit/contract";
import { Verified } from "@besunny/core/audit/contract/chain/verify-chain";
import { exportLog } from "@besunny/core/audit/leaving/export-log";
import { listAuditEntries } from "@besunny/core/audit/list-audit-entries";
import { makeEvidence } from "@besunny/core/compliance/make-evidence";
import { pageOf } from "@besunny/core/shapes";
import { createRoute, z } from "@hono/zod-openapi";
import { zipEvidence } from "../../evidence/zip-evidence";
import { answers, createRestApp, reply } from "../contract";
import { offers } from "../offers";
import { textOf } from "../text-of";
import { paging, when } from "../wire";

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

const whole = createRoute({
  method: "get",
  operationId: "exportAuditLog",
  ...offers(exportLog),
  path: "/audit/export",
  tags: ["Audit"],
  summary: "The whole log, or what filters leave of it, as CSV, JSON lines or OCSF 1.6",
  request: {
    query: exportLog.input.extend({ from: when.optional(), to: when.optional() }),
  },
  responses: answers({
    200: {
      description: "One line for each entry, newest first",
      content: {
        "text/csv": { schema: z.string() },
        "application/x-ndjson": { schema: z.string() },
      },
    },
  }),
});

const pack = createRoute({
  method: "get",
  operationId: "downloadEvidence",
  ...offers(makeEvidence),
  path: "/audit/evidence",
  tags: ["Audit"],
  summary: "A pack of evidence for auditors: PDF, tables and a signed manifest as ZIP",
  responses: answers({
    200: {
      description: "The pack",
      content: { "application/zip": { schema: z.string().openapi({ format: "binary" }) } },
    },
  }),
});

/** The routes of the workspace's audit log, for owners, admins and keys that may manage people. */
export const auditRoutes = createRestApp();

auditRoutes.openapi(list, async (c) =>
  reply(pageOf(AuditEntry), await listAuditEntries(c.var.workspace, c.req.valid("query"))),
);

auditRoutes.openapi(whole, async (c) => {
  const query = c.req.valid("query");
  const chunks = exportLog(c.var.workspace, query, c.var.signal);
  // A refusal must come before the answer begins.
  const first = await chunks.next();
  const day = new Date().toISOString().slice(0, 10);
  const [type, ending] =
    query.form === "csv"
      ? ["text/csv; charset=utf-8; header=present", "csv"]
      : ["application/x-ndjson; charset=utf-8", query.form === "ocsf" ? "ocsf.jsonl" : "jsonl"];
  return new Response(textOf(first, chunks), {
    headers: {
      "content-type": type,
      "content-disposition": `attachment; filename="audit-${day}.${ending}"`,
      "cache-control": "no-store",
    },
  });
});

auditRoutes.openapi(pack, async (c) => {
  const { files } = await makeEvidence(c.var.workspace, {});
  const day = new Date().toISOString().slice(0, 10);
  return new Response(Buffer.from(await zipEvidence(files)), {
    headers: {
      "content-type": "application/zip",
      "content-disposition": `attachment; filename="evidence-${day}.zip"`,
      "cache-control": "no-store",
    },
  });
});

auditRoutes.openapi(verification, async (c) =>
  reply(Verified, await verifyLog(c.var.workspace, {})),
);
