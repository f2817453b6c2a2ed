import { z } from "zod";
import { command } from "../../operation/command";
import { count, nothing } from "../../shapes";
import { processingRun } from "../contract";

/** Notes how many pieces of a recording are written down, for those who watch the document. */
export const recordPieces = command("processing.record-pieces", {
  title: "Note the progress of a transcription",
  permission: "document.process",
  input: processingRun.extend({ done: count, total: z.number().int().positive() }),
  output: nothing,
  doors: [],
  audit: { notAudited: "Runs and their steps record it." },

  async handle({ documents, runs }, { documentId: id, runId, done, total }) {
    if ((await runs.find(runId))?.state !== "running") return;
    await documents.update(id, { piecesDone: done, piecesTotal: total });
  },
});
