import type { Tagged, TaggerModel } from "../src/understanding/entities/tagger";
import { likeliestPath, taggerScores } from "../src/understanding/entities/tagger";
import { features } from "../src/understanding/entities/tagger-features";
import type { NameLabel } from "./conll";
import type { VectoredSentence } from "./vectored";

export type NameScore = {
  precision: number;
  recall: number;
  f1: number;
  given: number;
  found: number;
};
type Run = { kind: NameLabel; from: number; to: number; confidence: number };

/** Scores exact spans of exact kinds, on sentences that are already split into words. */
export function scoreNames(
  sentences: readonly VectoredSentence[],
  model: TaggerModel,
): Record<Tagged["kind"] | "all", NameScore> {
  const scores = taggerScores(model);
  const pairs = sentences.map(({ words, vectors, labels }) => ({
    given: runs(labels.map((kind) => ({ kind, confidence: 1 }))),
    found: runs(
      likeliestPath(
        features(words).map((found, index) => scores(found, vectors[index])),
        model.transitions,
      ).map(({ label, probability }) => ({
        kind: model.labels[label] ?? "none",
        confidence: probability,
      })),
    ).filter(({ kind, confidence }) => confidence >= (model.thresholds[kind] ?? 1)),
  }));
  const of = (wanted: readonly NameLabel[]) => count(pairs, wanted);
  return {
    person: of(["person"]),
    organisation: of(["organisation"]),
    place: of(["place"]),
    all: of(["person", "organisation", "place"]),
  };
}

/** Returns for each kind the least confidence at which the sentences reach the wanted precision, or 0.95 if none does. */
export function chooseThresholds(
  sentences: readonly VectoredSentence[],
  model: TaggerModel,
  precision: number,
): Record<string, number> {
  const steps = Array.from({ length: 20 }, (_, step) => step * 0.05);
  return Object.fromEntries(
    (["person", "organisation", "place"] as const).map((kind) => {
      const fitting = steps.find(
        (threshold) =>
          scoreNames(sentences, { ...model, thresholds: { [kind]: threshold } })[kind].precision >=
          precision,
      );
      return [kind, fitting ?? 0.95];
    }),
  );
}

function count(
  pairs: readonly { given: Run[]; found: Run[] }[],
  wanted: readonly NameLabel[],
): NameScore {
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
  return {
    precision,
    recall,
    f1: (2 * precision * recall) / Math.max(1e-9, precision + recall),
    given,
    found,
  };
}

function runs(path: readonly { kind: NameLabel; confidence: number }[]): Run[] {
  const found: Run[] = [];
  for (const [index, { kind, confidence }] of path.entries()) {
    const open = found.at(-1);
    if (kind === "none") continue;
    if (open?.kind === kind && open.to === index) {
      open.to = index + 1;
      open.confidence = Math.min(open.confidence, confidence);
    } else found.push({ kind, from: index, to: index + 1, confidence });
  }
  return found;
}
