import type { Run } from "@besunny/engine/console/console-types";
import { z } from "zod";

import { platformQuery } from "../../operation/platform";
import { RunFilter, RunPage } from "./contract";
import { engineFilter } from "./engine-filter";
import { engineRuns } from "./engine-runs";
import { maskedError } from "./mask-personal-data";

/** Returns a page of the runs of background functions in all workspaces, newest first. Masks texts that could contain personal data. */
export const listRuns = platformQuery("platform.list-runs", {
  title: "List runs",
  permission: "platform.read",
  input: RunFilter.extend({
    cursor: z.uuid("The cursor is not one of ours; begin without it").nullish(),
    limit: z.number().int().min(1).max(200).default(50),
  }),
  output: RunPage,
  doors: ["admin"],

  async handle(ctx, { cursor, limit, ...filter }) {
    const { items, nextCursor } = await engineRuns(ctx).listRuns({
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
