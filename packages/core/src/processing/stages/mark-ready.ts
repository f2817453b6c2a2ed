import { z } from "zod";
import { shouldMove, statusWhenIndexed } from "../../documents/contract/document";
import { notFound } from "../../errors";
import {
  documentReady,
  documentReviewWanted,
  meetingUnderstandingAsked,
  shadowAsked,
} from "../../events";
import { command } from "../../operation/command";
import { nothing } from "../../shapes";
import { processingRun } from "../contract";

/** Ends a run as finished. Its document can be found and cited now: it is ready, or needs review if its type is not known. */
export const markReady = command("processing.mark-ready", {
  title: "Mark a document as ready",
  permission: "document.process",
  input: processingRun.extend({ isTranscript: z.boolean().default(false) }),
  output: nothing,
  doors: [],
  audit: { notAudited: "Runs and their steps record it." },

  async handle(
    { documents, experiments, meetings, runs, clock, workspaceId, emit },
    { documentId: id, runId, isTranscript },
  ) {
    const document = (await documents.find(id)) ?? notFound("Document", id);
    const run = await runs.find(runId);
    if (!(await runs.move(runId, "finished", clock()))) return;
    // A backfill can end well for documents that were ready before, and for those that had failed.
    const status = statusWhenIndexed(document);
    const isWanted = run?.kind === "reprocess" || shouldMove(document, status);
    if (!isWanted) return;
    await documents.update(id, {
      status,
      stage: "indexed",
      readyAt: clock(),
      errorCode: null,
      errorMessage: null,
      errorRemedy: null,
    });
    emit(documentReady.of({ workspaceId, documentId: id }));
    if (isTranscript || (await meetings.findOf(id)))
      emit(meetingUnderstandingAsked.of({ workspaceId, documentId: id }));
    if (status === "needs_review") emit(documentReviewWanted.of({ workspaceId, documentId: id }));
    const running = await experiments.running();
    if (running?.kind === "shadow") emit(shadowAsked.of({ workspaceId, documentId: id }));
  },
});
