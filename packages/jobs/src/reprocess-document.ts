import type { PlatformContext } from "@besunny/core/context";
import { documentCancelled, documentReprocessingAsked } from "@besunny/core/events";
import type { Inngest } from "inngest";

import { endInFailure } from "./end-in-failure";
import type { SystemContext } from "./jobs";
import { letLiveWorkGoFirst } from "./wait-for-live-work";
import { runStages } from "./run-stages";
import { waitWhilePaused } from "./wait-while-paused";

/**
 * The same as `process-document` for a document of a backfill: one at a time in all, workspaces in turn, and behind everybody who waits for
 * a document now.
 */
export const reprocessDocument = (
  inngest: Inngest,
  systemContext: SystemContext,
  platform: PlatformContext,
) =>
  inngest.createFunction(
    {
      id: "reprocess-document",
      triggers: [{ event: documentReprocessingAsked.event }],
      cancelOn: [{ event: documentCancelled.event, match: "data.documentId" }],
      // The key lets workspaces take turns for the one place that there is.
      concurrency: [{ limit: 1 }, { key: "event.data.workspaceId", limit: 1 }],
      idempotency: "event.data.runId",
      retries: 4,
      onFailure: ({ event, error }) => endInFailure(systemContext, { event, error }),
    },
    async ({ event, step }) => {
      const { workspaceId, batchId, ...run } = documentReprocessingAsked.schema.parse(event.data);
      const ctx = systemContext(workspaceId, "reprocess-document");

      await waitWhilePaused(step, ctx, batchId);
      return runStages(step, ctx, run, () => letLiveWorkGoFirst(step, platform));
    },
  );
