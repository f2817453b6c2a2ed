import type { HeadExample, HeadProblem } from "./head-training";

/** A class needs as many labels, and as many documents that are not nearly the same. */
export const LEAST_LABELS = 5;
export const LEAST_CLUSTERS = 3;
const LEAST_CLASSES = 2;

/** Returns the examples of the classes that have enough labels, what the other classes miss, and why nothing can be trained, if so. */
export function enoughLabels<Example extends Pick<HeadExample, "label" | "cluster">>(
  examples: readonly Example[],
): { usable: Example[]; leftOut: HeadProblem[]; problems: HeadProblem[] } {
  const byClass = [...Map.groupBy(examples, ({ label }) => label)].sort(([a], [b]) =>
    a < b ? -1 : 1,
  );
  const leftOut: HeadProblem[] = byClass.flatMap(([type, own]) => missing(type, own));
  const lacking = new Set(leftOut.map(({ type }) => type));
  const usable = examples.filter(({ label }) => !lacking.has(label));
  const left = byClass.length - lacking.size;
  if (left >= LEAST_CLASSES) return { usable, leftOut, problems: [] };
  const lacks: HeadProblem =
    examples.length === 0
      ? { problem: "no-labels", type: null, needed: LEAST_CLASSES * LEAST_LABELS, found: 0 }
      : { problem: "one-class", type: null, needed: LEAST_CLASSES, found: left };
  return { usable, leftOut, problems: [lacks, ...leftOut] };
}

function missing(
  type: string,
  own: readonly Pick<HeadExample, "label" | "cluster">[],
): HeadProblem[] {
  if (own.length < LEAST_LABELS)
    return [{ problem: "few-labels", type, needed: LEAST_LABELS, found: own.length }];
  const clusters = new Set(own.map(({ cluster }) => cluster)).size;
  if (clusters >= LEAST_CLUSTERS) return [];
  return [{ problem: "all-alike", type, needed: LEAST_CLUSTERS, found: clusters }];
}
