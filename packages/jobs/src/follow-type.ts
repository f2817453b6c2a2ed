import { documentTypeCorrected } from "@besunny/core/events";
import { followType as follow } from "@besunny/core/processing/follow-type";
import type { Inngest } from "inngest";

import type { Callers } from "./callers";

/** After a person corrected the type of a document, the facts of the new type are found. */
export const followType = (inngest: Inngest, { workspaceCaller }: Callers) =>
  inngest.createFunction(
    {
      id: "follow-type",
      triggers: [{ event: documentTypeCorrected.event }],
      concurrency: { key: "event.data.documentId", limit: 1 },
      retries: 4,
    },
    async ({ event, step }) => {
      const { workspaceId, documentId } = documentTypeCorrected.schema.parse(event.data);
      const caller = workspaceCaller(workspaceId, "follow-type");
      await step.run("follow", () => follow(caller, { documentId }));
    },
  );
