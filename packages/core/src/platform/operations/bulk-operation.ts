import type { BulkOperation } from "@besunny/db/platform/bulk-operations";
import type { RunState } from "@besunny/engine/console/console-types";
import { z } from "zod";

import type { PlatformContext } from "../../context";
import { keptRuns, operateRunsFunction } from "../runs/kept-runs";
import { engineFilter, RunFilter } from "../runs/run-filter";

export const operationKinds = ["retry", "replay", "cancel"] as const;
export const OperationKind = z.enum(operationKinds);
export type OperationKind = z.infer<typeof OperationKind>;
export const operationId = z.string().startsWith("bop_").max(60);

/** The runs that something can be done to at all: others are not in the selection. */
const fitting: Record<OperationKind, readonly RunState[]> = {
  retry: ["failed", "cancelled"],
  replay: ["completed", "failed", "cancelled"],
  cancel: ["queued", "running", "sleeping"],
};

const MOST_COUNTED = 1_000_000;

/** The filter narrowed to runs that the deed fits; null when there can be none. */
export function narrowed(kind: OperationKind, filter: RunFilter): RunFilter | null {
  const asked = filter.states?.length ? filter.states : fitting[kind];
  const states = fitting[kind].filter((state) => asked.includes(state));
  return states.length > 0 ? { ...filter, states } : null;
}

/** How many runs an operation of that kind would act on. Those that carry out operations are left out, as they always are. */
export async function countFitting(
  ctx: Pick<PlatformContext, "runs">,
  kind: OperationKind,
  filter: RunFilter,
): Promise<number> {
  const fit = narrowed(kind, filter);
  if (!fit) return 0;
  const count = await keptRuns(ctx).countRuns(engineFilter(fit), MOST_COUNTED);
  return count - (await countOwn(ctx, fit));
}

async function countOwn(ctx: Pick<PlatformContext, "runs">, filter: RunFilter): Promise<number> {
  const own = filter.functionId ? [filter.functionId].filter(isOwn) : ownFunctions;
  const counts = await Promise.all(
    own.map((functionId) =>
      keptRuns(ctx).countRuns(engineFilter({ ...filter, functionId }), MOST_COUNTED),
    ),
  );
  return counts.reduce((sum, count) => sum + count, 0);
}

const ownFunctions = [operateRunsFunction, `${operateRunsFunction}-failure`];

export function isOwn(functionId: string): boolean {
  return ownFunctions.includes(functionId);
}

/** The operation as it is shown. */
export function shownOperation({ filter, kind, cursor: _, isPlanned: __, ...rest }: BulkOperation) {
  return { ...rest, kind: OperationKind.parse(kind), filter: RunFilter.parse(filter) };
}

export function isOpen({ state }: Pick<BulkOperation, "state">): boolean {
  return state === "queued" || state === "running";
}
