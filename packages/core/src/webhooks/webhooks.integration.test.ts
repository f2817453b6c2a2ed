import { createWebhooks } from "@besunny/connectors/webhooks/webhooks";
import { Webhook } from "standardwebhooks";
import { afterEach, expect, test } from "vitest";

import { aContext, aJobAcross, auditOf, inBackground } from "../../test/contexts";
import { aDocument } from "../../test/documents";
import { aTakenFile } from "../../test/sources";
import { aSink } from "../../test/webhooks/webhook-sink";
import type { WorkspaceContext } from "../context";
import { deleteDocuments } from "../documents/delete-documents";
import { trashDocuments } from "../documents/trash-documents";
import { listNotices } from "../notifications/list-notices";
import { relayOutbox } from "../platform/relay-outbox";
import { createProject } from "../projects/create-project";
import { changeWebhook } from "./change-webhook";
import { createWebhook } from "./create-webhook";
import { claimWebhooks } from "./delivering/claim-webhooks";
import { deliver } from "./delivering/deliver";
import { getMessage } from "./get-message";
import { getWebhook } from "./get-webhook";
import { listMessages } from "./list-messages";
import { removeWebhook } from "./remove-webhook";
import { replayFailed } from "./replay-failed";
import { replayMessage } from "./replay-message";
import { rotateSecret } from "./rotate-secret";
import { testWebhook } from "./test-webhook";
import { turnWebhook } from "./turn-webhook";

const webhooks = createWebhooks({ allowList: ["127.0.0.1"], timeoutMs: 500 });
const DAY_MS = 86_400_000;

const open: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

async function aBench(given: { projectIds?: string[] } = {}) {
  const sink = await aSink();
  open.push(sink.close);
  let shift = 0;
  const clock = () => new Date(Date.now() + shift);
  const owner = await aContext({ role: "owner", webhooks, clock });
  const { webhook, secret } = await createWebhook(owner, {
    name: "n8n",
    url: sink.url,
    events: ["document.trashed"],
    ...given,
  });
  const { id } = webhook;
  const job = inBackground(owner, { webhooks, clock }, "deliver-webhooks");
  return {
    sink,
    owner,
    id,
    secret,
    job,
    pass: (ms: number) => {
      shift += ms;
    },
    tell: async () => {
      await relay();
      return deliver(job, { id });
    },
    log: async () => (await listMessages(owner, { id })).items,
  };
}

const relay = () => relayOutbox(aJobAcross({}, "relay-outbox"), { send: async () => undefined });

async function aTrashed(ctx: WorkspaceContext): Promise<string> {
  const { id } = await aDocument(ctx);
  await trashDocuments(ctx, { ids: [id] });
  return id;
}

const headersOf = (headers: Record<string, unknown>) => ({
  "webhook-id": String(headers["webhook-id"]),
  "webhook-timestamp": String(headers["webhook-timestamp"]),
  "webhook-signature": String(headers["webhook-signature"]),
});

test("what happens is told once, signed, with ids alone and in the order of its numbers", async () => {
  const { sink, owner, id, secret, tell, log } = await aBench();
  const first = await aTrashed(owner);
  const second = await aTrashed(owner);
  expect(await tell()).toBe(2);
  expect(await tell()).toBe(0);

  const bodies = sink.received.map(({ headers, body }) =>
    new Webhook(secret).verify(body, headersOf(headers)),
  );
  expect(bodies).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ type: "document.trashed", seq: 1, data: { documentId: first } }),
      expect.objectContaining({ type: "document.trashed", seq: 2, data: { documentId: second } }),
    ]),
  );
  const [last] = await log();
  expect(last).toMatchObject({ state: "delivered", nextAt: null, lastAttempt: { status: 204 } });
  expect(sink.received.map(({ headers }) => headers["webhook-id"])).toContain(last?.id);
  expect(await getWebhook(owner, { id })).toMatchObject({ delivered: 2, waiting: 0, failed: 0 });
});

