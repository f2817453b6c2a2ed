import type { ExperimentRow } from "@besunny/db/workspace/models/experiments";
import { z } from "zod";

import { arms } from "../../models/contract/arm-of";
import { count, idIn, instant } from "../../shapes";

/** A shadow decides nothing; a canary decides for a small share of the documents; an A/B test for half of them. */
export const experimentKinds = ["shadow", "canary", "ab"] as const;
export type ExperimentKind = (typeof experimentKinds)[number];
export const experimentStates = ["running", "decided", "stopped", "failed"] as const;

/** The limits at which an experiment ends at once. Null: no limit. */
export const Guardrails = z.object({
  /** Millionths of a US dollar for a document, in the mean. */
  maxCostMicro: z.number().int().min(0).nullable().default(null),
  maxP95Ms: z.number().int().min(1).nullable().default(null),
  maxFailureShare: z.number().min(0).max(1).nullable().default(0.05),
});
export type Guardrails = z.infer<typeof Guardrails>;

/** A release that is tried beside the one that decides. */
export const Experiment = z.object({
  id: idIn("exp"),
  kind: z.enum(experimentKinds),
  championId: idIn("rel"),
  challengerId: idIn("rel"),
  share: z.number(),
  alpha: z.number(),
  /** The documents, both arms together, with which a decision is expected. */
  expected: count,
  /** The least clusters of an arm before a decision. */
  minimum: count,
  guardrails: Guardrails,
  promotesItself: z.boolean(),
  state: z.enum(experimentStates),
  decision: z.enum(arms).nullable(),
  reason: z.string(),
  startedById: z.string().nullable(),
  createdAt: instant,
  endedAt: instant.nullable(),
});
export type Experiment = z.infer<typeof Experiment>;

/** Returns a stored experiment with its vocabulary checked. */
export function experimentOf(row: ExperimentRow): Experiment {
  return {
    ...row,
    kind: z.enum(experimentKinds).parse(row.kind),
    state: z.enum(experimentStates).parse(row.state),
    decision: z.enum(arms).nullable().parse(row.decision),
    guardrails: Guardrails.parse(row.guardrails),
  };
}
