import { documentCancelled, documentUploaded } from "@besunny/core/events";
import type { Inngest } from "inngest";
import type { Callers } from "./callers";
import { endInFailure } from "./end-in-failure";
import { runStages } from "./run-stages";
import { waitWhilePaused } from "./wait-while-paused";

/** Reads, understands and indexes a document. A failure after the last retry ends it where a person can see it. */
export const processDocument = (inngest: Inngest, callers: Callers) =>
  inngest.createFunction(
    {
      id: "process-document",
      triggers: [{ event: documentUploaded.event }],
      cancelOn: [{ event: documentCancelled.event, match: "data.documentId" }],
      concurrency: { key: "event.data.workspaceId", limit: 4 },
      idempotency: "event.data.runId",
      retries: 4,
      onFailure: ({ event, error }) => endInFailure(callers, "process-document", { event, error }),
    },
    async ({ event, step }) => {
      const { workspaceId, batchId, ...run } = documentUploaded.schema.parse(event.data);
      const caller = callers.workspaceCaller(workspaceId, "process-document");

      if (batchId) await waitWhilePaused(step, caller, batchId);
      return runStages(step, caller, run);
    },
  );
