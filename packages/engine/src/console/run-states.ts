/** The states of a run. `queued`: wants a worker. `running`: a worker has it, or one of its parallel steps. `sleeping`: waits for a time or an event. */
export const runStates = [
  "queued",
  "running",
  "sleeping",
  "completed",
  "failed",
  "cancelled",
] as const;
export type RunState = (typeof runStates)[number];

/** The states of a step. */
export const stepStates = [
  "retrying",
  "planned",
  "sleeping",
  "waiting",
  "invoked",
  "done",
  "failed",
  "cancelled",
] as const;
export type StepState = (typeof stepStates)[number];
