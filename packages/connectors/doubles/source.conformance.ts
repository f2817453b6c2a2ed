import { afterEach, beforeEach, describe, test } from "vitest";

import type { Bench } from "./kit/bench";
import { changesCases } from "./kit/changes.conformance";
import { failuresCases } from "./kit/failures.conformance";
import { fetchingCases } from "./kit/fetching.conformance";
import { jsonCases, listingCases } from "./kit/listing.conformance";

const cases = { ...listingCases, ...changesCases, ...failuresCases, ...fetchingCases };
export type CaseName = keyof typeof cases;

/**
 * Holds an adapter to what every source must do. `start` returns a source whose root is empty, at a double of its own. A case
 * that the provider cannot have is named in `cannot`, with the reason.
 */
export function describeSource({
  name,
  start,
  cannot = {},
  isJson = false,
}: {
  name: string;
  start: () => Promise<Bench>;
  cannot?: Partial<Record<CaseName, string>>;
  /** True: its pages are JSON, and may be JSON of another kind. */
  isJson?: boolean;
}): void {
  describe(`${name} as a source`, () => {
    let bench: Bench;
    beforeEach(async () => {
      bench = await start();
    });
    afterEach(() => bench.doubles.close());

    for (const [title, run] of Object.entries({ ...cases, ...(isJson && jsonCases) })) {
      const reason = cannot[title as CaseName];
      if (reason) test.skip(`${title} (${reason})`, () => {});
      else test(title, () => run(bench));
    }
  });
}
