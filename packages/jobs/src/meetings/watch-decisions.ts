import { watchDocument } from "@besunny/core/decisions/contradictions/watch-document";
import { documentReady, meetingUnderstood } from "@besunny/core/events";
import type { Inngest } from "inngest";
import type { Callers } from "../callers";

/** Reopens decisions that a document or a meeting contradicts, once it is read or understood. */
export const watchDecisions = (inngest: Inngest, { workspaceCaller }: Callers) =>
  inngest.createFunction(
    {
      id: "watch-decisions",
      triggers: [{ event: documentReady.event }, { event: meetingUnderstood.event }],
      concurrency: { key: "event.data.documentId", limit: 1 },
      retries: 4,
    },
    async ({ event, step }) => {
      const { workspaceId, documentId } = documentReady.schema.parse(event.data);
      const caller = workspaceCaller(workspaceId, "watch-decisions");
      await step.run("watch", () => watchDocument(caller, { documentId }));
    },
  );
