import { z } from "zod";

import { trainingRunId } from "../../ids";
import { command } from "../../operation/command";
import { nothing } from "../../shapes";

/** Notes at its run that the file of a model is gone or was changed, which people see in the settings. */
export const noteBrokenHead = command("models.note-broken-head", {
  title: "Note that the file of a model cannot be used",
  permission: "document.process",
  input: z.object({ runId: trainingRunId }),
  output: nothing,
  doors: [],
  audit: { subjects: (_output, { runId }) => [runId] },

  async handle({ trainingRuns, changed }, { runId }) {
    const run = await trainingRuns.find(runId);
    const problem = "The file of this model is gone or was changed. The model before it is used.";
    if (!run || run.problem === problem) return;
    await trainingRuns.note(runId, problem);
    changed({ subject: runId, before: { problem: run.problem }, after: { problem } });
  },
});
