import { z } from "zod";

import { automationRunId } from "../../ids";
import { command } from "../../operation/command";
import { ofType } from "../../shapes";
import type { Change } from "../actions/action";

/** Keeps a change before it is done, with what was there before: a crash loses no change and no undo. Returns the change that counts. */
export const intendChange = command("automations.intend-change", {
  title: "Keep a change of an automation before it is done",
  permission: "automation.work",
  input: z.object({
    runId: automationRunId,
    node: z.string(),
    isReversible: z.boolean(),
    change: ofType<Change>(),
  }),
  output: ofType<Change>(),
  doors: [],
  audit: { notAudited: "The operation that does the change leaves a row." },

  async handle({ automationRuns, clock }, { runId, node, isReversible, change }) {
    const { documentId, action } = change;
    const position = (await automationRuns.changes(runId)).length;
    await automationRuns.intend({
      ...{ runId, node, documentId, position, action, isReversible },
      plan: { ...change },
      doneAt: clock(),
    });
    return change;
  },
});
