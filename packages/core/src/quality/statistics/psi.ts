/** Half a document in every bin, so that an empty one is no infinity. */
const SMOOTH = 0.5;

/**
 * Returns the population stability index of two histograms with the same bins: the sum of (share - reference) · ln(share / reference). Below
 * 0.1 there is little between them, above 0.2 much.
 */
export function psi(counts: ArrayLike<number>, reference: ArrayLike<number>): number {
  const bins = Math.max(counts.length, reference.length);
  const [all, allBefore] = [totalOf(counts, bins), totalOf(reference, bins)];
  let sum = 0;
  for (let bin = 0; bin < bins; bin += 1) {
    const share = ((counts[bin] ?? 0) + SMOOTH) / all;
    const before = ((reference[bin] ?? 0) + SMOOTH) / allBefore;
    sum += (share - before) * Math.log(share / before);
  }
  return sum;
}

function totalOf(counts: ArrayLike<number>, bins: number): number {
  let total = SMOOTH * bins;
  for (let bin = 0; bin < bins; bin += 1) total += counts[bin] ?? 0;
  return total;
}
