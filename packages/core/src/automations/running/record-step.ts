import { z } from "zod";

import { automationRunId } from "../../ids";
import { command } from "../../operation/command";
import { StepLine } from "../contract/walk";

/** Keeps what came of a step, and moves the run on. A step that was recorded before stays as it was. Returns false for such a one. */
export const recordStep = command("automations.record-step", {
  title: "Record a step of an automation",
  permission: "automation.work",
  input: z.object({
    runId: automationRunId,
    node: z.string(),
    attempt: z.number().int(),
    line: StepLine,
    state: z.enum(["running", "waiting", "done", "failed"]),
    next: z.string().nullable(),
  }),
  output: z.object({ isRecorded: z.boolean() }),
  doors: [],

  async handle(tools, { runId, node, attempt, line, state, next }) {
    const { automationRuns, clock, changed } = tools;
    const run = await automationRuns.findAny(runId);
    if (!run || run.node !== node) return { isRecorded: false };
    const now = clock();
    const explanation = [...(Array.isArray(run.explanation) ? run.explanation : []), line];
    const hasEnded = state === "done" || state === "failed";
    const isRecorded = await automationRuns.step(
      runId,
      { node, attempt },
      {
        node: state === "failed" ? node : next,
        state,
        explanation: explanation.filter((each) => each !== null),
        ...(state === "failed" && { error: { node, message: line.because ?? "" } }),
        endedAt: hasEnded ? now : null,
      },
    );
    if (!isRecorded) return { isRecorded };
    if (hasEnded) changed({ subject: runId, before: { state: run.state }, after: { state } });
    return { isRecorded };
  },
});
