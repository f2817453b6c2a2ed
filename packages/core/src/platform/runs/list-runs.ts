import type { Run } from "@besunny/engine/console/console-types";
import { z } from "zod";

import { platformOperation } from "../../operation";
import { keptRuns } from "./kept-runs";
import { maskedError } from "./mask-personal-data";
import { engineFilter, RunFilter } from "./run-filter";

/** Runs of background functions in all workspaces, newest first. What could be of a person is struck out. */
export const listRuns = platformOperation({
  input: RunFilter.extend({
    cursor: z.uuid("The cursor is not one of ours; begin without it").nullish(),
    limit: z.number().int().min(1).max(200).default(50),
  }),

  async run(ctx, { cursor, limit, ...filter }) {
    const { items, nextCursor } = await keptRuns(ctx).listRuns({
      ...engineFilter(filter),
      limit,
      ...(cursor && { cursor }),
    });
    return { items: items.map(shownRun), nextCursor };
  },
});

function shownRun(run: Run): Run {
  return { ...run, error: run.error && maskedError(run.error) };
}
