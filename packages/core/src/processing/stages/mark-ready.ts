import { shouldMove } from "../../documents/contract/document";
import { notFound } from "../../errors";
import { documentReady } from "../../events";
import { command } from "../../operation/command";
import { nothing } from "../../shapes";
import { processingRun } from "../contract";

/** "Ready" means searchable and citable, so it is said only after the index has the document. */
export const markReady = command("processing.mark-ready", {
  title: "Mark a document as ready",
  permission: "document.process",
  input: processingRun,
  output: nothing,
  doors: [],
  audit: { notAudited: "Runs and their steps record it." },

  async handle({ documents, runs, clock, workspaceId, emit }, { documentId: id, runId }) {
    const document = (await documents.find(id)) ?? notFound("Document", id);
    const run = await runs.find(runId);
    if (!(await runs.move(runId, "finished", clock()))) return;
    // A backfill ends well for what was ready before, and for what had failed before.
    const isWanted = run?.kind === "reprocess" || shouldMove(document, "ready");
    if (!isWanted) return;
    await documents.update(id, {
      status: "ready",
      stage: "indexed",
      readyAt: clock(),
      errorCode: null,
      errorMessage: null,
      errorRemedy: null,
    });
    emit(documentReady.of({ workspaceId, documentId: id }));
  },
});
