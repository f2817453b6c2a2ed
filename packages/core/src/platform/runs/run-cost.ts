import type { RunDetail } from "@besunny/engine/console-types";

import type { PlatformContext } from "../../context";
import { documentOfRun } from "./document-of-run";

/** What a run has cost so far in US dollars: what its steps say, else what was understood of its document while it ran. Null: nothing says. */
export async function runCost(
  { db, clock }: Pick<PlatformContext, "db" | "clock">,
  run: RunDetail,
): Promise<number | null> {
  const said = run.steps.flatMap(({ output }) => costsIn(output));
  if (said.length > 0) return said.reduce((sum, cost) => sum + cost, 0);
  const about = documentOfRun(run);
  if (!about || !run.startedAt) return null;
  return db.platform.documents.costOf(about.documentId, {
    from: run.startedAt,
    to: run.finishedAt ?? clock(),
  });
}

/** Every number named `costUsd`, wherever it stands. */
export function costsIn(value: unknown): number[] {
  if (Array.isArray(value)) return value.flatMap(costsIn);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) =>
    key === "costUsd" && typeof item === "number" ? [item] : costsIn(item),
  );
}
