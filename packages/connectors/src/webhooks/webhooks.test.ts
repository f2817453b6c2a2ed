import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

import { Webhook } from "standardwebhooks";
import { afterEach, expect, test } from "vitest";

import { isWebhookSigned } from "./verify-webhook";
import { createWebhooks, signedHeaders } from "./webhooks";

const open: (() => void)[] = [];
afterEach(() => {
  for (const close of open.splice(0)) close();
});

async function aServer(answer: (response: ServerResponse) => void): Promise<string> {
  const server = createServer((_request, response) => answer(response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  open.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

const webhooks = createWebhooks({ allowList: ["127.0.0.1"], timeoutMs: 500 });
const secret = webhooks.newSecret();
const message = { id: "msg_1", secrets: [secret], body: "{}", at: new Date() };

test("the library of the specification verifies what is sent, with either secret of a rotation", () => {
  const next = webhooks.newSecret();
  const headers = signedHeaders({ ...message, secrets: [next, secret] });
  for (const each of [secret, next])
    expect(new Webhook(each).verify(message.body, headers)).toEqual({});
  expect(() => new Webhook(webhooks.newSecret()).verify(message.body, headers)).toThrow();
  expect(() => new Webhook(secret).verify("{ }", headers)).toThrow();
});

test("what comes is verified over its raw body, its id and its time", () => {
  const of = (at: Date) => {
    const headers = signedHeaders({ ...message, at });
    return {
      id: headers["webhook-id"],
      timestamp: headers["webhook-timestamp"],
      signature: headers["webhook-signature"],
    };
  };
  const now = of(new Date());
  expect(isWebhookSigned("{}", now, [webhooks.newSecret(), secret])).toBe(true);
  expect(isWebhookSigned("{ }", now, [secret])).toBe(false);
  expect(isWebhookSigned("{}", { ...now, id: "msg_2" }, [secret])).toBe(false);
  expect(isWebhookSigned("{}", of(new Date(Date.now() - 3_600_000)), [secret])).toBe(false);
  expect(isWebhookSigned("{}", now, ["not a secret"])).toBe(false);
});

test("a redirect into the own network is an answer, and nobody follows it", async () => {
  let isAsked = false;
  const inside = await aServer((response) => {
    isAsked = true;
    response.end();
  });
  const url = await aServer((response) => response.writeHead(302, { location: inside }).end());
  expect(await webhooks.send({ ...message, url })).toMatchObject({ status: 302, trouble: null });
  expect(isAsked).toBe(false);
});

test("a receiver that hangs, one that says too much and one that is away each have their trouble", async () => {
  const hanging = await aServer(() => undefined);
  expect(await webhooks.send({ ...message, url: hanging })).toMatchObject({ trouble: "timeout" });
  const loud = await aServer((response) => response.end("x".repeat(70_000)));
  const told = await webhooks.send({ ...message, url: loud });
  expect(told).toMatchObject({ status: 200, response: "" });
  const away = "http://127.0.0.1:1/";
  expect(await webhooks.send({ ...message, url: away })).toMatchObject({ trouble: "unreachable" });
});

test("the time that a receiver asks for is kept, as seconds or as a date", async () => {
  const busy = (after: string) =>
    aServer((response) => response.writeHead(429, { "retry-after": after }).end("slow\u0000ly"));
  expect(await webhooks.send({ ...message, url: await busy("30") })).toMatchObject({
    status: 429,
    retryAfterSeconds: 30,
    response: "slowly",
  });
  const date = new Date(Math.floor(message.at.getTime() / 1000) * 1000 + 60_000).toUTCString();
  const { retryAfterSeconds } = await webhooks.send({ ...message, url: await busy(date) });
  expect(retryAfterSeconds).toBeGreaterThan(58);
});

test("private addresses are refused before and while they are dialled", async () => {
  const strict = createWebhooks();
  for (const url of [
    "http://127.0.0.1/",
    "https://10.0.0.1/",
    "https://[::1]/",
    "https://2130706433/",
    "https://169.254.169.254/latest",
    "https://localhost/",
    "http://hooks.example/",
    "https://me:word@hooks.example/",
    "ftp://hooks.example/",
    "hooks",
  ])
    expect(strict.refusalOf(url)).not.toBeNull();
  expect(strict.refusalOf("https://hooks.example/in")).toBeNull();
  expect(webhooks.refusalOf("http://127.0.0.1:5678/")).toBeNull();
  const url = await aServer((response) => response.end());
  expect(await strict.send({ ...message, url })).toMatchObject({ trouble: "refused-address" });
});
