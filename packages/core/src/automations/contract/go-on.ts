import type { StoredApproval } from "@besunny/db/automations/approvals";

import { automationRunAsked } from "../../events";
import type { CommandTools } from "../../operation/command";
import { definitionOf } from "./automation";
import type { StepLine } from "./walk";

/** Moves a waiting run on by the answer to its question, in the transaction of the answer. */
export async function goOnBy(
  tools: CommandTools,
  approval: StoredApproval,
  { isYes, line }: { isYes: boolean; line: Omit<StepLine, "node" | "kind" | "at"> },
): Promise<void> {
  const { automationRuns, automations, clock, workspaceId, emit } = tools;
  const run = await automationRuns.findAny(approval.runId);
  const version = run && (await automations.findVersion(run.automationId, run.version));
  if (!run || !version || run.node !== approval.node) return;
  const node = definitionOf(version.definition).nodes.find(({ id }) => id === approval.node);
  const next = node?.kind === "approval" ? (isYes ? node.yes : node.no) : null;
  const now = clock();
  const told = { node: approval.node, kind: "approval", at: now.toISOString(), ...line };
  const isMoved = await automationRuns.step(
    run.id,
    { node: approval.node, attempt: run.attempt },
    {
      node: next,
      state: next === null ? "done" : "running",
      explanation: [...(Array.isArray(run.explanation) ? run.explanation : []), told].filter(
        (each) => each !== null,
      ),
      endedAt: next === null ? now : null,
    },
  );
  if (isMoved && next !== null) emit(automationRunAsked.of({ workspaceId, runId: run.id }));
}
