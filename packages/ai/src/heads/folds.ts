import { seeded, shuffled } from "./seeded";

type Placed = { label: string; cluster: string };

/**
 * Returns the number of a fold for each item. Items of one cluster are in one fold. The items of each class are spread over the folds as
 * evenly as their clusters allow.
 */
export function groupedFolds(items: readonly Placed[], folds: number, seed: number): number[] {
  const random = seeded(seed);
  const clusters = [...Map.groupBy(items.keys(), (at) => items[at]?.cluster ?? "").values()];
  const sizes = new Float64Array(folds);
  const ofClass = new Map<string, Float64Array>();
  const folded = new Array<number>(items.length).fill(0);
  const inOrder = shuffled(clusters, random).sort((a, b) => b.length - a.length);
  for (const cluster of inOrder) {
    const labels = cluster.map((at) => items[at]?.label ?? "");
    const cost = (fold: number) =>
      labels.reduce((sum, label) => sum + (ofClass.get(label)?.[fold] ?? 0), 0) * items.length +
      (sizes[fold] ?? 0);
    let best = 0;
    for (let fold = 1; fold < folds; fold++) if (cost(fold) < cost(best)) best = fold;
    sizes[best] = (sizes[best] ?? 0) + cluster.length;
    for (const label of labels) {
      const counts = ofClass.get(label) ?? new Float64Array(folds);
      counts[best] = (counts[best] ?? 0) + 1;
      ofClass.set(label, counts);
    }
    for (const at of cluster) folded[at] = best;
  }
  return folded;
}

/** Returns folds that ignore clusters, which shows how much a split that leaks flatters. */
export function randomFolds(items: readonly Placed[], folds: number, seed: number): number[] {
  const alone = items.map(({ label }, at) => ({ label, cluster: String(at) }));
  return groupedFolds(alone, folds, seed);
}
