import type { DocumentFeatures } from "../ai";
import { product, unitOf } from "./most-helpful";

/** From this likeness to the middle of a group on, a document belongs to it. */
const ALIKE = 0.72;
const LEAST_OF_A_GROUP = 3;

/**
 * Returns groups of documents that mean the same, the largest first, each with its most typical document first. Documents that are like
 * fewer than two others are in none.
 */
export function groupAlike(
  documents: readonly { documentId: string; features: DocumentFeatures }[],
): string[][] {
  const placed = documents
    .flatMap(({ documentId, features }) => {
      const unit = unitOf(features);
      return unit ? [{ documentId, unit }] : [];
    })
    .sort((a, b) => (a.documentId < b.documentId ? -1 : 1));
  const free = new Set(placed);
  const groups: string[][] = [];
  for (;;) {
    let best: typeof placed = [];
    for (const each of free) {
      const own = [...free].filter(({ unit }) => product(unit, each.unit) >= ALIKE);
      if (own.length > best.length) best = [each, ...own.filter((other) => other !== each)];
    }
    if (best.length < LEAST_OF_A_GROUP) return groups;
    for (const each of best) free.delete(each);
    groups.push(best.map(({ documentId }) => documentId));
  }
}
