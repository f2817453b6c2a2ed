/**
 * The confidence from which the shipped model's types are reliable; a test compares it with the model. A document below it is to be
 * reviewed.
 */
export const LEAST_SURE = 0.73;

/** A candidate less likely than this tells a person nothing. */
export const LEAST_LIKELY = 0.05;

/** Returns the candidates that are worth showing, the likeliest first. */
export function worthShowing<Candidate extends { confidence: number }>(
  candidates: readonly Candidate[],
): Candidate[] {
  return candidates
    .filter(({ confidence }) => confidence >= LEAST_LIKELY)
    .sort((one, other) => other.confidence - one.confidence);
}
