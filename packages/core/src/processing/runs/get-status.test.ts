import { expect, test } from "vitest";

import { etaSeconds } from "./get-status";

const now = new Date("2026-01-01T00:00:10Z");
const usual = [
  { name: "read", durationMs: 20_000 },
  { name: "understood", durationMs: 5_000 },
  { name: "indexed", durationMs: 1_000 },
];
const read = (state: string) => ({
  name: "read",
  state,
  startedAt: new Date("2026-01-01T00:00:00Z"),
});

test("it counts what is left of the stage being worked on and all of those to come", () => {
  expect(etaSeconds([read("running")], usual, now)).toBe(16);
});

test("it leaves out what is done", () => {
  expect(etaSeconds([read("finished")], usual, now)).toBe(6);
});

test("it does not guess about a stage that was never seen to end", () => {
  expect(etaSeconds([], usual.slice(1), now)).toBeNull();
});
