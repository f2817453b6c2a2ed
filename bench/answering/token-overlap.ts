/** The words of an answer as SQuAD compares them: lower case, without signs and articles. */
export function answerWords(text: string): string[] {
  return (
    text
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu)
      ?.filter((word) => !/^(?:a|an|the)$/.test(word)) ?? []
  );
}

/** F1 of the words of a text and of an answer; 1 for two empty ones. */
export function overlapOf(text: string, answer: string): number {
  const [own, wanted] = [answerWords(text), answerWords(answer)];
  if (own.length === 0 || wanted.length === 0) return own.length === wanted.length ? 1 : 0;
  const left = [...wanted];
  let shared = 0;
  for (const word of own) {
    const at = left.indexOf(word);
    if (at < 0) continue;
    left.splice(at, 1);
    shared++;
  }
  if (shared === 0) return 0;
  return (2 * shared) / (own.length + wanted.length);
}

/** The chance that a random answered question has a higher score than a random other one. */
export function areaUnder(answered: readonly number[], other: readonly number[]): number {
  let wins = 0;
  for (const high of answered)
    for (const low of other) wins += high > low ? 1 : high === low ? 0.5 : 0;
  return wins / Math.max(1, answered.length * other.length);
}
