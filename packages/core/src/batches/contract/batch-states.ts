export const batchStates = ["running", "paused", "cancelled", "finished"] as const;
export type BatchState = (typeof batchStates)[number];

/** The states of one document of a batch. `duplicate`: the workspace had its bytes already; `removed`: it was deleted since. */
export const batchItemStates = [
  "waiting",
  "working",
  "done",
  "failed",
  "cancelled",
  "duplicate",
  "removed",
] as const;
export type BatchItemState = (typeof batchItemStates)[number];
