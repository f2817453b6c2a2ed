import { z } from "zod";
import { command } from "../../operation/command";
import { BegunStage, processingRun, stageNames } from "../contract";

export const beginStage = command("processing.begin-stage", {
  title: "Begin a stage of a run",
  permission: "document.process",
  input: processingRun.extend({ stage: z.enum(stageNames) }),
  output: BegunStage,
  doors: [],
  audit: { notAudited: "Runs and their steps record it." },

  async handle({ documents, runs, clock }, { documentId: id, runId, stage }) {
    const [document, run] = [await documents.find(id), await runs.find(runId)];
    if (!document || run?.state !== "running") return { isOpen: false as const };
    const step = run.steps.find(({ name }) => name === stage);
    // The pieces of a recording are written down within one try of the stage.
    const goesOn = stage === "read" && document.piecesTotal !== null && step?.state === "running";
    if (!goesOn) await runs.startStep(runId, stage, clock());
    await documents.update(id, {});
    return {
      isOpen: true as const,
      kind: run.kind === "reprocess" ? ("reprocess" as const) : ("process" as const),
    };
  },
});
