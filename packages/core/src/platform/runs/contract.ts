import { runStates, stepStates } from "@besunny/engine/console/run-states";
import { z } from "zod";

import { moment } from "../../moment";
import { count, idIn, instant, pageOf } from "../../shapes";

export const ofRun = z.object({ runId: z.string().max(100) });
export const ofFunction = z.object({ functionId: z.string().max(200) });

/** The filter of runs: a run matches if it fits every field that is set. */
export const RunFilter = z.object({
  states: z.array(z.enum(runStates)).max(runStates.length).optional(),
  functionId: z.string().max(200).optional(),
  workspaceId: z.string().max(60).optional(),
  fingerprint: z.string().max(200).optional(),
  from: moment.optional(),
  to: moment.optional(),
});
export type RunFilter = z.infer<typeof RunFilter>;

const RunError = z.object({ name: z.string(), message: z.string(), stack: z.string().optional() });

/** One run of a background function, without its input and output. Texts that could contain personal data are masked. */
export const RunSummary = z.object({
  id: z.string(),
  functionId: z.string(),
  tenant: z.string().nullable(),
  state: z.enum(runStates),
  eventId: z.string(),
  eventName: z.string(),
  attempt: count,
  maxAttempts: count,
  error: RunError.nullable(),
  fingerprint: z.string().nullable(),
  parentRunId: z.string().nullable(),
  replayOf: z.string().nullable(),
  createdAt: instant,
  startedAt: instant.nullable(),
  finishedAt: instant.nullable(),
});

export const RunPage = pageOf(RunSummary);

const Step = z.object({
  id: z.string(),
  name: z.string(),
  op: z.string(),
  state: z.enum(stepStates),
  attempts: count,
  startedAt: instant.nullable(),
  finishedAt: instant.nullable(),
  durationMs: z.number().nullable(),
  input: z.unknown(),
  output: z.unknown(),
  outputBytes: z.number().nullable(),
  error: RunError.nullable(),
  dueAt: instant.nullable(),
  childRunId: z.string().nullable(),
});

const FailedAttempt = z.object({
  stepId: z.string().nullable(),
  number: count,
  at: instant,
  durationMs: z.number().nullable(),
  error: RunError,
  retryAt: instant.nullable(),
  worker: z.string().nullable(),
});

/** One run as a timeline, with its cost in US dollars. Its input, output and errors are masked. */
export const RunTimeline = RunSummary.extend({
  events: z.array(
    z.object({ id: z.string(), name: z.string(), ts: z.number(), data: z.unknown() }),
  ),
  output: z.unknown(),
  steps: z.array(Step),
  failedAttempts: z.array(FailedAttempt),
  worker: z.string().nullable(),
  takeovers: count,
  stateBytes: z.number(),
  replays: z.array(z.string()),
  waitingFor: z.string().nullable(),
  /** The sum of the known costs; null if none is known. */
  costMicro: z.number().nullable(),
  costsUnknown: count,
  /** Null if the run works on no document. */
  document: z
    .object({ workspaceId: idIn("ws"), documentId: idIn("doc"), runId: idIn("run") })
    .nullable(),
  isOver: z.boolean(),
  isBulkAction: z.boolean(),
});

export const FailureGroup = z.object({
  fingerprint: z.string(),
  functionId: z.string(),
  /** The error of the newest run. */
  error: RunError,
  count,
  firstAt: instant,
  lastAt: instant,
});

const waiting = { queued: count, running: count, oldestQueuedSeconds: z.number().nullable() };

/** The numbers of the queue: waiting runs and their waiting times, the workers, and each of the last 60 minutes, oldest first. */
export const RunMetrics = z.object({
  asOf: instant,
  ...waiting,
  sleeping: count,
  /** Runs behind a limit; part of `queued`. */
  parked: count,
  functions: z.array(
    z.object({ functionId: z.string(), isPaused: z.boolean(), ...waiting, sleeping: count }),
  ),
  /** The waiting times are those of runs that began in the last hour. */
  tenants: z.array(
    z.object({
      tenant: z.string(),
      ...waiting,
      begun: count,
      waitP50Ms: z.number().nullable(),
      waitP95Ms: z.number().nullable(),
    }),
  ),
  throughput: z.array(
    z.object({ minute: instant, begun: count, completed: count, failed: count, cancelled: count }),
  ),
  workers: z.array(z.object({ id: z.string(), startedAt: instant, seenAt: instant, jobs: count })),
});

/** The functions and workspaces by which runs can be filtered, and the keeper of the runs: BeSunny itself, or Inngest. */
export const RunSetting = z.object({
  keptBy: z.enum(["besunny", "inngest"]),
  functions: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      crons: z.array(z.string()),
      isPaused: z.boolean(),
      isServed: z.boolean(),
    }),
  ),
  workspaces: z.array(z.object({ id: idIn("ws"), name: z.string(), createdAt: instant })),
});
