import type { Judged } from "./judged";

/** The scores of one class. `precision` is null if it was never said, `recall` if no document has it. */
export type ClassScore = {
  name: string;
  documents: number;
  said: number;
  right: number;
  precision: number | null;
  recall: number | null;
  f1: number;
};

/** Returns the scores of each class that a label or an answer names, in the order of their names. */
export function classScores(judged: readonly Pick<Judged, "label" | "said">[]): ClassScore[] {
  const names = new Set(judged.flatMap(({ label, said }) => (said ? [label, said] : [label])));
  return [...names].toSorted().map((name) => {
    const documents = judged.filter(({ label }) => label === name).length;
    const said = judged.filter((each) => each.said === name).length;
    const right = judged.filter((each) => each.said === name && each.label === name).length;
    return {
      name,
      documents,
      said,
      right,
      precision: said > 0 ? right / said : null,
      recall: documents > 0 ? right / documents : null,
      f1: (2 * right) / (documents + said),
    };
  });
}

/** Returns the mean F1 of the classes: a rare class counts as much as a common one. Null without documents. */
export function macroF1(scores: readonly ClassScore[]): number | null {
  if (scores.length === 0) return null;
  return scores.reduce((sum, { f1 }) => sum + f1, 0) / scores.length;
}
