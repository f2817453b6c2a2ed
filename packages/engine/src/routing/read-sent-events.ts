import { v7 as newId, v5 as uuidFrom } from "uuid";
import { z } from "zod";

import type { StoredEvent } from "../database/stored-event";

const SentEvent = z.looseObject({
  id: z.string().nullish(),
  name: z.string().min(1),
  data: z.record(z.string(), z.unknown()).nullish(),
  ts: z.number().nullish(),
  user: z.unknown().optional(),
  v: z.string().nullish(),
});

const namespace = "6e3b2c8e-51a5-4c7e-9a54-0b1d1d2f6c11";

/**
 * Reads what the SDK sends: one event or a list. Events without an id get one from `seed` (the header
 * `x-inngest-event-id-seed`) and their place, so that a repeated request has the same ids.
 */
export function readSentEvents(body: unknown, seed: string | null): StoredEvent[] {
  const sent = z.array(SentEvent).parse(Array.isArray(body) ? body : [body]);
  return sent.map((event, index) => ({
    id: event.id || (seed ? uuidFrom(`${seed}:${index}`, namespace) : newId()),
    name: event.name,
    data: event.data ?? {},
    ts: event.ts || Date.now(),
    ...(event.user === undefined || event.user === null ? {} : { user: event.user }),
    ...(event.v ? { v: event.v } : {}),
  }));
}
