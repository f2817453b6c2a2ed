import { z } from "zod";
import { failureOf } from "../../content/contract/failure";
import { flow } from "../../operation/flow";
import { processingRun, StageOutcome, stageNames } from "../contract";
import { reindexDocument } from "../reindex-document";
import { rereadDocument } from "../reread-document";
import { reunderstandDocument } from "../reunderstand-document";
import { isRunOpen } from "../runs/is-run-open";
import { beginStage } from "./begin-stage";
import { endStage } from "./end-stage";
import { failDocument } from "./fail-document";
import { indexDocument } from "./index-document";
import { readDocument } from "./read-document";
import { understandDocument } from "./understand-document";

const stages = {
  process: { read: readDocument, understood: understandDocument, indexed: indexDocument },
  reprocess: { read: rereadDocument, understood: reunderstandDocument, indexed: reindexDocument },
};

/**
 * Works on one stage of a run and records it in the run's steps. An error that would happen again fails the document with its reason. Any
 * other error is thrown, to be retried. Cancelling the document stops the work of the stage.
 */
export const processStage = flow("processing.process-stage", {
  title: "Work on one stage of a run",
  permission: "document.process",
  input: processingRun.extend({ stage: z.enum(stageNames) }),
  output: StageOutcome,
  doors: ["job"],
  uses: ["changes"],
  audit: { notAudited: "Runs and their steps record it." },

  async handle({ caller, changes, workspaceId, clock, log }, { stage, ...run }) {
    const begun = await beginStage(caller, { ...run, stage });
    if (!begun.isOpen) return { outcome: "stopped" as const };

    const startedAt = clock().getTime();
    const durationMs = () => clock().getTime() - startedAt;
    const stopping = new AbortController();
    const unwatch = changes.onChange(workspaceId, ({ documents }) => {
      if (!documents.some(({ id }) => id === run.documentId)) return;
      isRunOpen(caller, run).then(
        (isStillOpen) => isStillOpen || stopping.abort(),
        (error: unknown) => log.warn({ error, ...run }, "could not see whether the run goes on"),
      );
    });

    try {
      await stages[begun.kind][stage](caller, run, stopping.signal);
      await endStage(caller, { ...run, stage, state: "finished", durationMs: durationMs() });
      return { outcome: "done" as const };
    } catch (error) {
      const { code, message, remedy, isFinal } = failureOf(error);
      const state = stopping.signal.aborted ? "cancelled" : "failed";
      await endStage(caller, {
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
      await failDocument(caller, { ...run, code, message, remedy });
      return { outcome: "failed" as const, code, message };
    } finally {
      unwatch();
    }
  },
});
