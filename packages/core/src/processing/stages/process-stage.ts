import { z } from "zod";
import { flow } from "../../operation/flow";
import { holdPages } from "../../usage/hold-pages";
import { processingRun, StageOutcome, stageNames } from "../contract";
import { AwaitsTranscription } from "../recordings/read-recording";
import { recordPieces } from "../recordings/record-pieces";
import { reindexDocument } from "../reindex-document";
import { rereadDocument } from "../reread-document";
import { reunderstandDocument } from "../reunderstand-document";
import { beginStage } from "./begin-stage";
import { endStage } from "./end-stage";
import { indexDocument } from "./index-document";
import { readDocument } from "./read-document";
import { understandDocument } from "./understand-document";
import { whileOpen } from "./while-open";

const stages = {
  process: { read: readDocument, understood: understandDocument, indexed: indexDocument },
  reprocess: { read: rereadDocument, understood: reunderstandDocument, indexed: reindexDocument },
};

/**
 * Works on one stage of a run and records it in the run's steps. An error that would happen again fails the document with its reason. Any
 * other error is thrown, to be retried. Cancelling the document stops the work of the stage. A recording is read in two calls: the first says how many
 * pieces are to be written down.
 */
export const processStage = flow("processing.process-stage", {
  title: "Work on one stage of a run",
  permission: "document.process",
  input: processingRun.extend({ stage: z.enum(stageNames) }),
  output: StageOutcome,
  doors: ["job"],
  uses: ["changes"],
  audit: { notAudited: "Runs and their steps record it." },

  async handle(tools, { stage, ...run }) {
    const { caller, clock } = tools;
    const begun = await beginStage(caller, { ...run, stage });
    if (!begun.isOpen) return { outcome: "stopped" as const };

    const startedAt = clock().getTime();
    let pieces: number | null = null;
    const end = await whileOpen(tools, { ...run, stage }, async (signal) => {
      try {
        if (stage === "read") await holdPages(caller, { documentId: run.documentId, pages: 1 });
        await stages[begun.kind][stage](caller, run, signal);
      } catch (error) {
        if (!(error instanceof AwaitsTranscription)) throw error;
        await recordPieces(caller, { ...run, ...error.pieces });
        pieces = error.pieces.total;
        return;
      }
      const durationMs = clock().getTime() - startedAt;
      await endStage(caller, { ...run, stage, state: "finished", durationMs });
    });
    return pieces === null || end.outcome !== "done" ? end : { outcome: "pieces" as const, pieces };
  },
});
