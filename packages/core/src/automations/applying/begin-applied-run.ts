import { z } from "zod";

import { automationRunAsked } from "../../events";
import { automationId, documentId } from "../../ids";
import { command } from "../../operation/command";
import { ofType } from "../../shapes";
import { StepLine } from "../contract/walk";

/** Begins the run of a document of an applied rehearsal, once. With `isHandedOver` the engine carries it on, for it waits on its way. */
export const beginAppliedRun = command("automations.begin-applied-run", {
  title: "Begin a run of a rehearsal",
  permission: "automation.work",
  input: z.object({
    itemId: z.string(),
    automationId,
    version: z.number().int(),
    documentId,
    start: z.string().nullable(),
    trace: StepLine.shape.trace,
    isHandedOver: z.boolean(),
  }),
  output: ofType<{ runId: string | null }>(),
  doors: [],

  async handle({ automationRuns, rehearsals, clock, workspaceId, emit, changed }, given) {
    const { itemId, automationId: of, version, start, trace, isHandedOver } = given;
    const now = clock();
    const line: StepLine = {
      node: "trigger",
      kind: "trigger",
      at: now.toISOString(),
      outcome: "began",
      because: "rehearsal",
      ...(trace && { trace }),
    };
    const [runId = ""] = await automationRuns.create([
      {
        automationId: of,
        version,
        documentId: given.documentId,
        triggerKind: "rehearsal",
        causedBy: null,
        depth: 0,
        node: start,
        explanation: [line],
        given: {},
        beganAt: now,
      },
    ]);
    const isFirst = await rehearsals.settle(itemId, { automationRunId: runId });
    if (!isFirst) throw new Error("The document of the batch has a run already");
    if (isHandedOver) emit(automationRunAsked.of({ workspaceId, runId }));
    changed({ subject: runId, before: { state: null }, after: { state: "running" } });
    return { runId: isHandedOver ? null : runId };
  },
});
