import { expect, test } from "vitest";

import { keptSteps } from "../test/steps";
import { syncPages } from "./sync-index-range";

/** Pages of two documents each, numbered from 1 to 6. */
async function pageOfTwo({ fromSeq }: { fromSeq: number }) {
  return { next: fromSeq + 2 > 6 ? null : fromSeq + 2 };
}

test("it goes through a range page by page, a step for each", async () => {
  const steps = keptSteps();

  expect(await syncPages(steps.call(), pageOfTwo, { fromSeq: 1, toSeq: 6 })).toBeNull();

  expect(steps.done).toEqual(["page 1", "page 2", "page 3"]);
});

test("it goes on behind the pages that a dead worker has ended", async () => {
  const steps = keptSteps();
  const range = { fromSeq: 1, toSeq: 6 };
  await expect(syncPages(steps.call({ dieAfter: 2 }), pageOfTwo, range)).rejects.toThrow("killed");

  await syncPages(steps.call(), pageOfTwo, range);

  expect(steps.done).toEqual(["page 1", "page 2", "page 3"]);
});

test("it hands over what is left after so many pages", async () => {
  const left = await syncPages(keptSteps().call(), pageOfTwo, { fromSeq: 1, toSeq: 6 }, 2);

  expect(left).toEqual({ fromSeq: 5, toSeq: 6 });
});
