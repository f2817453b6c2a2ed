import { z } from "zod";

import { notFound } from "../errors";
import { query } from "../operation";
import { documentId } from "./document";
import { summaryOf } from "./document-summary";

/** What happened to a document: its runs with their stages, newest run first, and what people corrected. */
export const getTimeline = query({
  action: "document.read",
  input: z.object({ id: documentId }),

  async run({ documents, runs, corrections }, { id }) {
    const document = (await documents.find(id)) ?? notFound("Document", id);
    const [history, corrected] = await Promise.all([runs.list(id), corrections.list(id)]);
    return {
      document: summaryOf(document),
      runs: history.map((run) => ({
        id: run.id,
        state: run.state,
        createdAt: run.createdAt,
        finishedAt: run.finishedAt,
        stages: run.steps.map((step) => ({
          name: step.name,
          state: step.state,
          attempt: step.attempt,
          startedAt: step.startedAt,
          durationMs: step.durationMs,
          error: step.errorCode ? { code: step.errorCode, message: step.errorMessage ?? "" } : null,
        })),
      })),
      corrections: corrected,
    };
  },
});
