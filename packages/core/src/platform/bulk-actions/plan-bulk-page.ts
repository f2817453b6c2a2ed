import type { BulkOperation } from "@besunny/db/platform/bulk-operations";

import type { PlatformContext } from "../../context";
import { notFound } from "../../errors";
import { sweep } from "../../operation/platform";
import { RunFilter } from "../runs/contract";
import { engineFilter } from "../runs/engine-filter";
import { engineRuns } from "../runs/engine-runs";
import { ofBulkAction, PlannedPage } from "./contract";
import { isOwn } from "./count-fitting";

const PAGE = 50;

type Chosen = { runIds: string[]; cursor: string | null };

/** Returns the runs to act on now: those of an interrupted page, else the next ones, which it records first. Throws `NOT_FOUND`. */
export const planBulkPage = sweep("platform.plan-bulk-page", {
  title: "Plan the next runs of a bulk action",
  permission: "bulkAction.work",
  input: ofBulkAction,
  output: PlannedPage,
  doors: [],
  audit: { notAudited: "The plan is part of the bulk action, which leaves a row of its own." },

  async handle(ctx, { id }) {
    const { operations } = ctx.db.platform;
    const action = (await operations.find(id)) ?? notFound("Bulk action", id);
    const lost = await operations.listPending(id, PAGE);
    if (lost.length > 0 || action.isPlanned) return { pending: lost, isNew: false };

    const { runIds, cursor } = action.runIds.length > 0 ? named(action) : await next(ctx, action);
    await ctx.db.platform.transaction(async (writes) => {
      await writes.operations.addRuns(id, runIds);
      await writes.operations.updateOpen(id, {
        state: "running",
        startedAt: action.startedAt ?? ctx.clock(),
        cursor,
        isPlanned: cursor === null,
      });
    });
    return { pending: await operations.listPending(id, PAGE), isNew: true };
  },
});

/** Returns the next runs, newest first, each run once: runs that begin meanwhile are newer than all of them. */
async function next(
  ctx: PlatformContext,
  { filter, cursor }: Pick<BulkOperation, "filter" | "cursor">,
): Promise<Chosen> {
  const page = await engineRuns(ctx).listRuns({
    ...engineFilter(RunFilter.parse(filter)),
    limit: PAGE,
    ...(cursor && { cursor }),
  });
  const others = page.items.filter(({ functionId }) => !isOwn(functionId));
  return { runIds: others.map(({ id }) => id), cursor: page.nextCursor };
}

function named({ runIds, cursor }: Pick<BulkOperation, "runIds" | "cursor">): Chosen {
  const from = Number(cursor ?? 0);
  const to = from + PAGE;
  return { runIds: runIds.slice(from, to), cursor: to < runIds.length ? String(to) : null };
}
