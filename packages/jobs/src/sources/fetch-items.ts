import { sourceFetchAsked } from "@besunny/core/events";
import { fetchBatch } from "@besunny/core/sources/fetching/fetch-batch";
import type { Inngest } from "inngest";

import type { Callers } from "../callers";

/** Batches of one run before it hands over to the next. */
const BATCHES = 400;

/**
 * Fetches what waits at a source, 25 items a step. It ends when nothing waits, when the provider asks to wait, or when enough documents wait
 * to be read. What is left is claimed again within a minute.
 */
export const fetchItems = (inngest: Inngest, { sourceCaller }: Callers) =>
  inngest.createFunction(
    {
      id: "fetch-items",
      triggers: [{ event: sourceFetchAsked.event }],
      concurrency: [
        { key: "event.data.sourceId", limit: 1 },
        { key: "event.data.connectionId", limit: 4 },
      ],
      retries: 4,
    },
    async ({ event, step }) => {
      const given = sourceFetchAsked.schema.parse(event.data);
      const { workspaceId, sourceId: id, ownerId } = given;
      const caller = sourceCaller(workspaceId, { kind: "source", id, ownerId });
      for (let number = 1; number <= BATCHES; number += 1) {
        const { isOver } = await step.run(`batch ${number}`, () => fetchBatch(caller, { id }));
        if (isOver) return;
      }
      await step.sendEvent("go on", sourceFetchAsked.of(given));
    },
  );
