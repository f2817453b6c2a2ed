import type { PlatformContext } from "../../context";
import type { RunFilter } from "../runs/contract";
import { engineFilter } from "../runs/engine-filter";
import { engineRuns, operateRunsFunction } from "../runs/engine-runs";
import { type BulkActionKind, narrowed } from "./contract";

const MOST_COUNTED = 1_000_000;

type Runs = Pick<PlatformContext, "runs">;

/**
 * Returns the number of runs that a bulk action of this kind would act on. Runs that work on bulk actions do not count; bulk actions always
 * leave them out.
 */
export async function countFitting(
  ctx: Runs,
  kind: BulkActionKind,
  filter: RunFilter,
): Promise<number> {
  const fit = narrowed(kind, filter);
  if (!fit) return 0;
  const count = await engineRuns(ctx).countRuns(engineFilter(fit), MOST_COUNTED);
  return count - (await countOwn(ctx, fit));
}

async function countOwn(ctx: Runs, filter: RunFilter): Promise<number> {
  const own = filter.functionId ? [filter.functionId].filter(isOwn) : ownFunctions;
  const counts = await Promise.all(
    own.map((functionId) =>
      engineRuns(ctx).countRuns(engineFilter({ ...filter, functionId }), MOST_COUNTED),
    ),
  );
  return counts.reduce((sum, count) => sum + count, 0);
}

const ownFunctions = [operateRunsFunction, `${operateRunsFunction}-failure`];

/** Returns whether the function works on bulk actions. */
export function isOwn(functionId: string): boolean {
  return ownFunctions.includes(functionId);
}
