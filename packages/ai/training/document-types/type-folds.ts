import type { TypeDefinition } from "../../src/ai";
import { withForm } from "../../src/understanding/type/type-by-form";
import { typeLogit } from "../../src/understanding/type/type-logit";
import { softmax } from "../../src/understanding/vectors";
import type { Outcome } from "../calibration";
import { type FittedTypes, fitTypes } from "./fit-types";
import type { TypeCase } from "./type-cases";

/** The scores of a document by a model that has seen nothing of its source. */
export type Unseen = { logits: number[]; right: number; of: TypeCase };

export const isWritten = (source: string) => source.startsWith("by hand") || source === "own";

/** Deals whole sources to folds, the largest first, each to the fold that has least. */
export function foldsOf(
  cases: readonly Pick<TypeCase, "source">[],
  count: number,
): Map<string, number> {
  const sizes = [...Map.groupBy(cases, ({ source }) => source)]
    .map(([source, own]) => ({ source, size: own.length }))
    .sort((a, b) => b.size - a.size || (a.source < b.source ? -1 : 1));
  const loads = new Array<number>(count).fill(0);
  const folds = new Map<string, number>();
  for (const { source, size } of sizes) {
    const fold = loads.indexOf(Math.min(...loads));
    loads[fold] = (loads[fold] ?? 0) + size;
    folds.set(source, fold);
  }
  return folds;
}

/** Scores the cases of each fold by a model that is fitted on all others. Sources in no fold are always learned from. */
export function scoreUnseen(
  cases: readonly TypeCase[],
  folds: ReadonlyMap<string, number>,
  taxonomy: readonly TypeDefinition[],
): Unseen[] {
  return [...new Set(folds.values())].flatMap((fold) => {
    const model = fitTypes(
      cases.filter(({ source }) => folds.get(source) !== fold),
      taxonomy,
    );
    return cases
      .filter(({ source, isVariant }) => folds.get(source) === fold && !isVariant)
      .map((of) => ({ logits: logitsOf(model, of), right: model.types.indexOf(of.type), of }));
  });
}

function logitsOf(model: FittedTypes, { features, likeness, certainty }: TypeCase): number[] {
  return model.types.map(
    (name, index) => certainty * typeLogit(model, features, name, likeness[index] ?? 0),
  );
}

/** Returns what the product would say, and if it is right. */
export function outcome(
  { logits, right, of }: Unseen,
  temperature: number,
  types: readonly string[],
): Outcome & { guess: string } {
  const candidates = withForm(
    softmax(logits.map((logit) => logit / temperature)).map((confidence, index) => ({
      name: types[index] ?? "",
      confidence,
    })),
    of.decided,
  );
  const best = candidates.reduce((a, b) => (b.confidence > a.confidence ? b : a));
  return { confidence: best.confidence, isRight: best.name === types[right], guess: best.name };
}
