import { documentArrived, documentCancelled } from "@besunny/core/events";
import type { Inngest } from "inngest";
import type { Callers } from "./callers";
import { endInFailure } from "./end-in-failure";
import { runStages } from "./run-stages";
import { waitForTurn } from "./wait-for-live-work";

/**
 * Makes the function that does the work of `process-document` for a document of a source. A first sync brings many: while people wait for theirs,
 * one of the four places goes on, so that neither waits for the other's end.
 */
export const processArrivedDocument = (inngest: Inngest, callers: Callers) =>
  inngest.createFunction(
    {
      id: "process-arrived-document",
      triggers: [{ event: documentArrived.event }],
      cancelOn: [{ event: documentCancelled.event, match: "data.documentId" }],
      concurrency: [{ limit: 4 }, { key: "event.data.workspaceId", limit: 2 }],
      idempotency: "event.data.runId",
      retries: 4,
      onFailure: ({ event, error }) =>
        endInFailure(callers, "process-arrived-document", { event, error }),
    },
    async ({ event, step }) => {
      const { workspaceId, ...run } = documentArrived.schema.parse(event.data);
      const caller = callers.workspaceCaller(workspaceId, "process-arrived-document");
      const platform = callers.platformCaller("process-arrived-document");

      return runStages(step, caller, run, () => waitForTurn(step, platform, run.runId));
    },
  );
