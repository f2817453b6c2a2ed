import { AppError } from "@besunny/core/errors";
import { runOperationAsked, runOperationContinued } from "@besunny/core/events";
import { endBulkAction } from "@besunny/core/platform/bulk-actions/end-bulk-action";
import { workBulkPage } from "@besunny/core/platform/bulk-actions/work-bulk-page";
import type { Inngest } from "inngest";
import { z } from "zod";

import type { Callers } from "./callers";

/** Pages of one run before it hands over to the next: results of steps are carried along from step to step. */
const PAGES = 200;

const Failed = z.object({
  data: z.object({ event: z.object({ data: runOperationAsked.schema }) }),
});

/** Retries, replays or cancels many runs, page by page, so that it survives its worker and can be stopped. */
export const operateRuns = (
  inngest: Inngest,
  { platformCaller }: Pick<Callers, "platformCaller">,
) =>
  inngest.createFunction(
    {
      id: "operate-runs",
      triggers: [{ event: runOperationAsked.event }, { event: runOperationContinued.event }],
      concurrency: { key: "event.data.operationId", limit: 1 },
      priority: { run: "600" },
      retries: 4,
      onFailure: async ({ event }) => {
        const { operationId: id } = Failed.parse(event).data.event.data;
        await endBulkAction(platformCaller("operate-runs"), { id, state: "failed" }).catch(
          unlessOver,
        );
      },
    },
    async ({ event, step }) => {
      const { operationId: id } = runOperationAsked.schema.parse(event.data);
      const caller = platformCaller("operate-runs");
      for (let page = 1; page <= PAGES; page += 1) {
        const { isOver } = await step.run(`page ${page}`, () => workBulkPage(caller, { id }));
        if (isOver) return;
      }
      await step.sendEvent("go on", runOperationContinued.of({ operationId: id }));
    },
  );

/** A bulk action that ended already stays as it ended. */
function unlessOver(error: unknown): void {
  if (!(error instanceof AppError && error.code === "CONFLICT")) throw error;
}
