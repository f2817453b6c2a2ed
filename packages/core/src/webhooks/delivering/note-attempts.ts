import type { Repositories } from "@besunny/db/database";
import { z } from "zod";

import { tell } from "../../notifications/contract/tell";
import { command } from "../../operation/command";
import { nothing } from "../../shapes";
import { PAUSED_AFTER_MS, REST_MS, waitAfter } from "../contract/plan";
import { ofWebhook } from "../contract/webhook";

const Attempt = z.object({
  messageId: z.string(),
  at: z.date(),
  durationMs: z.number().int(),
  status: z.number().int().nullable(),
  trouble: z.string().max(40).nullable(),
  response: z.string().max(1024),
  retryAfterSeconds: z.number().nullable(),
});

const GONE = 410;
const isTaken = (status: number | null) => status !== null && status >= 200 && status < 300;

/**
 * Notes the tries of a webhook and ends its claim. A message that was not taken waits for its next try. An endpoint that answers 410 wants
 * nothing more; one that fails for five days is paused. Owners and admins are notified of both.
 */
export const noteAttempts = command("webhooks.note-attempts", {
  title: "Note the tries of a webhook",
  permission: "webhook.deliver",
  input: ofWebhook.extend({ attempts: z.array(Attempt), chance: z.number().min(0).max(1) }),
  output: nothing,
  doors: [],
  audit: { notAudited: "The log of a webhook is the record." },

  async handle(tools, { id, attempts, chance }) {
    const { webhookEndpoints, webhookMessages, clock } = tools;
    const endpoint = await webhookEndpoints.find(id);
    if (!endpoint) return;
    const now = clock();
    const numbers = await webhookMessages.lastNumbers(attempts.map(({ messageId }) => messageId));
    const found = await webhookMessages.findMany(id, [
      ...new Set(attempts.map((each) => each.messageId)),
    ]);
    const messages = new Map(found.map((message) => [message.id, message]));
    const known = attempts.filter(({ messageId }) => messages.has(messageId));
    await webhookMessages.addAttempts(
      known.map(({ retryAfterSeconds: _, trouble, ...told }) => ({
        ...told,
        number: (numbers.get(told.messageId) ?? 0) + 1,
        error: trouble,
      })),
    );
    const taken = known.filter(({ status }) => isTaken(status));
    const delivered = taken.map(({ messageId }) => messageId);
    await webhookMessages.note(delivered, { state: "delivered", nextAt: null });
    for (const { messageId, status, retryAfterSeconds } of known) {
      const message = messages.get(messageId);
      if (!message || isTaken(status)) continue;
      const wait = message.isTest
        ? null
        : waitAfter(message.tries + 1, { retryAfterSeconds, chance });
      const nextAt = wait === null ? null : new Date(now.getTime() + wait);
      await webhookMessages.note([messageId], { state: nextAt ? "waiting" : "failed", nextAt });
    }
    const counted = known.filter(({ messageId }) => !messages.get(messageId)?.isTest).length;
    const isGone = attempts.some(({ status }) => status === GONE);
    const isFine = attempts.some(({ status }) => isTaken(status));
    const hasFailed = counted > 0 && !isFine;
    const failingSince = isFine
      ? null
      : hasFailed
        ? (endpoint.failingSince ?? now)
        : endpoint.failingSince;
    const rest = hasFailed ? new Date(now.getTime() + REST_MS) : null;
    await webhookEndpoints.note(id, { failingSince, claimedUntil: rest });
    if (isFine && endpoint.failingSince) await webhookMessages.hurry(id, now);
    if (endpoint.state !== "on") return;
    const isDead = failingSince && now.getTime() - failingSince.getTime() >= PAUSED_AFTER_MS;
    if (!isGone && !isDead) return;
    await webhookEndpoints.turn(
      id,
      isGone ? "gone" : "paused",
      isGone ? "answered-410" : "failing",
    );
    await tellAdmins(tools, id, now);
  },
});

type Tools = Pick<Repositories, "members" | "notices" | "noticeSettings">;

async function tellAdmins(tools: Tools, id: string, createdAt: Date): Promise<void> {
  const people = (await tools.members.list()).filter(
    ({ role }) => role === "owner" || role === "admin",
  );
  const key = `webhook:${id}:${createdAt.toISOString()}`;
  await tell(
    tools,
    people.map(({ userId }) => ({ userId, kind: "webhook" as const, key, createdAt })),
  );
}
