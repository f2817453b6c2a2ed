import {
  itemStates,
  providers,
  sourceKinds,
  sourceStates,
  sourceVisibilities,
} from "@besunny/connectors/sources/source-words";
import { z } from "zod";

import { connectionKinds } from "../../connections/contract/connection-words";
import { count, idIn, instant } from "../../shapes";
import { lookKinds, lookOutcomes, sourcePhases } from "./source-report-words";

const pattern = z.string().trim().min(1).max(200);

/** The choice of what is fetched. An empty list chooses everything. Names may hold `*` and `?`. */
export const SourceRules = z.object({
  /** Patterns of file names. */
  include: z.array(pattern).max(50).default([]),
  exclude: z.array(pattern).max(50).default([]),
  /** Media types, such as `application/pdf` or `image/*`. */
  mediaTypes: z.array(pattern).max(50).default([]),
  /** Nothing that was last changed before. */
  since: z.coerce.date().nullable().default(null),
  mostBytes: z.number().int().min(1).nullable().default(null),
  /** Of mails: labels or folders, parts of the sender's address, and whether files hang on them. */
  labels: z.array(pattern).max(50).default([]),
  senders: z.array(pattern).max(50).default([]),
  withAttachments: z.boolean().default(false),
});
export type SourceRules = z.infer<typeof SourceRules>;

/** N at the source = ready + processing + waiting + skipped + failed + left out. */
export const SourceCounts = z.object({
  total: count,
  ready: count,
  processing: count,
  waiting: count,
  skipped: count,
  failed: count,
  leftOut: count,
  bytes: z.number(),
});
export type SourceCounts = z.infer<typeof SourceCounts>;

export const Question = z.object({
  /** The number of items that a listing did not show, or 0 if the whole root is gone. */
  missing: count,
  of: count,
  isRootGone: z.boolean(),
  askedAt: instant,
});

/** A source as people see it. */
export const SourceView = z.object({
  id: idIn("src"),
  connectionId: idIn("con"),
  provider: z.enum(providers),
  connectionKind: z.enum(connectionKinds),
  isPractice: z.boolean(),
  kind: z.enum(sourceKinds),
  name: z.string(),
  path: z.array(z.string()),
  address: z.string(),
  owner: z.object({ id: idIn("usr"), name: z.string() }),
  isMine: z.boolean(),
  rules: SourceRules,
  visibility: z.enum(sourceVisibilities),
  projectIds: z.array(z.string()),
  state: z.enum(sourceStates),
  stateReason: z.string().nullable(),
  phase: z.enum(sourcePhases),
  question: Question.nullable(),
  everySeconds: count,
  dueAt: instant,
  cursorAt: instant.nullable(),
  quietSince: instant.nullable(),
  lastListedAt: instant.nullable(),
  lastLookedAt: instant.nullable(),
  blockedUntil: instant.nullable(),
  failures: count,
  counts: SourceCounts,
  /** The provider's own count, by other requests than those of the listing. */
  counted: count.nullable(),
  countedAt: instant.nullable(),
  push: z.object({ expiresAt: instant, failures: count }).nullable(),
  version: count,
  createdAt: instant,
});
export type SourceView = z.infer<typeof SourceView>;

/** The number of items in a state, and why. */
export const ReasonCount = z.object({
  state: z.enum(itemStates),
  reason: z.string().nullable(),
  items: count,
  bytes: z.number(),
});

/** An item. Its name is null for who does not see it: the account's owner alone sees all names. */
export const SourceItemView = z.object({
  id: z.string(),
  name: z.string().nullable(),
  mediaType: z.string(),
  size: z.number().nullable(),
  modifiedAt: instant,
  webUrl: z.string().nullable(),
  folder: z.string().nullable(),
  from: z.string().nullable(),
  labels: z.array(z.string()),
  state: z.enum(itemStates),
  reason: z.string().nullable(),
  trouble: z.string().nullable(),
  remedy: z.string().nullable(),
  tries: count,
  nextTryAt: instant.nullable(),
  documentId: idIn("doc").nullable(),
});
export type SourceItemView = z.infer<typeof SourceItemView>;

export const LookView = z.object({
  id: idIn("lok"),
  kind: z.enum(lookKinds),
  beganAt: instant,
  endedAt: instant.nullable(),
  seen: count,
  added: count,
  changed: count,
  gone: count,
  pages: count,
  throttledMs: count,
  outcome: z.enum(lookOutcomes).nullable(),
  note: z.string().nullable(),
  isCursorLost: z.boolean(),
});
