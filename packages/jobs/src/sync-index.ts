import { documentChanged } from "@besunny/core/events";
import { syncIndex as sync } from "@besunny/core/search/sync-index";
import type { Inngest } from "inngest";

import type { Callers } from "./callers";

/** After who may see a document, its type, projects or place in the trash changed, the index is made to agree. */
export const syncIndex = (inngest: Inngest, { workspaceCaller }: Callers) =>
  inngest.createFunction(
    {
      id: "sync-index",
      triggers: [{ event: documentChanged.event }],
      concurrency: { key: "event.data.documentId", limit: 1 },
      retries: 4,
    },
    async ({ event, step }) => {
      const { workspaceId, documentId } = documentChanged.schema.parse(event.data);
      const caller = workspaceCaller(workspaceId, "sync-index");
      await step.run("sync", () => sync(caller, { documentId }));
    },
  );
