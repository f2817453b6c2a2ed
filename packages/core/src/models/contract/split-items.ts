import { createHash } from "node:crypto";

export type Item = { documentId: string; label: string; cluster: string };

const SHARE_TO_TEST = 0.2;
/** A class with fewer labels has none to spare. */
const LEAST_LABELS = 15;
const LEAST_CLUSTERS = 5;

/**
 * Says of each labelled document whether it is learned from or tested with. A cluster is never on both sides. Each class keeps at least four
 * fifths of its labels to learn from. The same documents and seed give the same split.
 */
export function splitItems<Given extends Item>(
  items: readonly Given[],
  seed: number,
): (Given & { split: "train" | "test" })[] {
  const tested = new Set<string>();
  const labelsOf = Map.groupBy(items, ({ cluster }) => cluster);
  const byLabel = [...Map.groupBy(items, ({ label }) => label)].sort(([a], [b]) =>
    a < b ? -1 : 1,
  );
  for (const [label, own] of byLabel) {
    const clusters = [...new Set(own.map(({ cluster }) => cluster))];
    if (own.length < LEAST_LABELS || clusters.length < LEAST_CLUSTERS) continue;
    let left = Math.floor(SHARE_TO_TEST * own.length);
    for (const cluster of clusters.sort((a, b) => (rank(a, seed) < rank(b, seed) ? -1 : 1))) {
      const members = labelsOf.get(cluster) ?? [];
      // A cluster with several labels is contradictory, which a test must not be.
      if (members.length > left || members.some((each) => each.label !== label)) continue;
      left -= members.length;
      tested.add(cluster);
    }
  }
  return items.map((item) => ({ ...item, split: tested.has(item.cluster) ? "test" : "train" }));
}

function rank(cluster: string, seed: number): string {
  return createHash("sha256").update(`${seed} ${cluster}`).digest("hex");
}
