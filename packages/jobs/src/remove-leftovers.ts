import { documentDeleted } from "@besunny/core/events";
import { removeLeftovers as remove } from "@besunny/core/processing/remove-leftovers";
import type { Inngest } from "inngest";

import type { Callers } from "./callers";

/** After a document was deleted for good, its files, its place in the index and the runs that worked on it go too. */
export const removeLeftovers = (inngest: Inngest, { workspaceCaller }: Callers) =>
  inngest.createFunction(
    { id: "remove-leftovers", triggers: [{ event: documentDeleted.event }], retries: 4 },
    async ({ event, step, runId }) => {
      const { workspaceId, documentId, keys } = documentDeleted.schema.parse(event.data);
      const caller = workspaceCaller(workspaceId, "remove-leftovers");
      await step.run("remove", () => remove(caller, { documentId, keys, runId }));
    },
  );
