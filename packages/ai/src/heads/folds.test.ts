import { expect, test } from "vitest";

import { groupedFolds, randomFolds } from "./folds";

const items = Array.from({ length: 60 }, (_, at) => ({
  label: at % 2 === 0 ? "memo" : "bill",
  cluster: `c${Math.floor(at / 4)}`,
}));

test("a cluster is in one fold, and each fold has some of each class", () => {
  const folds = groupedFolds(items, 5, 1);
  for (const cluster of new Set(items.map((item) => item.cluster)))
    expect(new Set(folds.filter((_, at) => items[at]?.cluster === cluster)).size).toBe(1);
  for (const fold of [0, 1, 2, 3, 4])
    for (const label of ["memo", "bill"])
      expect(items.filter((item, at) => folds[at] === fold && item.label === label)).toHaveLength(
        6,
      );
});

test("random folds part clusters; both are the same for the same seed", () => {
  const folds = randomFolds(items, 5, 1);
  expect(new Set(folds.filter((_, at) => items[at]?.cluster === "c0")).size).toBeGreaterThan(1);
  expect(randomFolds(items, 5, 1)).toEqual(folds);
  expect(groupedFolds(items, 5, 3)).toEqual(groupedFolds(items, 5, 3));
});
