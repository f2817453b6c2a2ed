import { sourcePeopleChanged } from "@besunny/core/events";
import { applyGrants as applyPage } from "@besunny/core/sources/people/apply-grants";
import type { Inngest } from "inngest";

import type { Callers } from "./callers";

/** Pages of one run before it begins anew: results of steps are carried along. */
const PAGES = 400;

type Place = { sourceId: string; externalId: string };

/** After people of a source or their sharings changed, makes the access of its documents agree, page by page. */
export const applyGrants = (inngest: Inngest, { workspaceCaller }: Callers) =>
  inngest.createFunction(
    {
      id: "apply-grants",
      triggers: [{ event: sourcePeopleChanged.event }],
      concurrency: { key: "event.data.workspaceId", limit: 1 },
      retries: 4,
    },
    async ({ event, step }) => {
      const { workspaceId, sourceId, ...begun } = sourcePeopleChanged.schema.parse(event.data);
      const caller = workspaceCaller(workspaceId, "apply-grants");
      let after: Place | null = begun.after;
      for (let page = 1; page <= PAGES; page += 1) {
        const place: Place | null = after;
        const { next } = await step.run(`page ${page}`, async () => {
          const applied = await applyPage(caller, { sourceId, after: place });
          return { next: applied.next };
        });
        if (!next) return;
        after = next;
      }
      await step.sendEvent("go on", sourcePeopleChanged.of({ workspaceId, sourceId, after }));
    },
  );
