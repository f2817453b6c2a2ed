import { z } from "zod";
import { failureOf } from "../content/failure";
import { flow } from "../operation/operation";
import { failDocument } from "./fail-document";
import { indexDocument } from "./index-document";
import { readDocument, rereadDocument } from "./read-document";
import { reindexDocument } from "./reindex-document";
import { beginStage, endStage, isRunOpen, processingRun, stageNames } from "./run-document";
import { reunderstandDocument, understandDocument } from "./understand-document";

const stages = {
  process: { read: readDocument, understood: understandDocument, indexed: indexDocument },
  reprocess: { read: rereadDocument, understood: reunderstandDocument, indexed: reindexDocument },
};

/**
 * One stage of a run, told in the run's steps. What would fail again ends the document with its reason; anything else is thrown, to be
 * tried again. Cancelling the document stops the work within it.
 */
export const processStage = flow({
  action: "document.process",
  input: processingRun.extend({ stage: z.enum(stageNames) }),

  async run({ ctx, changes, workspaceId, clock, log }, { stage, ...run }) {
    const begun = await beginStage(ctx, { ...run, stage });
    if (!begun.isOpen) return { outcome: "stopped" as const };

    const startedAt = clock().getTime();
    const durationMs = () => clock().getTime() - startedAt;
    const stopping = new AbortController();
    const unwatch = changes.onChange(workspaceId, ({ documentId }) => {
      if (documentId !== run.documentId) return;
      isRunOpen(ctx, run).then(
        (isStillOpen) => isStillOpen || stopping.abort(),
        (error: unknown) => log.warn({ error, ...run }, "could not see whether the run goes on"),
      );
    });

    try {
      await stages[begun.kind][stage](ctx, run, stopping.signal);
      await endStage(ctx, { ...run, stage, state: "finished", durationMs: durationMs() });
      return { outcome: "done" as const };
    } catch (error) {
      const { code, message, remedy, isFinal } = failureOf(error);
      const state = stopping.signal.aborted ? "cancelled" : "failed";
      await endStage(ctx, {
        ...run,
        stage,
        state,
        durationMs: durationMs(),
        errorCode: code,
        errorMessage: message,
      });
      if (stopping.signal.aborted) return { outcome: "stopped" as const };
      log.warn({ error: isFinal ? code : error, ...run, stage }, "a stage failed");
      if (!isFinal) throw error;
      await failDocument(ctx, { ...run, code, message, remedy });
      return { outcome: "failed" as const, code, message };
    } finally {
      unwatch();
    }
  },
});
