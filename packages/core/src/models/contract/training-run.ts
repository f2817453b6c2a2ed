import type { HeadMetrics } from "@besunny/ai/heads/head-training";
import type { TrainingRun as Row } from "@besunny/db/workspace/models/training-runs";
import { z } from "zod";

import { count, idIn, instant } from "../../shapes";

const Share = z.object({ value: z.number(), low: z.number(), high: z.number(), count });

/** A thing that is missing to learn from labels. */
export const TrainingProblem = z.object({
  problem: z.enum(["no-labels", "one-class", "few-labels", "all-alike"]),
  type: z.string().nullable(),
  needed: count,
  found: count,
});
export type TrainingProblem = z.infer<typeof TrainingProblem>;

/** The figures of a trained model. All but `test` are of documents that were held out in turn, with all that are like them. */
export const TrainingMetrics = z.object({
  labels: count,
  classes: z.array(z.string()),
  leftOut: z.array(TrainingProblem),
  grouped: Share,
  random: Share,
  test: Share.nullable(),
  macroF1: z.number(),
  calibrationError: z.number(),
  threshold: z.number().nullable(),
  errorTarget: z.number(),
  answered: Share,
  answeredRight: Share,
  byType: z.array(
    z.object({
      type: z.string(),
      count,
      precision: z.number().nullable(),
      recall: z.number().nullable(),
    }),
  ),
  reliability: z.array(
    z.object({
      from: z.number(),
      to: z.number(),
      count,
      confidence: z.number(),
      accuracy: z.number(),
    }),
  ),
  confusion: z.array(z.array(count)),
  coverage: z.array(
    z.object({ coverage: z.number(), accuracy: z.number(), confidence: z.number() }),
  ),
  curve: z.array(Share.extend({ labels: count })),
  cpuMilliseconds: count,
}) satisfies z.ZodType<HeadMetrics>;

/** The settings of a run: why it was started, and the missing things if it was refused. */
export const TrainingParams = z.object({
  reason: z.enum(["asked", "schedule", "deletion"]).default("asked"),
  errorTarget: z.number().default(0.05),
  problems: z.array(TrainingProblem).default([]),
  /** The run that trained the weights, of a run that only fitted their confidences again. */
  weightsOf: z.string().nullable().default(null),
  /** The number of labels of the dataset, with those of types that have too few. */
  labels: count.nullable().default(null),
});

/** A run that trains a model on the labels of a workspace or a project. */
export const TrainingRun = z
  .object({
    id: idIn("tra"),
    kind: z.string(),
    projectId: z.string().nullable(),
    state: z.enum(["queued", "running", "done", "refused", "failed", "cancelled"]),
    problem: z.string().nullable(),
    problems: z.array(TrainingProblem),
    metrics: TrainingMetrics.nullable(),
    sha256: z.string().nullable(),
    startedBy: z.object({ id: idIn("usr"), name: z.string() }).nullable(),
    createdAt: instant,
    endedAt: instant.nullable(),
  })
  .meta({ id: "TrainingRun" });

/** Returns a run as people see it. */
export function trainingRunOf(
  row: Row,
  names: ReadonlyMap<string, { id: string; name: string }>,
): z.input<typeof TrainingRun> {
  const { id, kind, projectId, problem, sha256, createdAt, endedAt, startedById } = row;
  return {
    id,
    kind,
    projectId,
    state: TrainingRun.shape.state.parse(row.state),
    problem,
    problems: TrainingParams.parse(row.params).problems,
    metrics: row.metrics === null ? null : TrainingMetrics.parse(row.metrics),
    sha256,
    startedBy: (startedById && names.get(startedById)) || null,
    createdAt,
    endedAt,
  };
}
