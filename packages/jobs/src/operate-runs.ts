import type { PlatformContext } from "@besunny/core/context";
import { runOperationAsked, runOperationContinued } from "@besunny/core/events";
import { endOperation } from "@besunny/core/platform/bulk-actions/end-bulk-action";
import { operatePage } from "@besunny/core/platform/bulk-actions/work-bulk-page";
import type { Inngest } from "inngest";
import { z } from "zod";

/** What one run of the job takes on before it hands over: the results of its steps are carried along from step to step. */
const PAGES = 200;

const Failed = z.object({
  data: z.object({ event: z.object({ data: runOperationAsked.schema }) }),
});

/** Retries, replays or cancels many runs, page by page, so that it survives its worker and can be stopped. */
export const operateRuns = (inngest: Inngest, platform: PlatformContext) =>
  inngest.createFunction(
    {
      id: "operate-runs",
      triggers: [{ event: runOperationAsked.event }, { event: runOperationContinued.event }],
      concurrency: { key: "event.data.operationId", limit: 1 },
      priority: { run: "600" },
      retries: 4,
      onFailure: async ({ event }) => {
        const { operationId: id } = Failed.parse(event).data.event.data;
        await endOperation(platform, { id, state: "failed" });
      },
    },
    async ({ event, step }) => {
      const { operationId: id } = runOperationAsked.schema.parse(event.data);
      for (let page = 1; page <= PAGES; page += 1) {
        const { isOver } = await step.run(`page ${page}`, () => operatePage(platform, { id }));
        if (isOver) return;
      }
      await step.sendEvent("go on", runOperationContinued.of({ operationId: id }));
    },
  );
