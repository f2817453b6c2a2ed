import type { Run } from "@besunny/db/workspace/runs";
import type { RunDetail } from "@besunny/engine/console/console-types";

import type { DocumentSummary } from "../../documents/contract/document-summary";
import { type Explanation, stageNames } from "../contract";

/** The engine's facts about a run that matter here. */
export type EngineView = Pick<
  RunDetail,
  "state" | "attempt" | "maxAttempts" | "failedAttempts" | "takeovers"
>;

type OpenRun = Pick<Run, "state" | "kind" | "batch"> & {
  steps: Pick<Run["steps"][number], "name" | "state" | "attempt" | "startedAt" | "errorMessage">[];
};

/**
 * Returns why a run that has not ended does not move, or its present stage. `ahead` is the number of runs of its kind before it. Without
 * the engine, the explanation comes from the database.
 */
export function explainRun({
  run,
  ahead,
  engine,
  now,
  transcription = null,
}: {
  run: OpenRun;
  ahead: number;
  engine: EngineView | null;
  now: Date;
  transcription?: DocumentSummary["transcription"];
}): Explanation {
  const step = run.steps.at(-1);
  const stage = stageNames.find((name) => name === step?.name) ?? null;
  const failed = engine?.failedAttempts.at(-1);
  const isRetried = engine?.state === "sleeping" || engine?.state === "queued";

  if (engine && isRetried && failed?.retryAt && failed.retryAt > now)
    return {
      kind: "retrying",
      stage,
      attempt: engine.attempt + 1,
      maxAttempts: engine.maxAttempts,
      retryAt: failed.retryAt,
      because: step?.errorMessage ?? "",
    };
  if (run.state === "queued") {
    if (run.batch?.state === "paused")
      return { kind: "paused", batch: { id: run.batch.id, title: run.batch.title } };
    return run.kind === "reprocess"
      ? { kind: "behindLiveWork", ahead }
      : { kind: "inLine", position: ahead + 1 };
  }
  return {
    kind: "working",
    stage: step?.state === "running" ? stage : null,
    startedAt: step?.startedAt ?? null,
    attempt: step?.attempt ?? 1,
    transcription,
    tookOver: (engine?.takeovers ?? 0) > 0,
  };
}
