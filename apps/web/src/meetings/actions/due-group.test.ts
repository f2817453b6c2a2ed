import { expect, test } from "vitest";

import { dueGroupOf } from "./due-group";

test.each([
  [null, "none"],
  ["2026-02-28", "overdue"],
  ["2026-03-01", "today"],
  ["2026-03-02", "week"],
  ["2026-03-07", "week"],
  ["2026-03-08", "later"],
] as const)("on 1 March what is due on %s is %s", (due, group) => {
  expect(dueGroupOf(due, "2026-03-01")).toBe(group);
});
