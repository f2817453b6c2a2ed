import type { TrainingRun as Row } from "@besunny/db/workspace/models/training-runs";
import { z } from "zod";

import { count, idIn, instant } from "../../shapes";

/** The price and the life of a tuning. Money is in micro-dollars; null: not known. */
export const TuningEstimate = z.object({
  examples: count,
  tokens: count,
  epochs: count,
  costMicro: count.nullable(),
  shutdownDate: z.string().nullable().meta({ description: "The last day of the model; ISO" }),
  peopleNeeded: count,
});
export type TuningEstimate = z.infer<typeof TuningEstimate>;

const Event = z.object({ at: instant, message: z.string() });

/** The settings and the news of a run that tunes a hosted model. */
export const TuningParams = z.object({
  server: z.string(),
  model: z.string(),
  estimate: TuningEstimate,
  agreedIds: z.array(z.string()),
  /** The id of the job at the provider; null until it is started. */
  jobId: z.string().nullable().default(null),
  isStopping: z.boolean().default(false),
  trainedTokens: count.nullable().default(null),
  tuned: z.string().nullable().default(null),
  events: z.array(z.object({ at: z.string(), message: z.string() })).default([]),
});
export type TuningParams = z.infer<typeof TuningParams>;

/** A run that tunes a hosted model on the labels of a workspace. `waiting`: another person must agree. */
export const Tuning = z
  .object({
    id: idIn("tra"),
    server: z.string(),
    model: z.string(),
    state: z.enum(["waiting", "queued", "running", "done", "failed", "cancelled"]),
    problem: z.string().nullable(),
    estimate: TuningEstimate,
    costMicro: count.nullable(),
    trainedTokens: count.nullable(),
    tuned: z.string().nullable(),
    isStopping: z.boolean(),
    agreed: z.array(z.object({ id: idIn("usr"), name: z.string() })),
    events: z.array(Event),
    createdAt: instant,
    endedAt: instant.nullable(),
  })
  .meta({ id: "Tuning" });

/** Returns a run as people see it. */
export function tuningOf(
  row: Row,
  names: ReadonlyMap<string, { id: string; name: string }>,
): z.input<typeof Tuning> {
  const params = TuningParams.parse(row.params);
  const { server, model, estimate, trainedTokens, tuned, isStopping, agreedIds } = params;
  const isWaiting = row.state === "queued" && !isAgreed(params);
  return {
    id: row.id,
    server,
    model,
    state: isWaiting ? "waiting" : Tuning.shape.state.parse(row.state),
    problem: row.problem,
    estimate,
    costMicro: row.costMicro === null ? null : Number(row.costMicro),
    trainedTokens,
    tuned,
    isStopping,
    agreed: agreedIds.flatMap((id) => names.get(id) ?? []),
    events: params.events.map(({ at, message }) => ({ at: new Date(at), message })),
    createdAt: row.createdAt,
    endedAt: row.endedAt,
  };
}

/** Returns whether as many people agreed as the cost asks for. */
export function isAgreed({ agreedIds, estimate }: TuningParams): boolean {
  return new Set(agreedIds).size >= estimate.peopleNeeded;
}
