import type { BulkOperation } from "@besunny/db/platform/bulk-operations";

import type { PlatformContext } from "../../context";
import { keptRuns } from "../runs/engine-runs";
import { engineFilter, RunFilter } from "../runs/run-filter";
import { isOwn } from "./contract";

const PAGE = 50;

type Pending = { runId: string; plannedAt: Date };

/** The runs to act on now. `isNew` is false for those of a page that was lost before its end. */
export async function planPage(
  ctx: PlatformContext,
  operation: BulkOperation,
): Promise<{ pending: Pending[]; isNew: boolean }> {
  const { operations } = ctx.db.platform;
  const lost = await operations.listPending(operation.id, PAGE);
  if (lost.length > 0 || operation.isPlanned) return { pending: lost, isNew: false };

  const { runIds, cursor } = operation.runIds.length > 0 ? chosen(operation) : await next();
  await ctx.db.platform.transaction(async (writes) => {
    await writes.operations.addRuns(operation.id, runIds);
    await writes.operations.updateOpen(operation.id, {
      state: "running",
      startedAt: operation.startedAt ?? ctx.clock(),
      cursor,
      isPlanned: cursor === null,
    });
  });
  return { pending: await operations.listPending(operation.id, PAGE), isNew: true };

  /** Newest first, each run once: what is begun meanwhile is newer than all of them. */
  async function next() {
    const page = await keptRuns(ctx).listRuns({
      ...engineFilter(RunFilter.parse(operation.filter)),
      limit: PAGE,
      ...(operation.cursor && { cursor: operation.cursor }),
    });
    const others = page.items.filter(({ functionId }) => !isOwn(functionId));
    return { runIds: others.map(({ id }) => id), cursor: page.nextCursor };
  }
}

function chosen({ runIds, cursor }: BulkOperation) {
  const from = Number(cursor ?? 0);
  const to = from + PAGE;
  return { runIds: runIds.slice(from, to), cursor: to < runIds.length ? String(to) : null };
}
