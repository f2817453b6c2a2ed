import type { WebhookAttemptRow, WebhookMessageRow } from "@besunny/db/webhooks/webhook-messages";
import { z } from "zod";

import { oneOf } from "../../one-of";
import { count, idIn, instant } from "../../shapes";
import { messageStates } from "./webhook-words";

export const WebhookAttempt = z.object({
  number: count,
  at: instant,
  durationMs: count,
  status: count.nullable(),
  /** Why there was no answer. */
  trouble: z.string().nullable(),
  /** The beginning of the answer. */
  response: z.string(),
});

/** A message of an endpoint, as its log shows it. */
export const WebhookMessage = z.object({
  id: idIn("msg"),
  event: z.string(),
  seq: count,
  state: z.enum(messageStates),
  isTest: z.boolean(),
  createdAt: instant,
  nextAt: instant.nullable(),
  lastAttempt: WebhookAttempt.nullable(),
});

const Data = z.record(z.string(), z.string());

/** Returns the body of a message: ids and no words. It is the same in every try. */
export function bodyOf({
  event,
  happenedAt,
  seq,
  data,
}: Pick<WebhookMessageRow, "event" | "happenedAt" | "seq" | "data">): string {
  const of = Data.parse(data);
  return JSON.stringify({ type: event, timestamp: happenedAt.toISOString(), seq, data: of });
}

/** Returns a stored try as admins see it. */
export function attemptOf({ error, ...row }: WebhookAttemptRow): z.output<typeof WebhookAttempt> {
  return { ...row, trouble: error };
}

/** Returns a stored message as admins see it. */
export function messageOf(
  row: WebhookMessageRow & { attempts: readonly WebhookAttemptRow[] },
): z.output<typeof WebhookMessage> {
  const { id, event, seq, isTest, createdAt, nextAt, attempts } = row;
  const last = attempts.at(-1);
  return {
    id,
    event,
    seq,
    state: oneOf(messageStates, row.state),
    isTest,
    createdAt,
    nextAt,
    lastAttempt: last ? attemptOf(last) : null,
  };
}
