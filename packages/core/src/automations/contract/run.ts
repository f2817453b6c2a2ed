import type {
  StoredAutomationChange,
  StoredAutomationRun,
} from "@besunny/db/automations/automation-runs";
import { z } from "zod";

import { count, idIn, instant } from "../../shapes";
import { StepLine } from "./walk";

export const runStates = ["running", "waiting", "done", "failed", "cancelled"] as const;

/** A run of an automation with one document. */
export const AutomationRun = z
  .object({
    id: idIn("arn"),
    automation: z.object({ id: idIn("atm"), name: z.string() }),
    version: count,
    document: z.object({ id: idIn("doc"), title: z.string() }),
    trigger: z.string(),
    causedBy: z.string().nullable(),
    depth: count,
    state: z.enum(runStates),
    node: z.string().nullable(),
    error: z.string().nullable(),
    attempt: count,
    beganAt: instant,
    endedAt: instant.nullable(),
  })
  .meta({ id: "AutomationRun" });

const held = z.union([z.string(), z.array(z.string()), z.null()]);

/** A change that a run made, and whether it was undone. */
export const RunChange = z
  .object({
    node: z.string(),
    action: z.string(),
    field: z.string(),
    before: held,
    after: held,
    isReversible: z.boolean(),
    doneAt: instant,
    undoneAt: instant.nullable(),
    notUndoneBecause: z.string().nullable(),
  })
  .meta({ id: "AutomationChange" });

/** A run with its explanation, line by line, and its changes. */
export const AutomationRunDetail = AutomationRun.extend({
  explanation: z.array(StepLine),
  changes: z.array(RunChange),
}).meta({ id: "AutomationRunDetail" });

const StoredError = z.object({ message: z.string() });

/** Returns a run as lists show it. */
export function toldRun(run: StoredAutomationRun): z.infer<typeof AutomationRun> {
  return {
    id: run.id,
    automation: { id: run.automationId, name: run.automation.name },
    version: run.version,
    document: { id: run.documentId, title: run.document.title },
    trigger: run.triggerKind,
    causedBy: run.causedBy,
    depth: run.depth,
    state: z.enum(runStates).parse(run.state),
    node: run.node,
    error: run.state === "failed" ? (StoredError.safeParse(run.error).data?.message ?? null) : null,
    attempt: run.attempt,
    beganAt: run.beganAt,
    endedAt: run.endedAt,
  };
}

const ShownPlan = z.object({ field: z.string(), before: held, after: held });

/** Returns a run with its explanation and its changes. A change that was refused is in the explanation alone. */
export function toldRunDetail(
  run: StoredAutomationRun,
  changes: readonly StoredAutomationChange[],
): z.infer<typeof AutomationRunDetail> {
  const done = changes.filter(({ undoneAt }) => undoneAt === null || undoneAt.getTime() > 0);
  return {
    ...toldRun(run),
    explanation: z.array(StepLine).parse(run.explanation),
    changes: done.map(
      ({ plan, node, action, isReversible, doneAt, undoneAt, notUndoneBecause }) => ({
        ...{ node, action, isReversible, doneAt, undoneAt, notUndoneBecause },
        ...ShownPlan.parse(plan),
      }),
    ),
  };
}
