import { sourceErasing } from "@besunny/core/events";
import { erasePage } from "@besunny/core/sources/looking/erase-page";
import { closeWatch } from "@besunny/core/sources/watching/close-watch";
import type { Inngest } from "inngest";

import type { Callers } from "../callers";

const PAGES = 900;

/** Clears what a removed source holds. Its documents go to the trash, but where they are kept. */
export const eraseSource = (inngest: Inngest, { sourceCaller }: Callers) =>
  inngest.createFunction(
    {
      id: "erase-source",
      triggers: [{ event: sourceErasing.event }],
      concurrency: { key: "event.data.sourceId", limit: 1 },
      retries: 4,
    },
    async ({ event, step }) => {
      const given = sourceErasing.schema.parse(event.data);
      const { workspaceId, sourceId: id, ownerId, keeps } = given;
      const caller = sourceCaller(workspaceId, { kind: "source", id, ownerId });
      await step.run("close", () => closeWatch(caller, { id }));
      for (let page = 1; page <= PAGES; page += 1) {
        const { isOver } = await step.run(`page ${page}`, () => erasePage(caller, { id, keeps }));
        if (isOver) return;
      }
      await step.sendEvent("go on", sourceErasing.of(given));
    },
  );
