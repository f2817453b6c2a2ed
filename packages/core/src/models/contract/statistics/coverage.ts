import type { Judged } from "./judged";

/** The share of documents that would be answered from a confidence on, and how many of these answers are right. */
export type CoveragePoint = { threshold: number; coverage: number; precision: number };

/** Returns a point for each confidence that occurs, from the surest on. Documents without an answer are never covered. */
export function coverageCurve(
  judged: readonly Pick<Judged, "label" | "likeliest" | "confidence">[],
): CoveragePoint[] {
  const surest = judged
    .filter(({ likeliest }) => likeliest !== null)
    .toSorted((a, b) => b.confidence - a.confidence);
  const points: CoveragePoint[] = [];
  let right = 0;
  for (const [index, { label, likeliest, confidence }] of surest.entries()) {
    if (likeliest === label) right += 1;
    // Documents with the same confidence are covered together.
    if (surest[index + 1]?.confidence === confidence) continue;
    points.push({
      threshold: confidence,
      coverage: (index + 1) / judged.length,
      precision: right / (index + 1),
    });
  }
  return points;
}

/** Returns the point with the most documents at which the precision is still reached; null if it never is. */
export function coverageAt(
  curve: readonly CoveragePoint[],
  precision: number,
): CoveragePoint | null {
  return curve.findLast((point) => point.precision >= precision) ?? null;
}
