import { z } from "zod";

import { documentStatuses } from "../documents/contract/document";
import { DocumentSummary } from "../documents/contract/document-summary";
import { documentId } from "../ids";
import { count, idIn, instant } from "../shapes";
import { Correction } from "../understanding/contract/history";

export const stageNames = ["read", "understood", "indexed"] as const;
export type StageName = (typeof stageNames)[number];

/** Which run of which document a background function is working for. */
export const processingRun = z.object({ documentId, runId: z.string().startsWith("run_") });

/** Whether a stage may be worked on, and for which kind of run. */
export const BegunStage = z.discriminatedUnion("isOpen", [
  z.object({ isOpen: z.literal(false) }),
  z.object({ isOpen: z.literal(true), kind: z.enum(["process", "reprocess"]) }),
]);

/** How a stage ended; a failure that would happen again is said with its code and sentence. */
export const StageOutcome = z.discriminatedUnion("outcome", [
  z.object({ outcome: z.literal("stopped") }),
  z.object({ outcome: z.literal("done") }),
  z.object({ outcome: z.literal("failed"), code: z.string(), message: z.string() }),
]);

/** The key under which a run keeps what it read. */
export const ofModelKey = z.object({ modelKey: z.string() });

/** The name of the type that was understood; null where no type fits. */
export const ofTypeName = z.object({ type: z.string().nullable() });

/** One stage of a run. */
export const Stage = z
  .object({
    name: z.string(),
    state: z.string(),
    attempt: count,
    startedAt: instant,
    durationMs: z.number().nullable(),
    error: z.object({ code: z.string(), message: z.string() }).nullable(),
  })
  .meta({ id: "Stage" });

/** Where a document is in its newest run; `etaSeconds` is null while nothing is known. */
export const DocumentProgress = z
  .object({
    seq: count,
    status: z.enum(documentStatuses),
    stages: z.array(Stage),
    etaSeconds: count.nullable(),
  })
  .meta({ id: "Status" });

const stageOrNone = z.enum(stageNames).nullable();

/** Where a run is, or why it does not move; the words for it are the app's. */
export const Explanation = z.discriminatedUnion("kind", [
  /** It begins when its batch is resumed. */
  z.object({
    kind: z.literal("paused"),
    batch: z.object({ id: idIn("bat"), title: z.string().nullable() }),
  }),
  /** So many live documents of the workspace, itself counted, until it begins. */
  z.object({ kind: z.literal("inLine"), position: count }),
  /** A backfill: it waits for live documents and for `ahead` others of its kind. */
  z.object({ kind: z.literal("behindLiveWork"), ahead: count }),
  /** Try `attempt` of `maxAttempts` begins at `retryAt`. */
  z.object({
    kind: z.literal("retrying"),
    stage: stageOrNone,
    attempt: count,
    maxAttempts: count,
    retryAt: instant,
    because: z.string(),
  }),
  /** `tookOver`: the computer that worked on it stopped, and this one goes on. */
  z.object({
    kind: z.literal("working"),
    stage: stageOrNone,
    startedAt: instant.nullable(),
    attempt: count,
    tookOver: z.boolean(),
  }),
]);
export type Explanation = z.infer<typeof Explanation>;

/** What happened to a document: its runs, newest first, corrections, and where it is now while it is on its way. */
export const Timeline = z.object({
  document: DocumentSummary,
  now: Explanation.nullable(),
  runs: z.array(
    z.object({
      id: idIn("run"),
      kind: z.enum(["process", "reprocess"]),
      state: z.string(),
      batch: z.object({ id: idIn("bat"), title: z.string().nullable() }).nullable(),
      createdAt: instant,
      finishedAt: instant.nullable(),
      error: z.object({ message: z.string(), remedy: z.string() }).nullable(),
      stages: z.array(Stage),
    }),
  ),
  corrections: z.array(Correction.extend({ documentId: idIn("doc") })),
});
