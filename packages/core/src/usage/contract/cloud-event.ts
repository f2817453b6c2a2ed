import { z } from "zod";

import { meters } from "./meters";

/** A row of the ledger as CloudEvents 1.0 has it. `source` and `id` together name it once in the world. */
export const CloudEvent = z.object({
  specversion: z.literal("1.0"),
  id: z.string(),
  source: z.string().meta({ example: "urn:besunny:workspace:ws_019a2b" }),
  type: z.literal("besunny.usage"),
  subject: z.string().optional(),
  time: z.string().meta({ format: "date-time" }),
  datacontenttype: z.literal("application/json"),
  data: z.object({ meter: z.enum(meters), quantity: z.number().int(), eventId: z.string() }),
});
export type CloudEvent = z.infer<typeof CloudEvent>;

type Row = {
  id: string;
  meter: (typeof meters)[number];
  quantity: number;
  subject: string;
  occurredAt: Date;
  idempotencyKey: string;
};

/** Returns a row as a CloudEvent. Its id is the idempotency key: who takes it twice can count it once. */
export function cloudEventOf(workspaceId: string, row: Row): CloudEvent {
  return {
    specversion: "1.0",
    id: row.idempotencyKey,
    source: `urn:besunny:workspace:${workspaceId}`,
    type: "besunny.usage",
    ...(row.subject && { subject: row.subject }),
    time: row.occurredAt.toISOString(),
    datacontenttype: "application/json",
    data: { meter: row.meter, quantity: row.quantity, eventId: row.id },
  };
}
