import { documentCancelled, documentReprocessingAsked } from "@besunny/core/events";
import type { Inngest } from "inngest";
import type { Callers } from "./callers";
import { endInFailure } from "./end-in-failure";
import { runStages } from "./run-stages";
import { waitForLiveWork } from "./wait-for-live-work";
import { waitWhilePaused } from "./wait-while-paused";

/**
 * The same as `process-document` for a document of a backfill: one at a time in all, workspaces in turn, and behind everybody who waits for
 * a document now.
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
