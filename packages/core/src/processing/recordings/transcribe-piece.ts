import { z } from "zod";
import { AppError } from "../../errors";
import { flow } from "../../operation/flow";
import { aiOfDocument } from "../../search/contract/ai-of-document";
import { processingRun, StageOutcome } from "../contract";
import { beginStage } from "../stages/begin-stage";
import { findForProcessing } from "../stages/find-for-processing";
import { whileOpen } from "../stages/while-open";
import { recordPieces } from "./record-pieces";
import { findPlan, heardPieces, keepHeard, readSound, speechFolderOf } from "./speech-plan";

/**
 * Sends one piece of a recording to the server for speech and keeps what it hears. A piece that was heard before is not sent again. It is a part of
 * the stage "read": it fails and is cancelled as that stage.
 */
export const transcribePiece = flow("processing.transcribe-piece", {
  title: "Write down a piece of a recording",
  permission: "document.process",
  input: processingRun.extend({ piece: z.number().int().positive() }),
  output: StageOutcome,
  doors: ["job"],
  uses: ["files", "transcriber", "changes"],
  audit: { notAudited: "Runs and their steps record it." },

  async handle(tools, { piece, ...run }) {
    const { caller, files, transcriber, workspaceId } = tools;
    const begun = await beginStage(caller, { ...run, stage: "read" });
    if (!begun.isOpen) return { outcome: "stopped" as const };

    return whileOpen(tools, { ...run, stage: "read" }, async (signal) => {
      const document = await findForProcessing(caller, { documentId: run.documentId });
      if (!transcriber) throw gone();
      const folder = speechFolderOf({ files, transcriber, workspaceId }, document);
      const plan = await findPlan(folder);
      const place = plan?.pieces[piece - 1];
      if (!plan || !place) throw gone();
      if (!(await heardPieces(folder)).has(piece)) {
        const { fileName, mediaType, startMs, endMs } = place;
        const heard = await aiOfDocument(transcriber, document).transcribe(
          {
            bytes: await readSound(folder, piece),
            fileName,
            mediaType,
            seconds: (endMs - startMs) / 1_000,
          },
          signal,
        );
        await keepHeard(folder, piece, heard);
      }
      const done = (await heardPieces(folder)).size;
      await recordPieces(caller, { ...run, done, total: plan.pieces.length });
    });
  },
});

/** The settings were changed while the recording was worked on. */
function gone(): AppError {
  return new AppError(
    "NO_TRANSCRIPTION",
    "The server for speech was changed while the recording was written down.",
    { hint: "Try again." },
  );
}
