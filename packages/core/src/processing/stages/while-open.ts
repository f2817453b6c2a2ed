import type { z } from "zod";
import { failureOf } from "../../content/contract/failure";
import type { FlowTools } from "../../operation/flow";
import type { processingRun, StageName, StageOutcome } from "../contract";
import { isRunOpen } from "../runs/is-run-open";
import { endStage } from "./end-stage";
import { failDocument } from "./fail-document";

type Given = z.output<typeof processingRun> & { stage: StageName };

/**
 * Does the work of a stage and aborts it if its run is cancelled. An error that would happen again fails the document with its reason. Any other error
 * is thrown, to be retried. The step of the run says how it ended, unless the work went well.
 */
export async function whileOpen(
  { caller, changes, workspaceId, clock, log }: FlowTools<"changes">,
  { stage, ...run }: Given,
  work: (signal: AbortSignal) => Promise<unknown>,
): Promise<z.output<typeof StageOutcome>> {
  const startedAt = clock().getTime();
  const stopping = new AbortController();
  const unwatch = changes.onChange(workspaceId, ({ documents }) => {
    if (!documents.some(({ id }) => id === run.documentId)) return;
    isRunOpen(caller, run).then(
      (isStillOpen) => isStillOpen || stopping.abort(),
      (error: unknown) => log.warn({ error, ...run }, "could not see whether the run goes on"),
    );
  });

  try {
    await work(stopping.signal);
    return { outcome: "done" };
  } catch (error) {
    const { code, message, remedy, isFinal } = failureOf(error);
    await endStage(caller, {
      ...run,
      stage,
      state: stopping.signal.aborted ? "cancelled" : "failed",
      durationMs: clock().getTime() - startedAt,
      errorCode: code,
      errorMessage: message,
    });
    if (stopping.signal.aborted) return { outcome: "stopped" };
    log.warn({ error: isFinal ? code : error, ...run, stage }, "a stage failed");
    if (!isFinal) throw error;
    await failDocument(caller, { ...run, code, message, remedy });
    return { outcome: "failed", code, message };
  } finally {
    unwatch();
  }
}
