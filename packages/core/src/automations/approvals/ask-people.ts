import type { StoredAutomationRun } from "@besunny/db/automations/automation-runs";
import { z } from "zod";
import { approvalAsked } from "../../events";
import { automationRunId } from "../../ids";
import { type CommandTools, command } from "../../operation/command";
import { ofType } from "../../shapes";
import { definitionOf } from "../contract/automation";
import { peopleOf } from "../contract/owner";
import { tellAsked } from "../contract/tell-asked";
import { approversOf } from "./approvers-of";

const HOUR_MS = 3_600_000;
type Asked = { isAsked: true; approvalId: string } | { isAsked: false; because: string };

/** Asks people at a step of a run, once for a round, and lets the run wait. Only people who see the document are asked. */
export const askPeople = command("automations.ask-people", {
  title: "Ask people for their approval",
  permission: "automation.work",
  input: z.object({
    runId: automationRunId,
    attempt: z.number().int(),
    round: z.number().int().min(1).max(2),
    question: z.string(),
    snapshot: z.record(z.string(), z.string()),
    broughtBy: z.string().nullable(),
  }),
  output: ofType<Asked>(),
  doors: [],

  async handle(tools, { runId, attempt, round, question, snapshot, broughtBy }): Promise<Asked> {
    const { automationRuns, automations, approvals, documents, clock, workspaceId, emit, changed } =
      tools;
    const run = await automationRuns.findAny(runId);
    const version = run && (await automations.findVersion(run.automationId, run.version));
    const document = run && (await documents.find(run.documentId));
    if (!run || !version || !document) return { isAsked: false, because: "The document is gone." };
    const node = definitionOf(version.definition).nodes.find(({ id }) => id === run.node);
    if (node?.kind !== "approval") return { isAsked: false, because: "The step is gone." };
    const people = await peopleOf(tools);
    const asked = approversOf(round === 1 ? node.approvers : node.escalateTo, {
      people,
      document,
      notThem: node.allowSelf ? null : broughtBy,
    });
    const now = clock();
    if (asked.length < node.needed) {
      const because = `${node.needed} must agree, and ${asked.length} of those who are asked see the document.`;
      if (round === 2) await endWithout(tools, run, because);
      return { isAsked: false, because };
    }
    const until = new Date(now.getTime() + node.hours * HOUR_MS);
    const approvalId = await approvals.ask({
      automationId: run.automationId,
      runId,
      node: node.id,
      documentId: document.id,
      question,
      asked,
      needed: node.needed,
      until,
      onTimeout: round === 1 ? node.onTimeout : "reject",
      round: attempt * 10 + round,
      allowSelf: node.allowSelf,
      broughtBy,
      snapshot,
      createdAt: now,
    });
    const line = {
      node: node.id,
      kind: "approval",
      at: now.toISOString(),
      outcome: "asked",
      because: asked.map((id) => people.get(id)?.name ?? id).join(", "),
    };
    await automationRuns.step(
      runId,
      { node: node.id, attempt },
      {
        node: node.id,
        state: "waiting",
        explanation: [...(Array.isArray(run.explanation) ? run.explanation : []), line].filter(
          (each) => each !== null,
        ),
        endedAt: null,
      },
    );
    emit(approvalAsked.of({ workspaceId, approvalId, until: until.toISOString() }));
    changed({ subject: approvalId, before: { state: null }, after: { state: "open" } });
    await tellAsked(tools, { approvalId, documentId: document.id, asked });
    return { isAsked: true, approvalId };
  },
});

/** Ends a run that waited for an answer, because nobody can give one. */
async function endWithout(
  { automationRuns, clock }: Pick<CommandTools, "automationRuns" | "clock">,
  run: StoredAutomationRun,
  because: string,
): Promise<void> {
  if (run.node === null) return;
  const now = clock();
  const line = {
    node: run.node,
    kind: "approval",
    at: now.toISOString(),
    outcome: "failed",
    because,
  };
  await automationRuns.step(
    run.id,
    { node: run.node, attempt: run.attempt },
    {
      node: run.node,
      state: "failed",
      explanation: [...(Array.isArray(run.explanation) ? run.explanation : []), line].filter(
        (each) => each !== null,
      ),
      error: { node: run.node, message: because },
      endedAt: now,
    },
  );
}
