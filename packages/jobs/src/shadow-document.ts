import { shadowAsked } from "@besunny/core/events";
import { shadowDocument as shadow } from "@besunny/core/trials/experiments/shadow-document";
import type { Inngest } from "inngest";

import type { Callers } from "./callers";

/** While a shadow runs, both of its releases read each document that is ready. One at a time, so that it is in nobody's way. */
export const shadowDocument = (inngest: Inngest, { workspaceCaller }: Callers) =>
  inngest.createFunction(
    {
      id: "shadow-document",
      triggers: [{ event: shadowAsked.event }],
      concurrency: { limit: 1 },
      retries: 1,
    },
    async ({ event, step }) => {
      const { workspaceId, documentId } = shadowAsked.schema.parse(event.data);
      const caller = workspaceCaller(workspaceId, "shadow-document");
      await step.run("shadow", () => shadow(caller, { documentId }));
    },
  );
