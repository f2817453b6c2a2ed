import { cleared, ofPlatform, type Store } from "../store";

/** Tables of the installation itself. */
export const platformTables = {
  RateLimit: ofPlatform({ table: "rate_limits", holds: "counters of requests" }),
  Schedule: ofPlatform({
    table: "schedules",
    holds: "plans of upkeep",
    people: { changed_by_id: cleared },
  }),
  ScheduleRun: ofPlatform({
    table: "schedule_runs",
    holds: "runs of upkeep",
    people: { asked_by_id: cleared },
  }),
  IndexGeneration: ofPlatform({ table: "index_generations", holds: "indexes" }),
  BulkOperation: ofPlatform({
    table: "bulk_operations",
    holds: "bulk actions on runs",
    people: { asked_by_id: { isTheirs: false, erase: "delete" } },
  }),
  BulkOperationRun: ofPlatform({ table: "bulk_operation_runs", holds: "runs of bulk actions" }),
  IsolationCheck: ofPlatform({
    table: "isolation_checks",
    holds: "checks that workspaces are apart",
  }),
  DependencyTest: ofPlatform({ table: "dependency_tests", holds: "tests of dependencies" }),
  FeatureFlag: ofPlatform({ table: "feature_flags", holds: "features of the installation" }),
  ModelPrice: ofPlatform({
    table: "model_prices",
    holds: "prices of models",
    people: { created_by_id: cleared },
  }),
  ModelRetirement: ofPlatform({ table: "model_retirements", holds: "ends of models" }),
  SpeechModel: ofPlatform({ table: "speech_models", holds: "what servers for speech can do" }),
  RollupSource: ofPlatform({ table: "rollup_sources", holds: "statements of sums" }),
} satisfies Partial<Record<string, Store>>;
