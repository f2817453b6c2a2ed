import type { WebhookEndpointRow } from "@besunny/db/webhooks/webhook-endpoints";
import { z } from "zod";

import { happeningNames } from "../../happenings";
import { projectId, webhookId } from "../../ids";
import { oneOf } from "../../one-of";
import { count, idIn, instant } from "../../shapes";
import { webhookStateReasons, webhookStates } from "./webhook-words";

export const webhookFields = {
  name: z.string().trim().min(1, "Name the webhook").max(80),
  url: z.string().trim().min(1, "Give the address of the receiver").max(2000),
  events: z
    .array(z.enum(happeningNames))
    .min(1, "Choose at least one event")
    .max(50)
    .transform((given) => [...new Set(given)]),
  projectIds: z.array(projectId).max(50),
};

export const ofWebhook = z.object({ id: webhookId });

/** An endpoint as admins see it. Its secret was shown once. */
export const WebhookView = z.object({
  id: idIn("whe"),
  name: z.string(),
  url: z.string(),
  events: z.array(z.string()),
  projectIds: z.array(z.string()),
  state: z.enum(webhookStates),
  stateReason: z.enum(webhookStateReasons).nullable(),
  /** The moment since which every try failed; null if the last one succeeded. */
  failingSince: instant.nullable(),
  /** Until then the secret before signs as well. */
  rotatingUntil: instant.nullable(),
  createdByName: z.string().nullable(),
  createdAt: instant,
  waiting: count,
  delivered: count,
  failed: count,
});
export type WebhookView = z.output<typeof WebhookView>;

export const WithSecret = z.object({ webhook: WebhookView, secret: z.string() });

type Counts = readonly { endpointId: string; state: string; count: number }[];

/** Returns a stored endpoint as admins see it. */
export function webhookOf(row: WebhookEndpointRow, counts: Counts, now: Date): WebhookView {
  const { id, name, url, events, projectIds, failingSince, createdAt, createdBy } = row;
  const countOf = (state: string) =>
    counts.find((each) => each.endpointId === id && each.state === state)?.count ?? 0;
  return {
    id,
    name,
    url,
    events,
    projectIds,
    state: oneOf(webhookStates, row.state),
    stateReason: row.stateReason === null ? null : oneOf(webhookStateReasons, row.stateReason),
    failingSince,
    rotatingUntil: row.beforeUntil && row.beforeUntil > now ? row.beforeUntil : null,
    createdByName: createdBy?.name ?? null,
    createdAt,
    waiting: countOf("waiting"),
    delivered: countOf("delivered"),
    failed: countOf("failed"),
  };
}
