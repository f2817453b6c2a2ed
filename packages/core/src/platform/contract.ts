import { z } from "zod";

import { documentStages, documentStatuses } from "../documents/contract/document-words";
import { confidence, count, idIn, instant } from "../shapes";

/** A document as platform admins see it: how its processing went, never its name or text. */
export const PlatformDocument = z.object({
  id: idIn("doc"),
  workspaceId: idIn("ws"),
  status: z.enum(documentStatuses),
  stage: z.enum(documentStages),
  format: z.string().nullable(),
  mediaType: z.string(),
  size: z.number(),
  type: z.string().nullable(),
  typeConfidence: confidence,
  pageCount: count.nullable(),
  errorCode: z.string().nullable(),
  errorMessage: z.string().nullable(),
  createdAt: instant,
  readyAt: instant.nullable(),
});
export type PlatformDocument = z.infer<typeof PlatformDocument>;

const Totals = z.object({
  documents: count,
  ready: count,
  failed: count,
  open: count,
  /** The cost of the results whose cost is known. */
  costMicro: z.number(),
  /** The number of results whose cost is not known. */
  costsUnknown: count,
});

/**
 * The numbers of a span, of all workspaces or of one; `asOf` is their freshness, `until` is left out. `before` holds the totals of the
 * span of the same length before it. Durations in milliseconds, money in US dollars.
 */
export const Overview = z.object({
  asOf: instant,
  since: instant,
  until: instant,
  /** The length of the parts of what is counted over time, in UTC. */
  grain: z.enum(["hour", "day"]),
  totals: Totals,
  before: Totals,
  documentsOverTime: z.array(z.object({ at: instant, status: z.string(), count })),
  costOverTime: z.array(z.object({ at: instant, costMicro: z.number() })),
  stageTimes: z.array(z.object({ stage: z.string(), count, p50Ms: z.number(), p95Ms: z.number() })),
  failures: z.array(z.object({ code: z.string(), count, latest: instant })),
  outbox: z.object({ unsent: count, oldest: instant.nullable() }),
  queue: z.object({ depth: count, oldest: instant.nullable() }),
  /** Documents that an earlier release of the reader read. */
  readEarlier: count,
  workspaces: z.array(z.object({ id: idIn("ws"), name: z.string(), createdAt: instant })),
});

/** A run of a stage: how long it took, in milliseconds, and the facts of its document that explain it. */
export const StageRun = z.object({
  documentId: idIn("doc"),
  workspaceId: idIn("ws"),
  durationMs: count,
  finishedAt: instant,
  format: z.string().nullable(),
  size: z.number(),
  pageCount: count.nullable(),
});
