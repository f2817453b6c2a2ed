import { z } from "zod";
import { summaryOf, transcriptionOf } from "../../documents/contract/document-summary";
import { documentId } from "../../ids";
import { flow } from "../../operation/flow";
import { correctionOf } from "../../understanding/contract/history";
import { Timeline } from "../contract";
import { type EngineView, explainRun } from "./explain-run";
import { readTimeline } from "./read-timeline";

/**
 * Returns the timeline of a document: its runs with their stages, newest first, and corrections. While it is being processed, also its
 * progress or the reason why it does not move.
 */
export const getTimeline = flow("processing.get-timeline", {
  title: "Show a document's timeline",
  permission: "document.read",
  input: z.object({ id: documentId }),
  output: Timeline,
  doors: ["web"],
  uses: ["engineRuns"],
  audit: { notAudited: "It reads how processing went." },

  async handle({ caller, engineRuns, workspaceId, clock, log }, { id }) {
    const timeline = await readTimeline(caller, { id });
    const { document, history, corrected, names, open, ahead } = timeline;
    const engine = open ? await viewOf(open.id) : null;
    return {
      document: summaryOf(document),
      now: open
        ? explainRun({
            run: open,
            ahead,
            engine,
            now: clock(),
            transcription: transcriptionOf(document),
          })
        : null,
      runs: history.map((run) => ({
        id: run.id,
        kind: run.kind === "reprocess" ? ("reprocess" as const) : ("process" as const),
        state: run.state,
        batch: run.batch && { id: run.batch.id, title: run.batch.title },
        createdAt: run.createdAt,
        finishedAt: run.finishedAt,
        error: run.errorCode
          ? { message: run.errorMessage ?? "", remedy: run.errorRemedy ?? "" }
          : null,
        stages: run.steps.map((step) => ({
          name: step.name,
          state: step.state,
          attempt: step.attempt,
          startedAt: step.startedAt,
          durationMs: step.durationMs,
          error: step.errorCode ? { code: step.errorCode, message: step.errorMessage ?? "" } : null,
        })),
      })),
      corrections: corrected.map((label) => ({
        ...correctionOf(label, names),
        documentId: label.documentId,
      })),
    };

    /** Finds the run by its event's data, also by the workspace, so that nobody sees a run of another workspace. */
    async function viewOf(runId: string): Promise<EngineView | null> {
      try {
        const eventMatch = { workspaceId, runId };
        const { items = [] } = (await engineRuns?.listRuns({ eventMatch, limit: 1 })) ?? {};
        return items[0] ? ((await engineRuns?.getRun(items[0].id)) ?? null) : null;
      } catch (error) {
        log.warn({ error, runId }, "the engine did not tell how a run goes");
        return null;
      }
    }
  },
});
