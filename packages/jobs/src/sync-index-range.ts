import { documentsChanged } from "@besunny/core/events";
import { syncIndexRange as syncPage } from "@besunny/core/search/sync-index-range";
import type { Inngest } from "inngest";

import type { Callers } from "./callers";
import type { Steps } from "./steps";

/** Pages of one run before it hands over to the next: results of steps are carried along from step to step. */
const PAGES = 200;

/** After a command changed many documents, makes the index agree about them, page by page, one command of a workspace at a time. */
export const syncIndexRange = (
  inngest: Inngest,
  { workspaceCaller }: Pick<Callers, "workspaceCaller">,
) =>
  inngest.createFunction(
    {
      id: "sync-index-range",
      triggers: [{ event: documentsChanged.event }],
      concurrency: { key: "event.data.workspaceId", limit: 1 },
      retries: 4,
    },
    async ({ event, step }) => {
      const { workspaceId, ...range } = documentsChanged.schema.parse(event.data);
      const caller = workspaceCaller(workspaceId, "sync-index");
      const next = await syncPages(step, (page) => syncPage(caller, page), range);
      if (next) await step.sendEvent("go on", documentsChanged.of({ workspaceId, ...next }));
    },
  );

type Range = { fromSeq: number; toSeq: number };

/** Brings the index up to date for at most `most` pages, a step for each. Returns the range that is left; null at the end. */
export async function syncPages(
  step: Steps,
  syncOne: (range: Range) => Promise<{ next: number | null }>,
  range: Range,
  most = PAGES,
): Promise<Range | null> {
  let left = range;
  for (let page = 1; page <= most; page += 1) {
    const { next } = await step.run(`page ${page}`, () => syncOne(left));
    if (next === null) return null;
    left = { ...range, fromSeq: next };
  }
  return left;
}
