import { z } from "zod";
import { DocumentSummary } from "../documents/contract/document-summary";
import { documentStatuses } from "../documents/contract/document-words";
import { documentId } from "../ids";
import { count, idIn, instant } from "../shapes";
import { Correction } from "../understanding/contract/history";

export const stageNames = ["read", "understood", "indexed"] as const;
export type StageName = (typeof stageNames)[number];

/** The document and the document run that a background function works on. */
export const processingRun = z.object({ documentId, runId: z.string().startsWith("run_") });

/** States whether a stage may be worked on, and the kind of its run. */
export const BegunStage = z.discriminatedUnion("isOpen", [
  z.object({ isOpen: z.literal(false) }),
  z.object({ isOpen: z.literal(true), kind: z.enum(["process", "reprocess"]) }),
]);

/** The end of a stage. A failure that would happen again has its code and message. */
export const StageOutcome = z.discriminatedUnion("outcome", [
  z.object({ outcome: z.literal("stopped") }),
  z.object({ outcome: z.literal("done") }),
  /** A recording in so many pieces, each to be written down before the stage goes on. */
  z.object({ outcome: z.literal("pieces"), pieces: count }),
  z.object({ outcome: z.literal("failed"), code: z.string(), message: z.string() }),
]);

/** The key under which a run stores its parsed document. */
export const ofModelKey = z.object({ modelKey: z.string() });

/** The name of the understood type; null if no type fits. */
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

/** The pieces of a recording that are written down, and all of them. */
const TranscriptionProgress = DocumentSummary.shape.transcription;

/** The progress of a document in its newest run. `etaSeconds` is null while the remaining time is not known. */
export const DocumentProgress = z
  .object({
    seq: count,
    status: z.enum(documentStatuses),
    stages: z.array(Stage),
    transcription: TranscriptionProgress,
    etaSeconds: count.nullable(),
  })
  .meta({ id: "Status" });

const stageOrNone = z.enum(stageNames).nullable();

/** The reason why a run does not move, or its present stage. The app puts it into words. */
export const Explanation = z.discriminatedUnion("kind", [
  /** The run begins when its batch is resumed. */
  z.object({
    kind: z.literal("paused"),
    batch: z.object({ id: idIn("bat"), title: z.string().nullable() }),
  }),
  /** The position among the workspace's live documents, this one counted; the run begins after those before it. */
  z.object({ kind: z.literal("inLine"), position: count }),
  /** A run of a backfill. It waits for live documents and for `ahead` other backfill runs. */
  z.object({ kind: z.literal("behindLiveWork"), ahead: count }),
  /** Attempt `attempt` of `maxAttempts` begins at `retryAt`. */
  z.object({
    kind: z.literal("retrying"),
    stage: stageOrNone,
    attempt: count,
    maxAttempts: count,
    retryAt: instant,
    because: z.string(),
  }),
  /** `tookOver`: the computer that worked on the run stopped, and another one continues. */
  z.object({
    kind: z.literal("working"),
    stage: stageOrNone,
    startedAt: instant.nullable(),
    attempt: count,
    tookOver: z.boolean(),
    transcription: TranscriptionProgress,
  }),
]);
export type Explanation = z.infer<typeof Explanation>;

/** The timeline of a document: its runs, newest first, its corrections, and its present progress while it is processed. */
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
