import { expect, test } from "vitest";

import { narrowed } from "./contract";

test.each([
  ["retry", undefined, ["failed", "cancelled"]],
  ["retry", ["failed", "completed", "running"], ["failed"]],
  ["replay", [], ["completed", "failed", "cancelled"]],
  ["cancel", ["sleeping", "failed"], ["sleeping"]],
] as const)("%s of runs that are %s takes those that are %s", (kind, asked, states) => {
  const filter = { functionId: "f", ...(asked && { states: [...asked] }) };

  expect(narrowed(kind, filter)).toEqual({ functionId: "f", states });
});

test("what can be done to none of them takes none, rather than all", () => {
  expect(narrowed("retry", { states: ["completed"] })).toBeNull();
  expect(narrowed("cancel", { states: ["failed", "cancelled"] })).toBeNull();
});
