import { z } from "zod";

import { count, day, idIn, instant } from "../../shapes";
import { budgetPeriods, budgetSubjects, callStates } from "./money-words";

/** Millionths of a US dollar. */
export const micro = z.number().int().meta({ description: "Millionths of a US dollar" });

/** The most that a budget can be: a hundred million dollars. */
const MOST_MICRO = 100_000_000_000_000;

/** A budget, and what was spent of it and is reserved in the day or month (UTC) that holds now. */
export const Budget = z.object({
  id: idIn("bud"),
  subjectKind: z.enum(budgetSubjects),
  /** The project, person or key; empty for the workspace. */
  subjectId: z.string(),
  subjectName: z.string().nullable(),
  period: z.enum(budgetPeriods),
  amountMicro: micro,
  spentMicro: micro,
  reservedMicro: micro,
  startsAt: instant,
});
export type Budget = z.infer<typeof Budget>;

export const amountInput = micro.min(0).max(MOST_MICRO);

/** A sum over calls. `costMicro` leaves out the calls whose cost nobody knows, which `unknown` counts. */
export const Spending = z.object({
  key: z.string().nullable(),
  name: z.string().nullable(),
  calls: count,
  /** Calls that were refused before they went out. */
  refused: count,
  unknown: count,
  estimated: count,
  inputTokens: count,
  outputTokens: count,
  costMicro: micro,
});
export type Spending = z.infer<typeof Spending>;

/** One call to an outside model. */
export const ModelCall = z.object({
  id: z.string(),
  workspaceId: idIn("ws").nullable(),
  documentId: idIn("doc").nullable(),
  userId: idIn("usr").nullable(),
  userName: z.string().nullable(),
  apiKeyId: idIn("key").nullable(),
  operation: z.string(),
  kind: z.string(),
  server: z.string(),
  model: z.string(),
  lane: z.string(),
  state: z.enum(callStates),
  inputTokens: count,
  cachedTokens: count,
  cacheWriteTokens: count,
  outputTokens: count,
  reasoningTokens: count,
  isEstimated: z.boolean(),
  costMicro: micro.nullable(),
  priceId: z.string().nullable(),
  latencyMs: count.nullable(),
  attempts: count,
  errorCode: z.string().nullable(),
  traceId: z.string(),
  createdAt: instant,
});
export type ModelCall = z.infer<typeof ModelCall>;

/** The price of a million tokens, in millionths of the currency. */
export const ModelPrice = z.object({
  id: z.string(),
  server: z.string(),
  model: z.string(),
  from: day,
  until: day.nullable(),
  currency: z.string(),
  inputMicro: z.number(),
  cachedInputMicro: z.number().nullable(),
  cacheWriteMicro: z.number().nullable(),
  outputMicro: z.number(),
  audioMinuteMicro: z.number().nullable(),
  batchFactor: z.number().nullable(),
  tiers: z.record(z.string(), z.number()),
  longContext: z.object({ above: z.number(), input: z.number(), output: z.number() }).nullable(),
  source: z.string(),
  readOn: day,
  isShipped: z.boolean(),
  createdAt: instant,
});

/** The sources of the day on which a model ends; a later one goes before the others. */
export const retirementSources = ["file", "provider", "admin"] as const;

/** The day on which a maker switches a model off. */
export const Retirement = z.object({
  server: z.string(),
  model: z.string(),
  endsOn: day,
  daysLeft: count,
  replacement: z.string().nullable(),
  saidBy: z.enum(retirementSources),
  source: z.string(),
  /** Calls of the last 30 days. */
  calls: count,
});
export type Retirement = z.infer<typeof Retirement>;
