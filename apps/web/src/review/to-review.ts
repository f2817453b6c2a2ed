import type { Outputs } from "@besunny/api/browser/outputs";

/** A document of the review queue. */
export type ToReview = Outputs["documents"]["toReview"]["items"][number];

/** Returns the type that one key accepts: the one the document has, else the likeliest candidate. */
export function bestOf({ type, candidates }: Pick<ToReview, "type" | "candidates">): string | null {
  return type ?? candidates[0]?.name ?? null;
}

/** Returns the documents whose best guess is at least this sure, with that guess. */
export function acceptable(
  items: readonly Pick<ToReview, "id" | "type" | "candidates" | "sureness">[],
  least: number,
): { id: string; type: string }[] {
  return items.flatMap(({ id, sureness, ...item }) => {
    const type = bestOf(item);
    return type !== null && sureness >= least ? [{ id, type }] : [];
  });
}

/** Returns the document to show: the one that was asked for, else the first that is still to be reviewed. */
export function currentOf<Item extends { id: string }>(
  items: readonly Item[],
  { wanted, passed }: { wanted: string | null; passed: ReadonlySet<string> },
): Item | null {
  const left = items.filter(({ id }) => !passed.has(id));
  return left.find(({ id }) => id === wanted) ?? left[0] ?? null;
}
