import { z } from "zod";

import { count, idIn, instant } from "../../shapes";
import { meters } from "./meters";

export const meterInput = z.enum(meters);

/** An amount of a meter: the most that fits into a number without loss. */
export const amount = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER);

export const requestStates = ["open", "granted", "refused"] as const;

export const Outlook = z.object({
  atEnd: z.object({ low: count, likely: count, high: count }).nullable(),
  runsOut: z.object({ likely: instant.nullable(), earliest: instant.nullable() }),
});

/** The state of a meter. Null limits: there are none. */
export const MeterState = z.object({
  meter: z.enum(meters),
  /** Of what there is now; otherwise of what was done in the month. */
  isLevel: z.boolean(),
  used: count,
  reserved: count,
  soft: count.nullable(),
  hard: count.nullable(),
  outlook: Outlook.nullable(),
});
export type MeterState = z.infer<typeof MeterState>;

export const QuotaRequest = z.object({
  id: z.string(),
  meter: z.enum(meters),
  wanted: count,
  reason: z.string(),
  askedById: idIn("usr"),
  askedAt: instant,
  state: z.enum(requestStates),
  answer: z.string(),
  answeredAt: instant.nullable(),
});
export type QuotaRequest = z.infer<typeof QuotaRequest>;

/** A row of the ledger. */
export const UsageEvent = z.object({
  id: z.string(),
  meter: z.enum(meters),
  quantity: count,
  subject: z.string(),
  /** The document that it is about, where the caller may see it. */
  document: z.object({ id: idIn("doc"), title: z.string() }).nullable(),
  occurredAt: instant,
});
export type UsageEvent = z.infer<typeof UsageEvent>;
