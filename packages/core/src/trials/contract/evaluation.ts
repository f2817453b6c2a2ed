import type { EvaluationRow } from "@besunny/db/workspace/models/evaluations";
import { z } from "zod";

import { count, idIn, instant } from "../../shapes";
import { Metrics } from "./metrics";

export const evaluationStates = ["queued", "running", "done", "failed"] as const;

/** A release on a frozen dataset. `baselineId` is the release that decided then; null if there was none. */
export const Evaluation = z.object({
  id: idIn("evl"),
  releaseId: idIn("rel"),
  baselineId: z.string().nullable(),
  datasetId: idIn("dat"),
  datasetChecksum: z.string(),
  state: z.enum(evaluationStates),
  problem: z.string().nullable(),
  metrics: z.union([Metrics, z.null()]),
  seed: count,
  startedById: z.string().nullable(),
  createdAt: instant,
  endedAt: instant.nullable(),
});
export type Evaluation = z.infer<typeof Evaluation>;

export function evaluationOf(row: EvaluationRow): Evaluation {
  return {
    ...row,
    state: z.enum(evaluationStates).parse(row.state),
    metrics: row.metrics === null ? null : Metrics.parse(row.metrics),
  };
}
