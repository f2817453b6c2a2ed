import { expect, test } from "vitest";

import { waitingParts } from "./waiting-parts";

const at = new Date("2026-11-22T20:40:11.123Z");

test("a moment of the next try is told apart from why", () => {
  expect(waitingParts(`Retrying 2/5 at ${at.toISOString()}: the model said 429`)).toEqual([
    { kind: "words", text: "Retrying 2/5 " },
    { kind: "at", at },
    { kind: "words", text: ": the model said 429" },
  ]);
});

test("a moment to wait until, and a workspace, are found", () => {
  const id = `ws_${"a".repeat(32)}`;

  expect(waitingParts(`Waiting for the event x/y until ${at.toISOString()}`).at(-1)).toEqual({
    kind: "until",
    at,
  });
  expect(waitingParts(`Number 3 of 5 behind the limit of workspace ${id}`).at(-1)).toEqual({
    kind: "workspace",
    id,
  });
});

test("a sentence without either stays whole", () => {
  expect(waitingParts("Waiting for a free worker")).toEqual([
    { kind: "words", text: "Waiting for a free worker" },
  ]);
});
