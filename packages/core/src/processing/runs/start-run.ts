import { z } from "zod";
import { command } from "../../operation/command";
import { processingRun } from "../contract";

/** Begins a document run, also again after a crash. `isOpen` is false if the run was cancelled or the document is gone. */
export const startRun = command("processing.start-run", {
  title: "Begin a document's run",
  permission: "document.process",
  input: processingRun,
  output: z.object({ isOpen: z.boolean() }),
  doors: ["job"],
  audit: { notAudited: "Runs and their steps record it." },

  async handle({ documents, runs }, { documentId: id, runId }) {
    const document = await documents.find(id);
    if (!document || document.trashedAt) return { isOpen: false };
    if (!(await runs.move(runId, "running", null))) return { isOpen: false };
    const anew = { piecesDone: null, piecesTotal: null };
    if (document.status === "pending")
      await documents.update(id, { status: "processing", ...anew });
    else if (document.piecesTotal !== null) await documents.update(id, anew);
    return { isOpen: true };
  },
});
