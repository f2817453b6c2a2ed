import { createWebhooks, signedHeaders } from "@besunny/connectors/webhooks/webhooks";
import { expect, test } from "vitest";

import { aColleague, aContext, anIdentityContext, announced } from "../../../test/contexts";
import { aSink } from "../../../test/webhooks/webhook-sink";
import { receiveInbound } from "../../identity/hooks/receive-inbound";
import { createInboundHook } from "./create-inbound-hook";
import { listInboundDeliveries } from "./list-inbound-deliveries";
import { receiveDelivery } from "./receive-delivery";
import { removeInboundHook } from "./remove-inbound-hook";
import { rotateInboundHook } from "./rotate-inbound-hook";
import { turnInboundHook } from "./turn-inbound-hook";

const webhooks = createWebhooks({ allowList: ["127.0.0.1"] });
const bytes = (text: string) => new TextEncoder().encode(text);
const json = (given: object) => ({
  body: bytes(JSON.stringify(given)),
  mediaType: "application/json",
  fileName: null,
});

async function aHook(given: { isSigned: boolean; takes: "document" | "happening" }) {
  const owner = await aContext({ role: "owner", webhooks });
  const made = await createInboundHook(owner, { name: "Scanner", ...given });
  const token = made.path?.split("/").at(-1) ?? "";
  const log = async (ctx = owner) => (await listInboundDeliveries(ctx, { id: made.hook.id })).items;
  return { owner, id: made.hook.id, secret: made.secret ?? "", token, log };
}

/** Asks who a sender is that signs with this secret. */
function proves(token: string, secret: string | null, body = "{}", at = new Date()) {
  const signed = secret && signedHeaders({ id: "msg_1", secrets: [secret], body: "{}", at });
  const headers = signed
    ? {
        id: signed["webhook-id"],
        timestamp: signed["webhook-timestamp"],
        signature: signed["webhook-signature"],
      }
    : null;
  return receiveInbound(anIdentityContext({ webhooks }), { token, body, headers });
}

test("a signed address knows its sender by the raw body alone, and its owner by their rights of today", async () => {
  const { owner, token, secret, id } = await aHook({ isSigned: true, takes: "document" });
  const { hook } = await proves(token, secret);
  expect(hook).toMatchObject({ id, workspaceId: owner.workspaceId, actor: { id: owner.actor.id } });
  expect((await proves(token, secret, "{ }")).hook).toBeNull();
  expect((await proves(token, null)).hook).toBeNull();
  expect((await proves(token, webhooks.newSecret())).hook).toBeNull();
  expect((await proves(token, secret, "{}", new Date(Date.now() - 3_600_000))).hook).toBeNull();
  expect((await proves("nobody-knows-this-address", secret)).hook).toBeNull();
});

test("both secrets count while they are rotated; an address that is no secret any more is another one at once", async () => {
  const signed = await aHook({ isSigned: true, takes: "document" });
  const next = await rotateInboundHook(signed.owner, { id: signed.id });
  for (const secret of [signed.secret, next.secret])
    expect((await proves(signed.token, secret)).hook).not.toBeNull();
  const open = await aHook({ isSigned: false, takes: "document" });
  expect((await proves(open.token, null)).hook).not.toBeNull();
  const moved = await rotateInboundHook(open.owner, { id: open.id });
  expect((await proves(open.token, null)).hook).toBeNull();
  const token = moved.path?.split("/").at(-1) ?? "";
  expect((await proves(token, null)).hook).not.toBeNull();
  await turnInboundHook(open.owner, { id: open.id, isOn: false });
  expect((await proves(token, null)).hook).toBeNull();
  await removeInboundHook(signed.owner, { id: signed.id });
  expect((await proves(signed.token, signed.secret)).hook).toBeNull();
});

test("a text, a file and an address become documents, and the same id twice is one", async () => {
  const { owner, id, log } = await aHook({ isSigned: false, takes: "document" });
  const sink = await aSink();
  sink.answers((response) => void response.end("From the web"));
  const send = (remoteId: string, given: ReturnType<typeof json>) =>
    receiveDelivery(owner, { id, remoteId, ...given });
  const first = await send("one", json({ text: "A letter", fileName: "letter.txt" }));
  expect(await send("one", json({ text: "A letter", fileName: "letter.txt" }))).toEqual(first);
  await send("two", json({ content: Buffer.from("Raw").toString("base64"), fileName: "raw.txt" }));
  await send("three", json({ url: `${sink.url}/lease.txt` }));
  await receiveDelivery(owner, {
    id,
    remoteId: "four",
    body: bytes("The file itself"),
    mediaType: "text/plain",
    fileName: "itself.txt",
  });
  await sink.close();
  const items = await log();
  expect(
    items.map(({ remoteId, outcome, document }) => [remoteId, outcome, document?.title]),
  ).toEqual([
    ["four", "taken", "itself"],
    ["three", "taken", "lease"],
    ["two", "taken", "raw"],
    ["one", "taken", "letter"],
  ]);
});

test("what cannot be taken is refused with its reason, noted, and may come again", async () => {
  const { owner, id, log } = await aHook({ isSigned: false, takes: "document" });
  const strict = { ...owner, webhooks: createWebhooks() };
  const send = (given: ReturnType<typeof json>) =>
    receiveDelivery(strict, { id, remoteId: "one", ...given });
  const refused = { code: "INVALID_INPUT" };
  await expect(send(json({ words: "none" }))).rejects.toMatchObject(refused);
  await expect(send(json({ url: "http://127.0.0.1:9999/secret" }))).rejects.toMatchObject({
    ...refused,
    message: "The address is not public",
  });
  expect(await log()).toMatchObject([{ outcome: "refused", problem: "The address is not public" }]);
  await send(json({ text: "Now it is right" }));
  expect(await log()).toMatchObject([{ outcome: "taken", problem: null }]);
});

test("a message that starts automations is announced once", async () => {
  const { owner, id, log } = await aHook({ isSigned: false, takes: "happening" });
  const send = () => receiveDelivery(owner, { id, remoteId: "one", ...json({ amount: 5 }) });
  const { id: deliveryId } = await send();
  await send();
  const events = (await announced(owner)).filter(({ name }) => name === "hook/received");
  expect(events.map(({ data }) => data)).toEqual([
    { workspaceId: owner.workspaceId, hookId: id, deliveryId },
  ]);
  expect(await log()).toMatchObject([{ outcome: "happened" }]);
});

test("members neither see the addresses nor make one", async () => {
  const { owner, log } = await aHook({ isSigned: false, takes: "document" });
  const member = await aColleague(owner);
  await expect(log(member)).rejects.toMatchObject({ code: "FORBIDDEN" });
  await expect(
    createInboundHook(member, { name: "Mine", isSigned: false, takes: "document" }),
  ).rejects.toMatchObject({ code: "FORBIDDEN" });
});
