import { createWebhook } from "../../src/webhooks/create-webhook";
import { createInboundHook } from "../../src/webhooks/inbound/create-inbound-hook";
import { listMessages } from "../../src/webhooks/list-messages";
import { testWebhook } from "../../src/webhooks/test-webhook";
import type { World } from "../world";
import { by, byJob, type Example, makesRow, none } from "./example";

const fields = (name: string) => ({
  name,
  url: "https://hooks.mill.example/in",
  events: ["document.ready" as const],
  projectIds: [],
});

async function aWebhook({ owner, newName }: World) {
  const { webhook } = await createWebhook(owner, fields(newName()));
  return { id: webhook.id };
}

async function aMessage(world: World) {
  const { id } = await aWebhook(world);
  await testWebhook(world.owner, { id });
  const [message] = (await listMessages(world.owner, { id })).items;
  return { id, messageId: message?.id ?? "" };
}

async function anInbound({ owner, newName }: World) {
  const fields = { name: newName(), isSigned: true, takes: "document" as const };
  const { hook } = await createInboundHook(owner, fields);
  return { id: hook.id };
}

const sent = "It sends a message, and changes no setting.";

export const webhookExamples: Record<string, Example> = {
  "webhooks.change-webhook": by(async (world) => ({ ...(await aWebhook(world)), name: "Other" })),
  "webhooks.create-webhook": by(({ newName }) => fields(newName()), makesRow),
  "webhooks.deliver": byJob("deliver-webhooks", aWebhook),
  "webhooks.get-message": by(aMessage),
  "webhooks.get-webhook": by(aWebhook),
  "webhooks.create-inbound-hook": by(
    ({ newName }) => ({ name: newName(), isSigned: false, takes: "happening" }),
    makesRow,
  ),
  "webhooks.get-inbound-hook": by(anInbound),
  "webhooks.list-inbound-deliveries": by(anInbound),
  "webhooks.list-inbound-hooks": by(none),
  "webhooks.receive-delivery": by(
    async (world) => ({
      ...(await anInbound(world)),
      remoteId: world.newName(),
      body: new TextEncoder().encode(`A letter of ${world.newName()}`),
      mediaType: "text/plain",
      fileName: "letter.txt",
    }),
    "Registering the document leaves the row.",
  ),
  "webhooks.remove-inbound-hook": by(anInbound),
  "webhooks.rotate-inbound-hook": by(anInbound),
  "webhooks.turn-inbound-hook": by(async (world) => ({ ...(await anInbound(world)), isOn: false })),
  "webhooks.list-messages": by(aWebhook),
  "webhooks.list-webhooks": by(none),
  "webhooks.queue-messages": byJob("deliver-webhooks", async (world) => ({
    ...(await aWebhook(world)),
    keptDays: 30,
  })),
  "webhooks.remove-webhook": by(aWebhook),
  "webhooks.replay-failed": by(
    async (world) => ({ ...(await aWebhook(world)), since: new Date(0) }),
    sent,
  ),
  "webhooks.replay-message": by(aMessage, sent),
  "webhooks.rotate-secret": by(aWebhook),
  "webhooks.test-webhook": by(aWebhook, sent),
  "webhooks.turn-webhook": by(async (world) => ({ ...(await aWebhook(world)), isOn: false })),
};
