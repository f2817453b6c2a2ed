import { failDocument } from "@besunny/core/documents/fail-document";
import { failureOf } from "@besunny/core/documents/failure";
import { processStage } from "@besunny/core/documents/process-stage";
import { stageNames, startRun } from "@besunny/core/documents/run-document";
import { documentCancelled, documentUploaded } from "@besunny/core/events";
import type { Inngest } from "inngest";
import { z } from "zod";

import type { SystemContext } from "./jobs";

const Failed = z.object({ data: z.object({ event: z.object({ data: documentUploaded.schema }) }) });

/** Reads, understands and indexes a document. A failure after the last retry ends it where a person can see it. */
export const processDocument = (inngest: Inngest, systemContext: SystemContext) =>
  inngest.createFunction(
    {
      id: "process-document",
      triggers: [{ event: documentUploaded.event }],
      cancelOn: [{ event: documentCancelled.event, match: "data.documentId" }],
      concurrency: { key: "event.data.workspaceId", limit: 4 },
      idempotency: "event.data.runId",
      retries: 4,
      onFailure: async ({ event, error }) => {
        const { workspaceId, documentId, runId } = Failed.parse(event).data.event.data;
        const { code, message, remedy } = failureOf(error);
        const ctx = systemContext(workspaceId, "process-document");
        await failDocument(ctx, { documentId, runId, code, message, remedy });
      },
    },
    async ({ event, step }) => {
      const { workspaceId, documentId, runId } = documentUploaded.schema.parse(event.data);
      const ctx = systemContext(workspaceId, "process-document");

      const { isOpen } = await step.run("start", () => startRun(ctx, { documentId, runId }));
      if (!isOpen) return { outcome: "stopped" };

      for (const stage of stageNames) {
        const { outcome } = await step.run(stage, () =>
          processStage(ctx, { documentId, runId, stage }),
        );
        if (outcome !== "done") return { outcome };
      }
      return { outcome: "done" };
    },
  );
