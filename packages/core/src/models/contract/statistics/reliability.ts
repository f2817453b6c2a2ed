import type { Judged } from "./judged";

/** The documents with a confidence between two bounds: how sure the model was, and how often it was right. */
export type ReliabilityBin = {
  from: number;
  to: number;
  documents: number;
  confidence: number;
  accuracy: number;
};

const BINS = 10;

/** Returns the documents in ten bins of equal width by the confidence of their likeliest answer. Empty bins are left out. */
export function reliabilityBins(
  judged: readonly Pick<Judged, "label" | "likeliest" | "confidence">[],
): ReliabilityBin[] {
  const withAnswer = judged.filter(({ likeliest }) => likeliest !== null);
  const byBin = Map.groupBy(withAnswer, ({ confidence }) =>
    Math.min(BINS - 1, Math.floor(confidence * BINS)),
  );
  return [...byBin]
    .sort(([a], [b]) => a - b)
    .map(([bin, own]) => ({
      from: bin / BINS,
      to: (bin + 1) / BINS,
      documents: own.length,
      confidence: own.reduce((sum, { confidence }) => sum + confidence, 0) / own.length,
      accuracy: own.filter(({ label, likeliest }) => likeliest === label).length / own.length,
    }));
}

/** Returns the expected calibration error: how far confidence and accuracy are apart, weighed by documents. Null without documents. */
export function calibrationError(bins: readonly ReliabilityBin[]): number | null {
  const all = bins.reduce((sum, { documents }) => sum + documents, 0);
  if (all === 0) return null;
  return bins.reduce(
    (sum, { documents, confidence, accuracy }) =>
      sum + (documents / all) * Math.abs(confidence - accuracy),
    0,
  );
}
