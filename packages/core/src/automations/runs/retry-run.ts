import { z } from "zod";

import { conflict, notFound } from "../../errors";
import { automationRunAsked } from "../../events";
import { automationRunId } from "../../ids";
import { command } from "../../operation/command";
import { definitionOf, mustChangeAutomation, readerOf } from "../contract/automation";
import { Given } from "../contract/given";
import { AutomationRunDetail, toldRunDetail } from "../contract/run";

/** Repeats a run that failed: from the step that failed, on the same version, or from the start on the version that is published now. */
export const retryRun = command("automations.retry-run", {
  title: "Repeat a run of an automation",
  permission: "automation.manage",
  input: z.object({
    id: automationRunId,
    from: z.enum(["failed-step", "start"]).default("failed-step"),
  }),
  output: AutomationRunDetail,
  doors: ["web", "rest"],

  async handle(tools, { id, from }) {
    const { automationRuns, automations, actor, clock, workspaceId, emit, changed } = tools;
    const reader = readerOf(actor);
    const run = (await automationRuns.find(id, reader)) ?? notFound("Run", id);
    const row = await mustChangeAutomation(tools, run.automationId);
    if (run.state !== "failed" && run.state !== "cancelled")
      conflict(`The run is ${run.state}`, "Only a run that failed is repeated.");
    const line = {
      node: "retry",
      kind: "retry",
      at: clock().toISOString(),
      outcome: "retried",
      because: row.by.name,
    };
    if (from === "failed-step") {
      const explanation = Array.isArray(run.explanation) ? run.explanation : [];
      const isGoing = await automationRuns.goOn(id, run.attempt, {
        node: run.node,
        explanation: [...explanation, line].filter((each) => each !== null),
      });
      if (!isGoing) conflict("Somebody else has just repeated it", "Look at it again.");
      emit(automationRunAsked.of({ workspaceId, runId: id }));
      changed({ subject: id, before: { state: run.state }, after: { state: "running" } });
      const again = (await automationRuns.find(id, reader)) ?? notFound("Run", id);
      return toldRunDetail(again, await automationRuns.changes(id));
    }
    const number = row.publishedVersion;
    const version = number === null ? null : await automations.findVersion(row.id, number);
    if (number === null || !version)
      conflict(`“${row.name}” was never published`, "Publish it first.");
    const [runId = ""] = await automationRuns.create([
      {
        automationId: row.id,
        version: number,
        documentId: run.documentId,
        triggerKind: run.triggerKind,
        causedBy: null,
        depth: 0,
        node: definitionOf(version.definition).start,
        explanation: [line],
        beganAt: clock(),
        given: Given.parse(run.given),
      },
    ]);
    emit(automationRunAsked.of({ workspaceId, runId }));
    changed({ subject: runId, before: { state: null }, after: { state: "running" } });
    const made = (await automationRuns.find(runId, reader)) ?? notFound("Run", runId);
    return toldRunDetail(made, []);
  },
});
