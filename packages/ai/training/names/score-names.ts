import { type NamedKind, namedKinds } from "@besunny/document-model/statements/entity-key";

export type NameScore = {
  precision: number;
  recall: number;
  f1: number;
  given: number;
  found: number;
};
type Span = { kind: NamedKind; from: number; to: number };
type Pair = { given: readonly Span[]; found: readonly (Span & { confidence: number })[] };

/** Scores exact spans of exact kinds. */
export function scoreNames(pairs: readonly Pair[]): Record<NamedKind | "all", NameScore> {
  const of = (wanted: readonly NamedKind[]) => count(pairs, wanted);
  return {
    person: of(["person"]),
    organisation: of(["organisation"]),
    place: of(["place"]),
    all: of(namedKinds),
  };
}

/** Returns the pairs with the names that a threshold lets through. */
export function aboveThresholds(
  pairs: readonly Pair[],
  thresholds: Record<string, number>,
): Pair[] {
  return pairs.map(({ given, found }) => ({
    given,
    found: found.filter(({ kind, confidence }) => confidence >= (thresholds[kind] ?? 1)),
  }));
}

/**
 * Returns for each kind the least confidence at which its names reach the wanted precision. None is under 0.5 or so high that less than the wanted share
 * of the right names is kept.
 */
export function chooseThresholds(
  pairs: readonly Pair[],
  { precision, kept }: { precision: number; kept: number },
): Record<NamedKind, number> {
  const steps = Array.from({ length: 24 }, (_, step) => (50 + step * 2) / 100);
  const choose = (kind: NamedKind) => {
    const at = (step: number) => count(aboveThresholds(pairs, { [kind]: step }), [kind]);
    const { recall } = at(0);
    const allowed = steps.filter((step) => at(step).recall >= recall * kept);
    return allowed.find((step) => at(step).precision >= precision) ?? allowed.at(-1) ?? 0;
  };
  return { person: choose("person"), organisation: choose("organisation"), place: choose("place") };
}

function count(pairs: readonly Pair[], wanted: readonly NamedKind[]): NameScore {
  let [right, given, found] = [0, 0, 0];
  for (const pair of pairs) {
    const truth = pair.given.filter(({ kind }) => wanted.includes(kind));
    const claims = pair.found.filter(({ kind }) => wanted.includes(kind));
    given += truth.length;
    found += claims.length;
    right += claims.filter((claim) =>
      truth.some(
        ({ kind, from, to }) => kind === claim.kind && from === claim.from && to === claim.to,
      ),
    ).length;
  }
  const precision = right / Math.max(1, found);
  const recall = right / Math.max(1, given);
  const f1 = (2 * precision * recall) / Math.max(1e-9, precision + recall);
  return { precision, recall, f1, given, found };
}
