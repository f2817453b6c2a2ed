const MOST_APART = 3;

/** Returns the known name that a wrong one probably means: at most three letters apart. */
export function nearest(wrong: string, known: readonly string[]): string | undefined {
  let best: { name: string; apart: number } | undefined;
  for (const name of known) {
    const apart = distance(wrong, name);
    if (apart <= MOST_APART && (!best || apart < best.apart)) best = { name, apart };
  }
  return best?.name;
}

/** Returns how many letters are added, removed or replaced between two words. */
function distance(one: string, other: string): number {
  if (Math.abs(one.length - other.length) > MOST_APART) return MOST_APART + 1;
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1)
      next.push(
        Math.min(
          (next[j - 1] ?? 0) + 1,
          (row[j] ?? 0) + 1,
          (row[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1),
        ),
      );
    row = next;
  }
  return row[other.length] ?? 0;
}
