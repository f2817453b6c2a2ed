import { checkDraft } from "@besunny/core/automations/check-draft";
import { compareVersions } from "@besunny/core/automations/compare-versions";
import { AutomationDetail } from "@besunny/core/automations/contract/automation";
import { endAutomation } from "@besunny/core/automations/end-automation";
import { getAutomation } from "@besunny/core/automations/get-automation";
import { getVocabulary } from "@besunny/core/automations/get-vocabulary";
import { listAutomations } from "@besunny/core/automations/list-automations";
import { listVersions } from "@besunny/core/automations/list-versions";
import { pauseAutomation } from "@besunny/core/automations/pause-automation";
import { publishAutomation } from "@besunny/core/automations/publish-automation";
import { rollBackAutomation } from "@besunny/core/automations/roll-back-automation";
import { saveDraft } from "@besunny/core/automations/save-draft";
import { turnOnAutomation } from "@besunny/core/automations/turn-on-automation";
import { automationId } from "@besunny/core/ids";
import { createRoute, z } from "@hono/zod-openapi";
import { answers, createRestApp, reply } from "../contract";
import { offers } from "../offers";

const tags = ["Automations"];
const params = z.object({ id: automationId });
const { language } = getAutomation.input.shape;
const detail = answers({ 200: { description: "The automation", schema: AutomationDetail } });
const bodyOf = <Schema extends z.ZodType>(schema: Schema) => ({
  required: true,
  content: { "application/json": { schema } },
});
const { id: _id, ...withoutId } = saveDraft.input.shape;

const vocabulary = createRoute({
  method: "get",
  path: "/automations/vocabulary",
  operationId: "getAutomationVocabulary",
  ...offers(getVocabulary),
  tags,
  summary: "Show the triggers, fields, comparisons and actions that automations can name.",
  responses: answers({ 200: { description: "The vocabulary", schema: getVocabulary.output } }),
});

const list = createRoute({
  method: "get",
  path: "/automations",
  operationId: "listAutomations",
  ...offers(listAutomations),
  tags,
  summary: "List your automations, or all of them as an owner or admin.",
  request: { query: listAutomations.input },
  responses: answers({ 200: { description: "The automations", schema: listAutomations.output } }),
});

const get = createRoute({
  method: "get",
  path: "/automations/{id}",
  operationId: "getAutomation",
  ...offers(getAutomation),
  tags,
  summary: "Get an automation with its draft and the mistakes of the draft.",
  request: { params, query: z.object({ language }) },
  responses: detail,
});

const check = createRoute({
  method: "post",
  path: "/automations/check",
  operationId: "checkAutomation",
  ...offers(checkDraft),
  tags,
  summary: "Check a definition without keeping it.",
  request: { body: bodyOf(z.strictObject(checkDraft.input.shape)) },
  responses: answers({
    200: { description: "The mistakes, and the sentence", schema: checkDraft.output },
  }),
});

const create = createRoute({
  method: "post",
  path: "/automations",
  operationId: "createAutomation",
  ...offers(saveDraft),
  tags,
  summary: "Make an automation. It does nothing until it is published.",
  request: { body: bodyOf(z.strictObject(withoutId)) },
  responses: answers({ 201: { description: "The automation", schema: AutomationDetail } }),
});

const change = createRoute({
  method: "put",
  path: "/automations/{id}",
  operationId: "changeAutomation",
  ...offers(saveDraft),
  tags,
  summary: "Change the draft of an automation.",
  request: { params, body: bodyOf(z.strictObject(withoutId)) },
  responses: detail,
});

const publish = createRoute({
  method: "post",
  path: "/automations/{id}/publish",
  operationId: "publishAutomation",
  ...offers(publishAutomation),
  tags,
  summary: "Make the draft the next version, and turn the automation on.",
  request: {
    params,
    body: bodyOf(z.strictObject(publishAutomation.input.omit({ id: true }).shape)),
  },
  responses: detail,
});

const stateBody = { params, body: bodyOf(z.strictObject({ language })) };

const pause = createRoute({
  method: "post",
  path: "/automations/{id}/pause",
  operationId: "pauseAutomation",
  ...offers(pauseAutomation),
  tags,
  summary: "Begin no more runs.",
  request: stateBody,
  responses: detail,
});

