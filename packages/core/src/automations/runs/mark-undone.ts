import { z } from "zod";

import { automationRunId, documentId } from "../../ids";
import { command } from "../../operation/command";
import { nothing } from "../../shapes";

/** Says that a change of a run was undone, or why it was not. */
export const markUndone = command("automations.mark-undone", {
  title: "Say that a change of an automation was undone",
  permission: "automation.manage",
  input: z.object({
    runId: automationRunId,
    node: z.string(),
    documentId,
    because: z.string().nullable(),
  }),
  output: nothing,
  doors: [],
  audit: { notAudited: "The operation that undoes the change leaves a row." },

  async handle({ automationRuns, clock }, { runId, node, documentId: of, because }) {
    const change = { runId, node, documentId: of };
    await automationRuns.markUndone(
      change,
      because === null ? { undoneAt: clock() } : { notUndoneBecause: because },
    );
  },
});
