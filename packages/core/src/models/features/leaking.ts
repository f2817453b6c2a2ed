import type { FeatureValue } from "./feature";

/** A labelled document by its features. Documents of one group (a sender, near-duplicates) are never on both sides of a split. */
export type LabelledValues = {
  label: string;
  group: number;
  values: Readonly<Record<string, FeatureValue>>;
};

/** A feature that knows the label: how often a small model is right by it alone, with it among all, and with all but it. */
export type Leak = { name: string; alone: number; withIt: number; without: number };

/** Hardly anything that is known of a document before it is labelled tells its class alone so often. */
const MOST_ALONE = 0.9;
/** One feature among many does not add so much. */
const MOST_GAIN = 0.15;
const FOLDS = 5;

/**
 * Trains a small model with and without each feature, and returns the features that leak. Their values are known only after the label, or are the
 * label. The model is a naive Bayes on values and on ten steps of numbers. A missing value is a value.
 */
export function leakingFeatures(documents: readonly LabelledValues[]): Leak[] {
  const names = [...new Set(documents.flatMap(({ values }) => Object.keys(values)))];
  const binned = new Map(
    names.map((name) => [name, binsOf(documents.map(({ values }) => values[name] ?? null))]),
  );
  const withAll = accuracyOf(documents, names, binned);
  return names.flatMap((name) => {
    const alone = accuracyOf(documents, [name], binned);
    const without = accuracyOf(
      documents,
      names.filter((each) => each !== name),
      binned,
    );
    const isLeak = alone >= MOST_ALONE || (withAll - without >= MOST_GAIN && alone > without);
    return isLeak ? [{ name, alone, withIt: withAll, without }] : [];
  });
}

const STEPS = 10;

/** Words are their own bins; numbers fall into steps with as many documents each. */
function binsOf(values: readonly FeatureValue[]): string[] {
  const numbers = values
    .filter((value): value is number => typeof value === "number")
    .sort((a, b) => a - b);
  const edges = Array.from(
    { length: STEPS - 1 },
    (_, at) => numbers[Math.floor(((at + 1) * numbers.length) / STEPS)] ?? 0,
  );
  return values.map((value) => {
    if (value === null) return "none";
    if (typeof value === "string") return `word ${value}`;
    return `step ${edges.filter((edge) => value >= edge).length}`;
  });
}

function accuracyOf(
  documents: readonly LabelledValues[],
  names: readonly string[],
  binned: ReadonlyMap<string, readonly string[]>,
): number {
  let right = 0;
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const isHeld = (at: number) => (documents[at]?.group ?? 0) % FOLDS === fold;
    const say = train(documents, names, { binned, isHeld });
    for (const [at, { label }] of documents.entries())
      if (isHeld(at) && say(at) === label) right += 1;
  }
  return right / Math.max(1, documents.length);
}

type Split = { binned: ReadonlyMap<string, readonly string[]>; isHeld: (at: number) => boolean };

/** Counts labels and bins of the documents that are not held back, and returns what says a label by them. */
function train(
  documents: readonly LabelledValues[],
  names: readonly string[],
  { binned, isHeld }: Split,
) {
  const labels = new Map<string, number>();
  const counts = new Map<string, number>();
  for (const [at, { label }] of documents.entries()) {
    if (isHeld(at)) continue;
    labels.set(label, (labels.get(label) ?? 0) + 1);
    for (const name of names) {
      const key = `${label}\n${name}\n${binned.get(name)?.[at]}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return (at: number): string | null => {
    let [best, most] = [null as string | null, Number.NEGATIVE_INFINITY];
    for (const [label, count] of labels) {
      let score = Math.log(count);
      for (const name of names) {
        const seen = counts.get(`${label}\n${name}\n${binned.get(name)?.[at]}`) ?? 0;
        score += Math.log((seen + 0.5) / (count + 0.5 * STEPS));
      }
      if (score > most) [best, most] = [label, score];
    }
    return best;
  };
}
