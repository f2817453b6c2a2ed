import { sourceLookAsked } from "@besunny/core/events";
import { countSource } from "@besunny/core/sources/looking/count-source";
import { syncStep } from "@besunny/core/sources/looking/sync-step";
import { fetchSharings } from "@besunny/core/sources/people/fetch-sharings";
import type { Inngest } from "inngest";

import type { Callers } from "../callers";

/** Steps of one run before it hands over to the next: results of steps are carried along from step to step. */
const STEPS = 900;
/** Batches of sharings that are read after a look, before the run hands over. */
const SHARINGS = 90;

/** Lists a source, or follows its changes: a page a step. Its place is in the database, so that a run may break off anywhere. */
export const syncSource = (inngest: Inngest, { sourceCaller }: Callers) =>
  inngest.createFunction(
    {
      id: "sync-source",
      triggers: [{ event: sourceLookAsked.event }],
      concurrency: { key: "event.data.sourceId", limit: 1 },
      retries: 4,
    },
    async ({ event, step }) => {
      const given = sourceLookAsked.schema.parse(event.data);
      const { workspaceId, sourceId: id, ownerId } = given;
      const caller = sourceCaller(workspaceId, { kind: "source", id, ownerId });
      for (let number = 1; number <= STEPS; number += 1) {
        const { next } = await step.run(`step ${number}`, () => syncStep(caller, { id }));
        if (next === "count") await step.run("count", () => countSource(caller, { id }));
        if (next === "again") continue;
        for (let batch = 1; batch <= SHARINGS; batch += 1) {
          const read = await step.run(`sharings ${batch}`, () => fetchSharings(caller, { id }));
          if (read.isOver) return;
        }
        break;
      }
      await step.sendEvent("go on", sourceLookAsked.of(given));
    },
  );
