import { z } from "zod";
import { statusOf } from "../../documents/contract/document";
import { transcriptionOf } from "../../documents/contract/document-summary";
import { notFound } from "../../errors";
import { documentId } from "../../ids";
import { query } from "../../operation/query";
import { DocumentProgress, stageNames } from "../contract";

/**
 * Returns the progress of a document in its newest run. `etaSeconds` is the usual time of the remaining stages in this workspace, less the
 * time already spent on the current stage. It is null if nothing is being done, or if a remaining stage has no usual time yet.
 */
export const getStatus = query("processing.get-status", {
  title: "Show how far a document's processing is",
  permission: "document.read",
  input: z.object({ id: documentId }),
  output: DocumentProgress,
  doors: ["rest"],

  async handle({ documents, runs, clock }, { id }) {
    const document = (await documents.find(id)) ?? notFound("Document", id);
    const run = await runs.latest(id);
    const stages = (run?.steps ?? []).map((step) => ({
      name: step.name,
      state: step.state,
      attempt: step.attempt,
      startedAt: step.startedAt,
      durationMs: step.durationMs,
      error: step.errorCode ? { code: step.errorCode, message: step.errorMessage ?? "" } : null,
    }));
    const isOpen = document.status === "pending" || document.status === "processing";
    const usual = isOpen ? await runs.typicalDurations() : [];
    return {
      seq: document.seq,
      status: statusOf(document.status),
      stages,
      transcription: transcriptionOf(document),
      etaSeconds:
        isOpen && document.piecesTotal === null ? etaSeconds(stages, usual, clock()) : null,
    };
  },
});

type Stage = { name: string; state: string; startedAt: Date };
type Usual = { name: string; durationMs: number };

export function etaSeconds(
  stages: readonly Stage[],
  usual: readonly Usual[],
  now: Date,
): number | null {
  let leftMs = 0;
  for (const name of stageNames) {
    const stage = stages.find((each) => each.name === name);
    if (stage?.state === "finished") continue;
    const typical = usual.find((each) => each.name === name);
    if (!typical) return null;
    const passedMs = stage?.state === "running" ? now.getTime() - stage.startedAt.getTime() : 0;
    leftMs += Math.max(0, typical.durationMs - passedMs);
  }
  return Math.ceil(leftMs / 1000);
}
