import { z } from "zod";

import { automationRunId } from "../../ids";
import { command } from "../../operation/command";
import { nothing } from "../../shapes";

/** Says that a change was refused, so that nothing is undone for it. */
export const dropChange = command("automations.drop-change", {
  title: "Say that a change of an automation was not done",
  permission: "automation.work",
  input: z.object({ runId: automationRunId, node: z.string() }),
  output: nothing,
  doors: [],
  audit: { notAudited: "The operation that was refused leaves a row." },

  async handle({ automationRuns }, { runId, node }) {
    await automationRuns.drop(runId, node);
  },
});
