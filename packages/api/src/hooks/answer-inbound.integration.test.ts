import { anIdentityContext } from "@besunny/core/test/contexts";
import { createWebhooks, signedHeaders } from "@besunny/core/test/webhooks/webhook-sender";
import { expect, test } from "vitest";

import { aKey, anApi, aPerson, rest, WEB } from "../../test/an-api";
import { createHandlers } from "../handlers";
import type { ApiTools } from "../request-context";

const webhooks = createWebhooks();
const api = await anApi({ webhooks });
const tools: ApiTools = {
  ...api.tools,
  identityContext: (from) => anIdentityContext({ ...from, webhooks }),
};
const doors = createHandlers(async () => tools, { app: "web" });
const { headers } = await aKey(api, await aPerson({ home: api.base.workspaceId, role: "owner" }));

async function aHook(isSigned: boolean) {
  const body = { name: "Scanner", isSigned, takes: "document" };
  const made = await rest(api, "/inbound-hooks", { method: "POST", headers, body });
  expect(made.status).toBe(201);
  const { path, secret, hook } = await made.json();
  return { path: String(path), secret: String(secret), id: String(hook.id) };
}

function send(path: string, body: BodyInit, given: Record<string, string> = {}, at = doors) {
  const token = path.split("/").at(-1) ?? "";
  const request = new Request(WEB + path, { method: "POST", body, headers: given });
  return at.inbound(request, token);
}

const letter = JSON.stringify({ text: "A letter", fileName: "letter.txt" });
const JSON_TYPE = { "content-type": "application/json" };

test("it answers 202 with the id of the delivery, and with the same id when the sender tries again", async () => {
  const { path, id } = await aHook(false);
  const named = { ...JSON_TYPE, "webhook-id": "msg_of_the_sender" };

  const first = await send(path, letter, named);
  expect(first.status).toBe(202);
  const again = await send(path, letter, named);
  expect(await again.json()).toEqual(await first.json());

  const log = await rest(api, `/inbound-hooks/${id}/deliveries`, { headers });
  expect((await log.json()).items).toHaveLength(1);
});

test("a stranger finds nothing, whatever the address is", async () => {
  const { path } = await aHook(true);
  for (const wrong of ["/api/hooks/in/short", "/api/hooks/in/nobody-knows-this-address", path])
    expect((await send(wrong, letter, JSON_TYPE)).status).toBe(404);
});

test("a signature is over the bytes as they came, with a byte order mark too", async () => {
  const { path, secret } = await aHook(true);
  const body = `\uFEFF${letter}`;
  const signed = signedHeaders({ id: "msg_1", secrets: [secret], body, at: new Date() });

  expect((await send(path, body, { ...JSON_TYPE, ...signed })).status).toBe(202);
  expect((await send(path, letter, { ...JSON_TYPE, ...signed })).status).toBe(404);
});

test("a body over 1 MB is refused in words", async () => {
  const { path } = await aHook(false);
  const answer = await send(path, new Uint8Array(1024 ** 2 + 1));
  expect(answer.status).toBe(413);
  expect(await answer.json()).toMatchObject({ code: "TOO_LARGE" });
});

test("who sends more than the workspace may is told when to come again", async () => {
  const { path } = await aHook(false);
  const narrowTools = { ...tools, ratesOf: async () => ({ workspace: 60 }) };
  const narrow = createHandlers(async () => narrowTools, { app: "web" });

  let refused = await send(path, letter, JSON_TYPE, narrow);
  for (let sent = 0; refused.status === 202 && sent < 20; sent += 1)
    refused = await send(path, letter, JSON_TYPE, narrow);
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
});