test("documents that admins do not see, other events and other projects are not told", async () => {
  const { owner, id, tell, sink } = await aBench();
  const { documentId: mail } = await aTakenFile(owner, "mail");
  await trashDocuments(owner, { ids: [mail] });
  expect(await tell()).toBe(0);
  await changeWebhook(owner, { id, events: ["document.ready"] });
  await aTrashed(owner);
  expect(await tell()).toBe(0);
  const project = await createProject(owner, { name: "Building" });
  await changeWebhook(owner, { id, events: ["document.trashed"], projectIds: [project.id] });
  await aTrashed(owner);
  expect(await tell()).toBe(0);
  expect(sink.received).toEqual([]);
  await expect(changeWebhook(owner, { id, projectIds: ["prj_nobody"] })).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
});

test("a message that is not taken is sent again by the plan, with the same id and body", async () => {
  const { sink, owner, id, tell, log, pass } = await aBench();
  sink.answers((response) => void response.writeHead(503, { "retry-after": "60" }).end("busy"));
  await aTrashed(owner);
  await tell();
  const [waiting] = await log();
  expect(waiting).toMatchObject({
    state: "waiting",
    lastAttempt: { status: 503, response: "busy" },
  });
  expect(await tell()).toBe(0);
  pass(59_000);
  expect(await tell()).toBe(0);
  sink.answers((response) => void response.writeHead(200).end());
  pass(14_000);
  expect(await tell()).toBe(1);
  expect((await log())[0]).toMatchObject({ state: "delivered", lastAttempt: { number: 2 } });
  const [one, other] = sink.received;
  expect(other?.headers["webhook-id"]).toBe(one?.headers["webhook-id"]);
  expect(other?.body).toBe(one?.body);
  expect((await getWebhook(owner, { id })).failingSince).toBeNull();
});

test("a message fails after ten tries, and can be sent again from the log", async () => {
  const { sink, owner, id, tell, log, pass } = await aBench();
  sink.answers((response) => void response.writeHead(500).end());
  await aTrashed(owner);
  // Ten tries take three days. The time between them is passed in steps that are longer than each wait.
  for (const hours of [0, 0.01, 0.2, 1, 3, 7, 13, 18, 25, 30]) {
    pass(hours * 3_600_000);
    await tell();
  }
  const [failed] = await log();
  expect(failed).toMatchObject({ state: "failed", nextAt: null, lastAttempt: { number: 10 } });
  sink.answers((response) => void response.writeHead(200).end());
  await replayMessage(owner, { id, messageId: failed?.id ?? "" });
  expect(await tell()).toBe(1);
  const ids = new Set(sink.received.map(({ headers }) => headers["webhook-id"]));
  expect(ids.size).toBe(1);
  const message = await getMessage(owner, { id, messageId: failed?.id ?? "" });
  expect(message).toMatchObject({ state: "delivered", body: sink.received[0]?.body });
  expect(message.attempts).toHaveLength(11);
  expect(await replayFailed(owner, { id, since: new Date(0) })).toEqual({ count: 0 });
});

test("an endpoint that answers 410 is told nothing more, and admins are notified", async () => {
  const { sink, owner, id, tell } = await aBench();
  sink.answers((response) => void response.writeHead(410).end());
  await aTrashed(owner);
  await tell();
  expect(await getWebhook(owner, { id })).toMatchObject({
    state: "gone",
    stateReason: "answered-410",
  });
  await aTrashed(owner);
  expect(await tell()).toBe(0);
  const { items } = await listNotices(owner, {});
  expect(items).toEqual([expect.objectContaining({ kind: "webhook", path: "/settings/webhooks" })]);
});

