import type { IndexGeneration } from "@besunny/db/platform/index-generations";
import type { PlatformWrites } from "@besunny/db/platform/platform-database";
import { z } from "zod";

/** The share of right documents that a new index may lose before an admin is asked. */
const MOST_LOST = 0.02;

/** The sums over queries: the share of common documents among the first ten, and how often the right document is among them. */
export const ComparedGenerations = z.object({
  queries: z.number(),
  overlap: z.number(),
  foundBefore: z.number(),
  foundAfter: z.number(),
});
export type ComparedGenerations = z.infer<typeof ComparedGenerations>;

const Comparison = z.record(z.string(), ComparedGenerations);

/** Returns the comparison of an index by workspace. */
export function comparisonOf({ comparison }: Pick<IndexGeneration, "comparison">) {
  return Comparison.parse(comparison);
}

/** Returns the sums over all workspaces. */
export function sumOf(generation: Pick<IndexGeneration, "comparison">): ComparedGenerations {
  const sum = { queries: 0, overlap: 0, foundBefore: 0, foundAfter: 0 };
  for (const each of Object.values(comparisonOf(generation))) {
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

/** Makes an index the one that answers, in the caller's transaction. The one before it is left to be removed. */
export async function takeOver(
  indexGenerations: PlatformWrites["indexGenerations"],
  id: string,
  now: Date,
): Promise<void> {
  for (const each of await indexGenerations.list())
    if (each.state === "serving")
      await indexGenerations.update(each.id, { state: "retired", retiredAt: now });
  await indexGenerations.update(id, {
    state: "serving",
    isHeld: false,
    servedAt: now,
    retiredAt: null,
  });
}
