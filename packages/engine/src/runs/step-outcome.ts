import type { Op } from "../functions/call";
import type { Memo } from "./steps";

/** The end of a step's code: with a result or a final error, or with an error that may be retried. */
export type StepOutcome = { kind: "ended"; memo: Memo } | { kind: "retry"; error: unknown };

/** Reads how a step's code ended. Returns null for an op that reports no such end (a plan, a wait, an invocation). */
export function stepOutcome(op: Op): StepOutcome | null {
  switch (op.op) {
    case "StepRun":
    case "Step":
      return { kind: "ended", memo: { data: op.data ?? null } };
    case "StepFailed":
      return { kind: "ended", memo: { error: op.error } };
    case "StepError":
      return { kind: "retry", error: op.error };
    default:
      return null;
  }
}
