import { aForm, aKey, anApi, aPerson, rest } from "@besunny/api/test/an-api";
import { happeningNames } from "@besunny/core/happenings";
import { aQuestionOf } from "@besunny/core/test/automations";
import { aModel, anUnderstanding, wordVectors } from "@besunny/core/test/documents";
import { Webhook } from "standardwebhooks";
import { expect, test } from "vitest";

import { BeSunny } from "../nodes/BeSunny/BeSunny.node";
import { BeSunnyTrigger } from "../nodes/BeSunnyTrigger/BeSunnyTrigger.node";
import { anN8n } from "./an-n8n";

const SECRET = `whsec_${Buffer.from("a secret of twenty-four bytes").toString("base64")}`;
const api = await anApi({
  webhooks: { newSecret: () => SECRET, refusalOf: () => null },
  reader: { read: async () => aModel("The rent is 900 a month.") },
  ai: {
    ...wordVectors,
    understand: async () => anUnderstanding(),
    async *answer() {
      yield { kind: "text", text: "Nothing says so." };
      yield {
        kind: "done",
        found: false,
        citations: [],
        sent: null,
        producedBy: { kind: "local", model: "a-test", release: "1" },
        cost: { inputTokens: 0, outputTokens: 0, microUsd: 0 },
      };
    },
  },
  index: {
    replaceDocument: async () => undefined,
    search: async () => [],
    nearTerms: async () => [],
  },
});

/** Every answer is held against the contract by `rest` itself. */
const askOf = (request: Request) => {
  const { pathname, search } = new URL(request.url);
  return sent(request, pathname.replace("/api/v1", "") + search);
};

async function sent(request: Request, path: string): Promise<Response> {
  const headers = Object.fromEntries(request.headers);
  const isForm = headers["content-type"]?.startsWith("multipart/");
  if (isForm) delete headers["content-type"];
  const body = isForm ? await request.formData() : await request.text();
  return rest(api, path, { method: request.method, headers, ...(body !== "" && { body }) });
}

async function aBench(role: "admin" | "member" = "admin") {
  const person = await aPerson(role === "member" ? { home: api.base.workspaceId, role } : {});
  const { headers, ctx } = await aKey(api, person, role);
  const key = headers.authorization.replace("Bearer ", "");
  const action = anN8n(new BeSunny(), { ask: askOf, key });
  const trigger = anN8n(new BeSunnyTrigger(), { ask: askOf, key });
  const document = (parameters: object) => action.run({ resource: "document", ...parameters });
  return { person, headers, ctx, action, trigger, document };
}

const first = <Item>([item]: Item[]): Item => {
  if (!item) throw new Error("The node returned nothing");
  return item;
};

test("a file is uploaded once however often its step is tried, and is read, named, typed and filed", async () => {
  const { document, headers, action } = await aBench();
  const upload = { operation: "upload", options: { title: "Our lease" } };
  const uploaded = first(await document(upload));
  expect(await document(upload)).toEqual([uploaded]);
  const { id: documentId } = uploaded.document as { id: string };
  expect(first(await document({ operation: "get", documentId }))).toMatchObject({
    title: "Our lease",
    source: "api",
  });

  await document({ operation: "setTitle", documentId, title: "Lease 2026" });
  const typed = first(await document({ operation: "setType", documentId, type: "contract" }));
  expect(typed).toMatchObject({ title: "Lease 2026" });
  const made = await rest(api, "/projects", { method: "POST", headers, body: { name: "Move" } });
  const { id: projectId } = await made.json();
  expect(await document({ operation: "addToProject", documentId, projectId })).toEqual([
    { success: true },
  ]);
  const filters = { projectId, status: "", q: "" };
  const listed = await document({ operation: "getAll", returnAll: true, filters });
  expect(listed).toMatchObject([{ id: documentId }]);
  expect(await action.load("getProjects")).toContainEqual({ name: "Move", value: projectId });
  expect(await action.load("getTypes")).toContainEqual(
    expect.objectContaining({ value: "contract" }),
  );
});

test("searches and questions are asked, and a refusal says what happened and what to do", async () => {
  const { document, action } = await aBench();
  expect(first(await document({ operation: "search", query: "rent", limit: 5 }))).toMatchObject({
    items: [],
  });
  expect(first(await document({ operation: "ask", question: "What is the rent?" }))).toMatchObject({
    answer: "Nothing says so.",
    found: false,
  });
  const absent = { operation: "get", documentId: "doc_none" };
  await expect(document(absent)).rejects.toMatchObject({
    httpCode: "404",
    message: expect.stringMatching(/not/i),
    description: expect.any(String),
  });
  await expect(document({ operation: "getText", documentId: "doc_none" })).rejects.toMatchObject({
    httpCode: "404",
  });
  action.tolerate();
  expect(await document(absent)).toEqual([{ error: expect.any(String) }]);
});

