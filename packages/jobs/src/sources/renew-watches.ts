import { sourceWatchAsked } from "@besunny/core/events";
import { renewWatch } from "@besunny/core/sources/watching/renew-watch";
import type { Inngest } from "inngest";

import type { Callers } from "../callers";

/** Opens the channel by which a provider says "look now", or renews it at half of its life. */
export const renewWatches = (inngest: Inngest, { sourceCaller }: Callers) =>
  inngest.createFunction(
    {
      id: "renew-watches",
      triggers: [{ event: sourceWatchAsked.event }],
      concurrency: { key: "event.data.sourceId", limit: 1 },
      retries: 1,
    },
    async ({ event, step }) => {
      const { workspaceId, sourceId: id, ownerId } = sourceWatchAsked.schema.parse(event.data);
      const caller = sourceCaller(workspaceId, { kind: "source", id, ownerId });
      await step.run("renew", () => renewWatch(caller, { id }));
    },
  );