const turnOn = createRoute({
  method: "post",
  path: "/automations/{id}/turn-on",
  operationId: "turnOnAutomation",
  ...offers(turnOnAutomation),
  tags,
  summary: "Begin runs again.",
  request: stateBody,
  responses: detail,
});

const end = createRoute({
  method: "post",
  path: "/automations/{id}/end",
  operationId: "endAutomation",
  ...offers(endAutomation),
  tags,
  summary: "End an automation for good.",
  request: stateBody,
  responses: detail,
});

const versions = createRoute({
  method: "get",
  path: "/automations/{id}/versions",
  operationId: "listAutomationVersions",
  ...offers(listVersions),
  tags,
  summary: "List the published versions.",
  request: { params, query: z.object({ language }) },
  responses: answers({ 200: { description: "The versions", schema: listVersions.output } }),
});

const compare = createRoute({
  method: "get",
  path: "/automations/{id}/compare",
  operationId: "compareAutomationVersions",
  ...offers(compareVersions),
  tags,
  summary: "Say in words how two versions differ.",
  request: {
    params,
    query: z.object({
      from: z.coerce.number().int().positive(),
      to: z.coerce.number().int().positive().optional(),
      language,
    }),
  },
  responses: answers({ 200: { description: "The differences", schema: compareVersions.output } }),
});

const rollBack = createRoute({
  method: "post",
  path: "/automations/{id}/roll-back",
  operationId: "rollBackAutomation",
  ...offers(rollBackAutomation),
  tags,
  summary: "Take an earlier version as the draft.",
  request: {
    params,
    body: bodyOf(z.strictObject(rollBackAutomation.input.omit({ id: true }).shape)),
  },
  responses: detail,
});

export const automationRoutes = createRestApp();

automationRoutes.openapi(vocabulary, async (c) =>
  reply(getVocabulary.output, await getVocabulary(c.var.workspace, {})),
);
automationRoutes.openapi(list, async (c) =>
  reply(listAutomations.output, await listAutomations(c.var.workspace, c.req.valid("query"))),
);
automationRoutes.openapi(check, async (c) =>
  reply(checkDraft.output, await checkDraft(c.var.workspace, c.req.valid("json"))),
);
automationRoutes.openapi(create, async (c) =>
  reply(AutomationDetail, await saveDraft(c.var.workspace, c.req.valid("json")), { status: 201 }),
);
automationRoutes.openapi(versions, async (c) =>
  reply(
    listVersions.output,
    await listVersions(c.var.workspace, { ...c.req.valid("query"), ...c.req.valid("param") }),
  ),
);
automationRoutes.openapi(compare, async (c) =>
  reply(
    compareVersions.output,
    await compareVersions(c.var.workspace, { ...c.req.valid("query"), ...c.req.valid("param") }),
  ),
);
automationRoutes.openapi(get, async (c) =>
  reply(
    AutomationDetail,
    await getAutomation(c.var.workspace, { ...c.req.valid("query"), ...c.req.valid("param") }),
  ),
);
automationRoutes.openapi(change, async (c) =>
  reply(
    AutomationDetail,
    await saveDraft(c.var.workspace, { ...c.req.valid("json"), ...c.req.valid("param") }),
  ),
);
automationRoutes.openapi(publish, async (c) =>
  reply(
    AutomationDetail,
    await publishAutomation(c.var.workspace, { ...c.req.valid("json"), ...c.req.valid("param") }),
  ),
);
automationRoutes.openapi(pause, async (c) =>
  reply(
    AutomationDetail,
    await pauseAutomation(c.var.workspace, { ...c.req.valid("json"), ...c.req.valid("param") }),
  ),
);
automationRoutes.openapi(turnOn, async (c) =>
  reply(
    AutomationDetail,
    await turnOnAutomation(c.var.workspace, { ...c.req.valid("json"), ...c.req.valid("param") }),
  ),
);
automationRoutes.openapi(end, async (c) =>
  reply(
    AutomationDetail,
    await endAutomation(c.var.workspace, { ...c.req.valid("json"), ...c.req.valid("param") }),
  ),
);
automationRoutes.openapi(rollBack, async (c) =>
  reply(
    AutomationDetail,
    await rollBackAutomation(c.var.workspace, { ...c.req.valid("json"), ...c.req.valid("param") }),
  ),
);