test("lists are read page by page, up to the limit", async () => {
  const { document, headers, action } = await aBench();
  for (const words of ["one", "two", "three"])
    await rest(api, "/documents", { method: "POST", headers, body: aForm(`${words} lease`) });
  action.requests.length = 0;
  expect(await document({ operation: "getAll", returnAll: false, limit: 2 })).toHaveLength(2);
  expect(action.requests).toHaveLength(1);
  expect(await document({ operation: "getAll", returnAll: true })).toHaveLength(3);
});

test("a question of an automation is listed, and decided once by what was seen", async () => {
  const { action, ctx } = await aBench();
  await aQuestionOf(ctx);
  const approval = (parameters: object) => action.run({ resource: "approval", ...parameters });
  const { id: approvalId, seen } = first(await approval({ operation: "getAll", state: "open" }));
  expect(first(await approval({ operation: "get", approvalId }))).toMatchObject({ state: "open" });
  const vote = { operation: "decide", approvalId, vote: "approve", options: { note: "" } };
  await expect(approval({ ...vote, seen: "other" })).rejects.toMatchObject({ httpCode: "409" });
  expect(first(await approval({ ...vote, seen }))).toMatchObject({ state: "approved" });
  const again = action.run({ resource: "approval", ...vote, seen }, { execution: "8" });
  await expect(again).rejects.toMatchObject({ httpCode: "409" });
  expect(await action.run({ resource: "actionItem", operation: "getAll" })).toEqual([]);
});

test("the trigger makes one endpoint for its address, makes it anew when it has changed, and removes it", async () => {
  const { trigger, headers } = await aBench();
  const hooks = async () => (await (await rest(api, "/webhooks", { headers })).json()).items;
  const { webhookMethods } = new BeSunnyTrigger();
  const { checkExists, create, delete: remove } = webhookMethods.default;
  const data = {};
  const url = "https://n8n.example/webhook/1";
  const active = trigger.endpoint({ events: ["document.ready"] }, url, data).hook;
  const tried = trigger.endpoint({ events: ["document.ready"] }, `${url}-test`, data).hook;
  expect(await checkExists.call(active)).toBe(false);
  await create.call(active);
  expect(await checkExists.call(active)).toBe(true);
  expect(await hooks()).toMatchObject([{ name: "n8n: A workflow", url, state: "on" }]);

  expect(await checkExists.call(tried)).toBe(false);
  await create.call(tried);
  await remove.call(tried);
  expect(await hooks()).toMatchObject([{ url }]);

  const changed = trigger.endpoint({ events: ["document.trashed"] }, url, data).hook;
  expect(await checkExists.call(changed)).toBe(false);
  await create.call(changed);
  expect(await hooks()).toMatchObject([{ url, events: ["document.trashed"] }]);
  await remove.call(changed);
  await remove.call(changed);
  expect(await hooks()).toEqual([]);
  expect((await trigger.load("getEvents")).map(({ value }) => value)).toEqual([...happeningNames]);
});

test("a workflow starts by a message that is signed with the endpoint's secret, and by no other", async () => {
  const { trigger, document } = await aBench();
  const { document: uploaded } = first(await document({ operation: "upload" }));
  const { id: documentId } = uploaded as { id: string };
  const node = new BeSunnyTrigger();
  const data: { endpoints?: Record<string, { secret: string }> } = {};
  const url = "https://n8n.example/webhook/2";
  const { hook, webhook } = trigger.endpoint({ events: ["document.ready"] }, url, data as never);
  await node.webhookMethods.default.create.call(hook);
  const secret = data.endpoints?.[url]?.secret ?? "";
  const body = JSON.stringify({ type: "document.ready", seq: 1, data: { documentId } });
  const at = new Date();
  const headers = {
    "webhook-id": "msg_1",
    "webhook-timestamp": String(Math.floor(at.getTime() / 1000)),
    "webhook-signature": new Webhook(secret).sign("msg_1", at, body),
  };

  const started = await node.webhook.call(webhook({ body, headers }));
  expect(started.workflowData?.[0]?.[0]?.json).toMatchObject({
    webhookId: "msg_1",
    data: { documentId },
    document: { id: documentId },
  });
  const statuses: number[] = [];
  const answered = (status: number) => statuses.push(status);
  const others = [
    { body: `${body} `, headers },
    { body, headers: { ...headers, "webhook-id": "msg_2" } },
    { body, headers: { ...headers, "webhook-timestamp": "1700000000" } },
    { body, headers: {} },
  ];
  for (const other of others) {
    const refused = await node.webhook.call(webhook({ ...other, answered }));
    expect(refused).toEqual({ noWebhookResponse: true });
  }
  expect(statuses).toEqual([401, 401, 401, 401]);
});

test("a member who may not make webhooks is told so", async () => {
  const { trigger } = await aBench("member");
  const { hook } = trigger.endpoint({ events: ["document.ready"] }, "https://n8n.example/3");
  await expect(new BeSunnyTrigger().webhookMethods.default.create.call(hook)).rejects.toMatchObject(
    { httpCode: "403", message: expect.stringContaining("role does not allow") },
  );
});
