import { expect, test } from "vitest";

import { costsIn } from "./run-cost";

test("every cost is found wherever it stands, and nothing else is taken for one", () => {
  const output = {
    costUsd: 0.5,
    parts: [{ costUsd: 0.25 }, { costUsd: "much" }, null],
    cost: { costUsd: 0, usd: 7 },
  };

  expect(costsIn(output)).toEqual([0.5, 0.25, 0]);
  expect(costsIn(null)).toEqual([]);
  expect(costsIn("costUsd")).toEqual([]);
});
