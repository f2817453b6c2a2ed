import { outOfFoldScores } from "../statistics/ridge-scores";

/** A document with a label. Documents of one group are nearly the same, and never teach about each other. */
export type LabelledVector = { label: string; group: number; vector: Float32Array };

/** A label that looks wrong: other documents say `likely` instead. `margin` is how much more, 0 to 1. */
export type SuspectLabel = { at: number; label: string; likely: string; margin: number };

/** With fewer documents of a class nothing can be said of it. */
export const LEAST_OF_CLASS = 5;

/**
 * Returns the labels that look wrong, the surest first, by confident learning (Northcutt, Jiang and Chuang, 2021). A model that has not seen the
 * document says another class. It is surer of it than of most documents with that label.
 */
export function suspectLabels(documents: readonly LabelledVector[]): SuspectLabel[] {
  const counts = Map.groupBy(documents, ({ label }) => label);
  const classes = [...counts]
    .filter(([, own]) => own.length >= LEAST_OF_CLASS)
    .map(([label]) => label);
  if (classes.length < 2) return [];
  const judged = documents.flatMap(({ label, ...each }, at) => {
    const own = classes.indexOf(label);
    return own < 0 ? [] : [{ ...each, at, own }];
  });
  const scores = outOfFoldScores(
    judged.map(({ vector }) => vector),
    judged.map(({ own }) => own),
    judged.map(({ group }) => group),
    classes.length,
  );
  const usual = classes.map((_, each) => {
    const own = judged.flatMap((document, at) =>
      document.own === each ? [scores[at]?.[each] ?? 0] : [],
    );
    return own.reduce((sum, score) => sum + score, 0) / Math.max(1, own.length);
  });
  return judged
    .flatMap(({ at, own }, place): SuspectLabel[] => {
      const said = scores[place] ?? new Float64Array();
      const likely = said.reduce(
        (best, score, each) => (score > (said[best] ?? 0) ? each : best),
        own,
      );
      if (likely === own || (said[likely] ?? 0) < (usual[likely] ?? 1)) return [];
      return [
        {
          at,
          label: classes[own] ?? "",
          likely: classes[likely] ?? "",
          margin: (said[likely] ?? 0) - (said[own] ?? 0),
        },
      ];
    })
    .sort((one, other) => other.margin - one.margin);
}
