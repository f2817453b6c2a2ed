import { documentReady } from "@besunny/core/events";
import { preparePages as prepare } from "@besunny/core/processing/prepare-pages";
import type { Inngest } from "inngest";

import type { Callers } from "./callers";

/** After a document is ready, its pages are printed where LibreOffice is installed, a few documents at a time. */
export const preparePages = (inngest: Inngest, { workspaceCaller }: Callers) =>
  inngest.createFunction(
    {
      id: "prepare-pages",
      triggers: [{ event: documentReady.event }],
      concurrency: { limit: 1 },
      retries: 2,
    },
    async ({ event, step }) => {
      const { workspaceId, documentId } = documentReady.schema.parse(event.data);
      const caller = workspaceCaller(workspaceId, "prepare-pages");
      await step.run("print", () => prepare(caller, { documentId }));
    },
  );
