import type { StoredEvent } from "../database/stored-event";
import type { RunState, StepState } from "./run-states";

export type RunError = { name: string; message: string; stack?: string };

/** The error of a failure that threw none. */
export const unknownError: RunError = { name: "Error", message: "null" };

export type Run = {
  id: string;
  functionId: string;
  /** The value of `tenantField` in the event's data; null where there is none. */
  tenant: string | null;
  state: RunState;
  eventId: string;
  eventName: string;
  /** Failures since the last step that ended. */
  attempt: number;
  maxAttempts: number;
  /** The error that ended it, or that it is being retried for. */
  error: RunError | null;
  /** Errors that differ only in ids, numbers and quoted text have the same one. Null without an error. */
  fingerprint: string | null;
  parentRunId: string | null;
  /** The run that this one repeats from the start. */
  replayOf: string | null;
  createdAt: Date;
  startedAt: Date | null;
  finishedAt: Date | null;
};

/** One failed try. `stepId` is null when the function failed outside of its steps; `retryAt` is null when it was the last. */
export type FailedAttempt = {
  stepId: string | null;
  number: number;
  at: Date;
  durationMs: number | null;
  error: RunError;
  retryAt: Date | null;
  worker: string | null;
};

export type Step = {
  id: string;
  name: string;
  /** The kind of step that the function asked for: `StepRun`, `Sleep`, `WaitForEvent`, `InvokeFunction`, ... */
  op: string;
  state: StepState;
  attempts: number;
  startedAt: Date | null;
  finishedAt: Date | null;
  durationMs: number | null;
  /** The input of the step; null where the SDK does not report it. */
  input: unknown;
  output: unknown;
  outputBytes: number | null;
  error: RunError | null;
  /** Until when it sleeps or waits. */
  dueAt: Date | null;
  /** The run that it invoked. */
  childRunId: string | null;
};

export type RunDetail = Run & {
  /** One, or all of a batch. */
  events: StoredEvent[];
  output: unknown;
  steps: Step[];
  failedAttempts: FailedAttempt[];
  /** Which worker has it now. */
  worker: string | null;
  /** The number of workers that were lost during it. */
  takeovers: number;
  /** Bytes of all that its steps gave. */
  stateBytes: number;
  /** Those that were begun to repeat it. */
  replays: string[];
  /** A plain sentence on why the run is not moving; null when it is over or at work. */
  waitingFor: string | null;
};

export type RunFilter = {
  states?: RunState[];
  functionId?: string;
  tenant?: string;
  fingerprint?: string;
  /** Runs whose event's data holds this. */
  eventMatch?: Record<string, unknown>;
  createdFrom?: Date;
  createdTo?: Date;
};

export type FailureGroup = {
  fingerprint: string;
  functionId: string;
  /** Of the newest one. */
  error: RunError;
  count: number;
  firstAt: Date;
  lastAt: Date;
};

export type Metrics = {
  asOf: Date;
  queued: number;
  running: number;
  sleeping: number;
  /** Behind a limit: not in the queue before a slot is free. Part of `queued`. */
  parked: number;
  oldestQueuedSeconds: number | null;
  functions: {
    functionId: string;
    isPaused: boolean;
    queued: number;
    running: number;
    sleeping: number;
    oldestQueuedSeconds: number | null;
  }[];
  /** The tenants with most waiting runs first, 50 at most. Waits are of runs begun in the last hour, in milliseconds. */
  tenants: {
    tenant: string;
    queued: number;
    running: number;
    oldestQueuedSeconds: number | null;
    begun: number;
    waitP50Ms: number | null;
    waitP95Ms: number | null;
  }[];
  /** Each of the last 60 minutes, oldest first. */
  throughput: {
    minute: Date;
    begun: number;
    completed: number;
    failed: number;
    cancelled: number;
  }[];
  /** A worker that is silent for longer than its lease loses its work. */
  workers: { id: string; startedAt: Date; seenAt: Date; jobs: number }[];
};

/** Shows and changes runs from any process that reaches the database, also from one that runs no function. */
export type Console = {
  /** Newest first. `nextCursor` goes back in as `cursor`; null at the end. */
  listRuns(
    filter: RunFilter & { limit: number; cursor?: string },
  ): Promise<{ items: Run[]; nextCursor: string | null }>;
  /** Returns the number of runs that match, counted no further than `upTo`. */
  countRuns(filter: RunFilter, upTo: number): Promise<number>;
  getRun(runId: string): Promise<RunDetail | null>;
  /** Failed runs by what they failed of, most frequent first. */
  listFailures(filter: Omit<RunFilter, "states" | "fingerprint">): Promise<FailureGroup[]>;
  listFunctions(): Promise<
    { id: string; name: string; crons: string[]; isPaused: boolean; isServed: boolean }[]
  >;
  metrics(): Promise<Metrics>;
  /** False when the run was over already. */
  cancelRun(runId: string): Promise<boolean>;
  /** Cancels the unfinished runs whose event holds `data`. Returns their number. */
  cancelRunsByEvent(match: { functionId?: string; data: Record<string, unknown> }): Promise<number>;
  /**
   * Continues an ended run from the step that failed; steps that ended well keep their results. With `fromStep` it continues from that step
   * and drops the results of the step and of all that ended after it. Returns false if the run has not ended, has no such step, or completed
   * and `fromStep` is missing. It also returns false if another run of the same singleton is under way.
   */
  retryRun(runId: string, options?: { fromStep?: string }): Promise<boolean>;
  /** Begins a new run of the same events on the current code. Null when the run or its function is unknown by now, or its singleton is busy. */
  replayRun(runId: string): Promise<string | null>;
  /** Runs of a paused function begin nothing new until it is resumed; what is under way ends its current step. */
  pauseFunction(functionId: string): Promise<boolean>;
  resumeFunction(functionId: string): Promise<boolean>;
  /** Removes what the personal data of these events was kept in: the events, their runs and all their steps. Unfinished runs are cancelled. */
  forgetRuns(match: { data: Record<string, unknown>; exceptRunId?: string }): Promise<number>;
  /** Removes ended runs older than that, and events that no run needs. Returns the numbers. */
  removeOld(before: { runsEndedBefore: Date; eventsBefore: Date }): Promise<{
    runs: number;
    events: number;
  }>;
};