test("an endpoint that fails for five days is paused, and goes on where it stopped", async () => {
  const { sink, owner, id, tell, pass } = await aBench();
  sink.answers((response) => void response.writeHead(500).end());
  await aTrashed(owner);
  await tell();
  pass(5 * DAY_MS + 1);
  await tell();
  expect(await getWebhook(owner, { id })).toMatchObject({
    state: "paused",
    stateReason: "failing",
  });
  await aTrashed(owner);
  expect(await tell()).toBe(0);
  sink.answers((response) => void response.writeHead(200).end());
  await turnWebhook(owner, { id, isOn: true });
  // One message waited, and one event came in between.
  expect(await tell()).toBe(2);
  expect(await getWebhook(owner, { id })).toMatchObject({ state: "on", failingSince: null });
});

test("an endpoint that fails is asked with one message at a time, and gets all once it answers", async () => {
  const { sink, owner, tell, pass } = await aBench();
  sink.answers((response) => void response.writeHead(500).end());
  for (let count = 0; count < 3; count += 1) await aTrashed(owner);
  expect(await tell()).toBe(3);
  pass(7000);
  expect(await tell()).toBe(1);
  sink.answers((response) => void response.writeHead(200).end());
  pass(7000);
  expect(await tell()).toBe(1);
  expect(await tell()).toBe(2);
});

test("two secrets sign while they are rotated, and then the new one alone", async () => {
  const { sink, owner, id, secret, tell, pass } = await aBench();
  const rotated = await rotateSecret(owner, { id, hours: 2 });
  expect(rotated.webhook.rotatingUntil).not.toBeNull();
  await aTrashed(owner);
  await tell();
  const [call] = sink.received;
  for (const each of [secret, rotated.secret])
    new Webhook(each).verify(call?.body ?? "", headersOf(call?.headers ?? {}));
  pass(3 * 3_600_000);
  await aTrashed(owner);
  await tell();
  const signature = String(sink.received[1]?.headers["webhook-signature"]);
  expect(signature.split(" ")).toHaveLength(1);
});

test("a test is sent once, also to a webhook that is paused", async () => {
  const { sink, owner, id, tell, log } = await aBench();
  await turnWebhook(owner, { id, isOn: false });
  sink.answers((response) => void response.writeHead(500).end());
  await testWebhook(owner, { id });
  expect(await tell()).toBe(1);
  expect(await log()).toMatchObject([{ event: "webhook.test", isTest: true, state: "failed" }]);
  expect((await getWebhook(owner, { id })).failingSince).toBeNull();
});

test("an address of the own network is refused when it is given", async () => {
  const owner = await aContext({ role: "owner", webhooks: createWebhooks() });
  const fields = { name: "Inside", url: "https://10.0.0.1/", events: ["document.ready" as const] };
  await expect(createWebhook(owner, fields)).rejects.toMatchObject({
    code: "INVALID_INPUT",
    errors: [{ path: "url" }],
  });
});

test("the secret is in no audit row, and a removed webhook takes its log along", async () => {
  const { owner, id, secret, log } = await aBench();
  await removeWebhook(owner, { id });
  await expect(log()).rejects.toMatchObject({ code: "NOT_FOUND" });
  const rows = await auditOf(owner);
  expect(rows.map(({ operation }) => operation)).toContain("webhooks.remove-webhook");
  expect(JSON.stringify(rows)).not.toContain(secret.slice("whsec_".length));
});

test("a document that is deleted takes its messages along", async () => {
  const { owner, tell, log } = await aBench();
  const id = await aTrashed(owner);
  await tell();
  await deleteDocuments(owner, { ids: [id] });
  expect(await log()).toEqual([]);
});

test("a webhook that is due is claimed once, until its claim runs out", async () => {
  const { owner, id } = await aBench();
  await aTrashed(owner);
  await relay();
  const mine = async (clock: () => Date) =>
    (await claimWebhooks(aJobAcross({ clock }, "deliver-webhooks"), { limit: 1000 })).filter(
      ({ endpointId }) => endpointId === id,
    );
  const now = () => new Date();
  expect(await mine(now)).toHaveLength(1);
  expect(await mine(now)).toHaveLength(0);
  expect(await mine(() => new Date(Date.now() + 61_000))).toHaveLength(1);
});
