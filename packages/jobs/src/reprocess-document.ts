import { documentCancelled, documentReprocessingAsked } from "@besunny/core/events";
import type { Inngest } from "inngest";
import type { Callers } from "./callers";
import { endInFailure } from "./end-in-failure";
import { runStages } from "./run-stages";
import { waitForLiveWork } from "./wait-for-live-work";
import { waitWhilePaused } from "./wait-while-paused";

/**
 * Makes the function that does the work of `process-document` for a document of a backfill. It has one run at a time in all, and workspaces
 * take turns. Each stage waits for live work first.
 */
export const reprocessDocument = (inngest: Inngest, callers: Callers) =>
  inngest.createFunction(
    {
      id: "reprocess-document",
      triggers: [{ event: documentReprocessingAsked.event }],
      cancelOn: [{ event: documentCancelled.event, match: "data.documentId" }],
      // The key lets workspaces take turns for the one place that there is.
      concurrency: [{ limit: 1 }, { key: "event.data.workspaceId", limit: 1 }],
      idempotency: "event.data.runId",
      retries: 4,
      onFailure: ({ event, error }) =>
        endInFailure(callers, "reprocess-document", { event, error }),
    },
    async ({ event, step }) => {
      const { workspaceId, batchId, ...run } = documentReprocessingAsked.schema.parse(event.data);
      const caller = callers.workspaceCaller(workspaceId, "reprocess-document");
      const platform = callers.platformCaller("reprocess-document");

      await waitWhilePaused(step, caller, batchId);
      return runStages(step, caller, run, () => waitForLiveWork(step, platform));
    },
  );
