import { expect, test } from "vitest";

import { shownStateOf } from "./source-state";

const now = new Date("2026-01-31T09:30:00Z");
const quiet = {
  state: "live",
  phase: "idle",
  blockedUntil: null,
  counts: { waiting: 0, processing: 0 },
} as const;

test("a source that waits for a person says so before all else", () => {
  const until = new Date("2026-01-31T10:00:00Z");
  expect(shownStateOf({ ...quiet, state: "asking", blockedUntil: until }, now)).toBe("asking");
  expect(shownStateOf({ ...quiet, state: "stopped", phase: "listing" }, now)).toBe("stopped");
  expect(shownStateOf({ ...quiet, state: "paused" }, now)).toBe("paused");
});

test("a provider that asked for a pause holds it back until then, and no longer", () => {
  expect(shownStateOf({ ...quiet, blockedUntil: new Date(now.getTime() + 1) }, now)).toBe(
    "heldBack",
  );
  expect(shownStateOf({ ...quiet, blockedUntil: now }, now)).toBe("live");
});

test("it is up to date when nothing is on the way", () => {
  expect(shownStateOf({ ...quiet, state: "listing" }, now)).toBe("listing");
  expect(shownStateOf({ ...quiet, phase: "listing" }, now)).toBe("listing");
  expect(shownStateOf({ ...quiet, state: "listing", phase: "catching-up" }, now)).toBe(
    "catchingUp",
  );
  expect(shownStateOf({ ...quiet, counts: { waiting: 0, processing: 1 } }, now)).toBe("fetching");
  expect(shownStateOf({ ...quiet, counts: { waiting: 1, processing: 0 } }, now)).toBe("fetching");
  expect(shownStateOf(quiet, now)).toBe("live");
});
