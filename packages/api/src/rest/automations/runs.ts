import { decideApproval } from "@besunny/core/automations/approvals/decide-approval";
import { getApproval } from "@besunny/core/automations/approvals/get-approval";
import { listApprovals } from "@besunny/core/automations/approvals/list-approvals";
import { passOnApproval } from "@besunny/core/automations/approvals/pass-on-approval";
import { Approval } from "@besunny/core/automations/contract/approval";
import { AutomationRunDetail } from "@besunny/core/automations/contract/run";
import { runNow } from "@besunny/core/automations/running/run-now";
import { getRun } from "@besunny/core/automations/runs/get-run";
import { listRuns } from "@besunny/core/automations/runs/list-runs";
import { retryRun } from "@besunny/core/automations/runs/retry-run";
import { undoRun } from "@besunny/core/automations/runs/undo-run";
import { approvalId, automationId, automationRunId } from "@besunny/core/ids";
import { createRoute, z } from "@hono/zod-openapi";
import { answers, createRestApp, reply } from "../contract";
import { offers } from "../offers";
import { paging } from "../wire";

const tags = ["Automations"];
const ofRun = z.object({ id: automationRunId });
const ofApproval = z.object({ id: approvalId });
const bodyOf = <Schema extends z.ZodType>(schema: Schema) => ({
  required: true,
  content: { "application/json": { schema } },
});
const aRun = answers({ 200: { description: "The run", schema: AutomationRunDetail } });
const anApproval = answers({ 200: { description: "The question", schema: Approval } });

const runs = createRoute({
  method: "get",
  path: "/automation-runs",
  operationId: "listAutomationRuns",
  ...offers(listRuns),
  tags,
  summary: "List runs of your automations, newest first.",
  request: { query: listRuns.input.extend(paging) },
  responses: answers({ 200: { description: "A page of runs", schema: listRuns.output } }),
});

const run = createRoute({
  method: "get",
  path: "/automation-runs/{id}",
  operationId: "getAutomationRun",
  ...offers(getRun),
  tags,
  summary: "Explain a run line by line.",
  request: { params: ofRun },
  responses: aRun,
});

const now = createRoute({
  method: "post",
  path: "/automations/{id}/run",
  operationId: "runAutomation",
  ...offers(runNow),
  tags,
  summary: "Run an automation that is on, on documents of your choice.",
  request: {
    params: z.object({ id: automationId }),
    body: bodyOf(z.strictObject(runNow.input.omit({ id: true }).shape)),
  },
  responses: answers({
    200: { description: "The runs, and the documents left out", schema: runNow.output },
  }),
});

const retry = createRoute({
  method: "post",
  path: "/automation-runs/{id}/retry",
  operationId: "retryAutomationRun",
  ...offers(retryRun),
  tags,
  summary: "Repeat a run that failed, from its step or from the start.",
  request: { params: ofRun, body: bodyOf(z.strictObject(retryRun.input.omit({ id: true }).shape)) },
  responses: aRun,
});

const undo = createRoute({
  method: "post",
  path: "/automation-runs/{id}/undo",
  operationId: "undoAutomationRun",
  ...offers(undoRun),
  tags,
  summary: "Take back what a run changed.",
  request: { params: ofRun },
  responses: aRun,
});

const approvals = createRoute({
  method: "get",
  path: "/approvals",
  operationId: "listApprovals",
  ...offers(listApprovals),
  tags,
  summary: "List the questions that you are asked, oldest first.",
  request: { query: listApprovals.input.extend(paging) },
  responses: answers({ 200: { description: "A page of questions", schema: listApprovals.output } }),
});

const approval = createRoute({
  method: "get",
  path: "/approvals/{id}",
  operationId: "getApproval",
  ...offers(getApproval),
  tags,
  summary: "Get a question, with what has changed since it was asked. Nothing is decided.",
  request: { params: ofApproval },
  responses: anApproval,
});

const decide = createRoute({
  method: "post",
  path: "/approvals/{id}/decide",
  operationId: "decideApproval",
  ...offers(decideApproval),
  tags,
  summary: "Approve or reject.",
  request: {
    params: ofApproval,
    body: bodyOf(z.strictObject(decideApproval.input.omit({ id: true }).shape)),
  },
  responses: anApproval,
});

const passOn = createRoute({
  method: "post",
  path: "/approvals/{id}/pass-on",
  operationId: "passOnApproval",
  ...offers(passOnApproval),
  tags,
  summary: "Let somebody else answer too.",
  request: {
    params: ofApproval,
    body: bodyOf(z.strictObject(passOnApproval.input.omit({ id: true }).shape)),
  },
  responses: anApproval,
});

export const automationRunRoutes = createRestApp();

automationRunRoutes.openapi(runs, async (c) =>
  reply(listRuns.output, await listRuns(c.var.workspace, c.req.valid("query"))),
);
automationRunRoutes.openapi(run, async (c) =>
  reply(AutomationRunDetail, await getRun(c.var.workspace, c.req.valid("param"))),
);
automationRunRoutes.openapi(retry, async (c) =>
  reply(
    AutomationRunDetail,
    await retryRun(c.var.workspace, { ...c.req.valid("json"), ...c.req.valid("param") }),
  ),
);
automationRunRoutes.openapi(now, async (c) =>
  reply(
    runNow.output,
    await runNow(c.var.workspace, { ...c.req.valid("json"), ...c.req.valid("param") }),
  ),
);
automationRunRoutes.openapi(undo, async (c) =>
  reply(AutomationRunDetail, await undoRun(c.var.workspace, c.req.valid("param"))),
);
automationRunRoutes.openapi(approvals, async (c) =>
  reply(listApprovals.output, await listApprovals(c.var.workspace, c.req.valid("query"))),
);
automationRunRoutes.openapi(approval, async (c) =>
  reply(Approval, await getApproval(c.var.workspace, c.req.valid("param"))),
);
automationRunRoutes.openapi(decide, async (c) =>
  reply(
    Approval,
    await decideApproval(c.var.workspace, { ...c.req.valid("json"), ...c.req.valid("param") }),
  ),
);
automationRunRoutes.openapi(passOn, async (c) =>
  reply(
    Approval,
    await passOnApproval(c.var.workspace, { ...c.req.valid("json"), ...c.req.valid("param") }),
  ),
);
