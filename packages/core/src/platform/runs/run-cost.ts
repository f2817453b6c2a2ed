import type { RunDetail } from "@besunny/engine/console/console-types";

import type { PlatformContext } from "../../context";
import { documentOfRun } from "./document-of-run";

/** The sum of the known costs in US dollars, null if none is known, and the number of unknown costs. */
export type RunCost = { costMicro: number | null; costsUnknown: number };

/** Returns the cost of a run so far: from its steps, else from the understanding of its document while it ran. */
export async function runCost(
  { db, clock }: Pick<PlatformContext, "db" | "clock">,
  run: RunDetail,
): Promise<RunCost> {
  const said = run.steps.flatMap(({ output }) => costsIn(output));
  if (said.length > 0) return sumOf(said);
  const about = documentOfRun(run);
  if (!about || !run.startedAt) return sumOf([]);
  const time = { from: run.startedAt, to: run.finishedAt ?? clock() };
  return sumOf(await db.platform.documents.costsOf(about.documentId, time));
}

/** Returns every number or null named `costMicro`, at any depth. */
export function costsIn(value: unknown): (number | null)[] {
  if (Array.isArray(value)) return value.flatMap(costsIn);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) =>
    key === "costMicro" && (typeof item === "number" || item === null) ? [item] : costsIn(item),
  );
}

export function sumOf(costs: readonly (number | null)[]): RunCost {
  const known = costs.filter((cost) => cost !== null);
  return {
    costMicro: known.length > 0 ? known.reduce((sum, cost) => sum + cost, 0) : null,
    costsUnknown: costs.length - known.length,
  };
}
