import { z } from "zod";
import { documentId } from "../ids";
import { command, query } from "../operation/operation";

export const stageNames = ["read", "understood", "indexed"] as const;
export type StageName = (typeof stageNames)[number];

/** Which run of which document a background function is working for. */
export const processingRun = z.object({ documentId, runId: z.string().startsWith("run_") });

/** Begins a run, and again after a crash. `isOpen` is false when it was cancelled, or the document is gone. */
export const startRun = command({
  action: "document.process",
  input: processingRun,

  async run({ documents, runs }, { documentId: id, runId }) {
    const document = await documents.find(id);
    if (!document || document.trashedAt) return { isOpen: false };
    if (!(await runs.move(runId, "running", null))) return { isOpen: false };
    if (document.status === "pending") await documents.update(id, { status: "processing" });
    return { isOpen: true };
  },
});

export const beginStage = command({
  action: "document.process",
  input: processingRun.extend({ stage: z.enum(stageNames) }),

  async run({ documents, runs, clock }, { documentId: id, runId, stage }) {
    const [document, run] = [await documents.find(id), await runs.find(runId)];
    if (!document || run?.state !== "running") return { isOpen: false as const };
    await runs.startStep(runId, stage, clock());
    await documents.update(id, {});
    return {
      isOpen: true as const,
      kind: run.kind === "reprocess" ? ("reprocess" as const) : ("process" as const),
    };
  },
});

export const endStage = command({
  action: "document.process",
  input: processingRun.extend({
    stage: z.enum(stageNames),
    state: z.enum(["finished", "failed", "cancelled"]),
    durationMs: z.number().min(0),
    errorCode: z.string().optional(),
    errorMessage: z.string().optional(),
  }),

  async run({ documents, runs, clock }, input) {
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
      await documents.update(id, run.kind === "reprocess" ? {} : { stage });
  },
});

export const isRunOpen = query({
  action: "document.process",
  input: processingRun,
  async run({ runs }, { runId }) {
    const run = await runs.find(runId);
    return run?.state === "queued" || run?.state === "running";
  },
});
