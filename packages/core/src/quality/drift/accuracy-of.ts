type Said = { type: string | null; confidence: number | null; label: string | null };

/**
 * Returns the accuracy that is expected without labels: the mean calibrated confidence of the types that the model said. Also returns the
 * share of people's labels that agree with the model. People label what they look at, so the second is of those documents alone.
 */
export function accuracyOf(documents: readonly Said[]) {
  const typed = documents.flatMap(({ type, confidence }) =>
    type !== null && confidence !== null ? [confidence] : [],
  );
  const labelled = documents.filter(({ type, label }) => type !== null && label !== null);
  return {
    estimatedAccuracy: meanOf(typed),
    estimatedOn: typed.length,
    labelledAccuracy: meanOf(labelled.map(({ type, label }) => Number(type === label))),
    labelled: labelled.length,
  };
}

function meanOf(values: readonly number[]): number | null {
  return values.length > 0 ? values.reduce((sum, value) => sum + value, 0) / values.length : null;
}
