import type { IndexGeneration } from "@besunny/db/platform/index-generations";
import { z } from "zod";
import type { PlatformContext } from "../../context";
import { ComparedGenerations } from "../../search/renewal/compare-generations";

/** The share of right documents that a new index may lose before an admin is asked. */
const MOST_LOST = 0.02;

const Comparison = z.record(z.string(), ComparedGenerations);

/** Returns the sums over all workspaces. */
export function sumOf({ comparison }: Pick<IndexGeneration, "comparison">): ComparedGenerations {
  const sum = { queries: 0, overlap: 0, foundBefore: 0, foundAfter: 0 };
  for (const each of Object.values(Comparison.parse(comparison))) {
    sum.queries += each.queries;
    sum.overlap += each.overlap;
    sum.foundBefore += each.foundBefore;
    sum.foundAfter += each.foundAfter;
  }
  return sum;
}

/** Returns whether a new index finds clearly fewer of the right documents than the one before it. */
export function isWorse({ queries, foundBefore, foundAfter }: ComparedGenerations): boolean {
  return foundAfter < foundBefore - queries * MOST_LOST;
}

/** Writes down the comparison of one workspace; of two times, the second. */
export async function recordComparison(
  { db }: Pick<PlatformContext, "db">,
  { id, comparison }: IndexGeneration,
  workspaceId: string,
  compared: ComparedGenerations,
): Promise<void> {
  await db.platform.indexGenerations.update(id, {
    comparison: { ...Comparison.parse(comparison), [workspaceId]: compared },
  });
}

/** Makes an index the one that answers. The one before it is left to be removed. */
export async function switchTo(
  { db, clock, generations }: Pick<PlatformContext, "db" | "clock" | "generations">,
  id: string,
): Promise<void> {
  const now = clock();
  await db.platform.transaction(async ({ indexGenerations }) => {
    const all = await indexGenerations.list();
    for (const each of all.filter(({ state }) => state === "serving"))
      await indexGenerations.update(each.id, { state: "retired", retiredAt: now });
    await indexGenerations.update(id, {
      state: "serving",
      isHeld: false,
      servedAt: now,
      retiredAt: null,
    });
  });
  generations.refresh();
}
