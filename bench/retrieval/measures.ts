/** The measures of a list of ids, the best first, against the grades that a query wants. */
export type Measures = { ndcg: number; hit: number; recall: number; reciprocal: number };

const CUT = 10;

export function measuresOf(ids: readonly string[], wanted: ReadonlyMap<string, number>): Measures {
  const shown = ids.slice(0, CUT);
  const ideal = discounted([...wanted.values()].sort((a, b) => b - a).slice(0, CUT));
  const first = shown.findIndex((id) => (wanted.get(id) ?? 0) > 0);
  const all = [...wanted.values()].filter((grade) => grade > 0).length;
  return {
    ndcg: ideal === 0 ? 0 : discounted(shown.map((id) => wanted.get(id) ?? 0)) / ideal,
    hit: first === 0 ? 1 : 0,
    recall:
      all === 0 ? 0 : shown.filter((id) => (wanted.get(id) ?? 0) > 0).length / Math.min(all, CUT),
    reciprocal: first < 0 ? 0 : 1 / (first + 1),
  };
}

function discounted(grades: readonly number[]): number {
  return grades.reduce((sum, grade, rank) => sum + grade / Math.log2(rank + 2), 0);
}

export function meanOf(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
