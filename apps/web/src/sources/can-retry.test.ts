import { expect, test } from "vitest";

import { canRetry } from "./can-retry";

test.each([
  ["failed", "forbidden", true],
  ["failed", "CORRUPT", true],
  ["failed", null, true],
  ["skipped", "no-download-right", true],
  ["skipped", "shortcut", false],
  ["skipped", "private-event", false],
  ["left-out", "rule", false],
  ["ready", null, false],
])("offers another try where one can help: %s for %s", (state, reason, isOffered) => {
  expect(canRetry({ state, reason })).toBe(isOffered);
});
