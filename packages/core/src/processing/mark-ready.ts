import { shouldMove } from "../documents/document";
import { notFound } from "../errors";
import { documentReady } from "../events";
import { command } from "../operation/operation";
import { processingRun } from "./run-document";

/** "Ready" means searchable and citable, so it is said only after the index has the document. */
export const markReady = command({
  action: "document.process",
  input: processingRun,

  async run({ documents, runs, clock, workspaceId, emit }, { documentId: id, runId }) {
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
