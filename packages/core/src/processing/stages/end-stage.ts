import { z } from "zod";
import { command } from "../../operation/command";
import { nothing } from "../../shapes";
import { processingRun, stageNames } from "../contract";

export const endStage = command("processing.end-stage", {
  title: "End a stage of a run",
  permission: "document.process",
  input: processingRun.extend({
    stage: z.enum(stageNames),
    state: z.enum(["finished", "failed", "cancelled"]),
    durationMs: z.number().min(0),
    errorCode: z.string().optional(),
    errorMessage: z.string().optional(),
  }),
  output: nothing,
  doors: [],
  audit: { notAudited: "Runs and their steps record it." },

  async handle({ documents, runs, clock }, input) {
    const { documentId: id, runId, stage, state, durationMs, errorCode, errorMessage } = input;
    const run = await runs.find(runId);
    if (!run) return;
    await runs.endStep(runId, stage, {
      state: run.state === "cancelled" ? "cancelled" : state,
      finishedAt: clock(),
      durationMs: Math.round(durationMs),
      ...(errorCode && { errorCode }),
      ...(errorMessage && { errorMessage }),
    });
    if (state === "finished" && run.state === "running")
      await documents.update(id, {
        ...(run.kind !== "reprocess" && { stage }),
        ...(stage === "read" && { piecesDone: null, piecesTotal: null }),
      });
  },
});
