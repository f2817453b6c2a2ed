import fc from "fast-check";
import { expect, test } from "vitest";

import { chanceOf, chances, likeliestLabels } from "./chain";
import { LABELS, labelsOf, mayFollow, OUTSIDE, spansOf } from "./labels";

const numbers = (length: number) =>
  fc
    .array(fc.integer({ min: -40, max: 40 }), { minLength: length, maxLength: length })
    .map((values) => Float32Array.from(values, (value) => value / 10));
const stretch = fc
  .integer({ min: 1, max: 3 })
  .chain((length) => fc.tuple(numbers(length * LABELS), numbers(LABELS * LABELS)));

/** Returns all labellings that are allowed, each with its score. */
function labellings(scores: Float32Array, steps: Float32Array) {
  const length = scores.length / LABELS;
  let all: { labels: number[]; score: number }[] = [{ labels: [], score: 0 }];
  for (let word = 0; word < length; word++)
    all = all.flatMap(({ labels, score }) =>
      Array.from({ length: LABELS }, (_, label) => label)
        .filter((label) => mayFollow(labels.at(-1) ?? OUTSIDE, label))
        .map((label) => ({
          labels: [...labels, label],
          score:
            score +
            (scores[word * LABELS + label] ?? 0) +
            (steps[(labels.at(-1) ?? OUTSIDE) * LABELS + label] ?? 0),
        })),
    );
  return all.filter(({ labels }) => mayFollow(labels.at(-1) ?? OUTSIDE, OUTSIDE));
}

test("the likeliest labels have the best score of all that are allowed", () => {
  fc.assert(
    fc.property(stretch, ([scores, steps]) => {
      const all = labellings(scores, steps);
      const best = Math.max(...all.map(({ score }) => score));
      const found = [...likeliestLabels(scores, steps)].join();
      const own = all.find(({ labels }) => labels.join() === found);
      expect(own?.score).toBeCloseTo(best, 3);
    }),
    { numRuns: 60 },
  );
});

test("the chance of a name is the share of the labellings that have it", () => {
  fc.assert(
    fc.property(stretch, ([scores, steps]) => {
      const all = labellings(scores, steps);
      const labels = likeliestLabels(scores, steps);
      const [name] = spansOf(labels, 0);
      if (!name) return;
      const weight = (each: { score: number }) => Math.exp(each.score);
      const total = all.reduce((sum, each) => sum + weight(each), 0);
      const range = [name.from, name.to] as const;
      const own = labels.slice(...range).join();
      const right = all
        .filter((each) => each.labels.slice(...range).join() === own)
        .reduce((sum, each) => sum + weight(each), 0);
      const found = chanceOf(chances(scores, steps), scores, steps, labels, range);
      expect(found).toBeCloseTo(right / total, 4);
    }),
    { numRuns: 60 },
  );
});

test("names become labels and the labels become the same names", () => {
  const names = [
    { kind: "person", from: 3, to: 5 },
    { kind: "place", from: 5, to: 6 },
    { kind: "organisation", from: 7, to: 10 },
  ] as const;
  expect(spansOf(labelsOf(names, 3, 10), 3)).toEqual(names);
});
