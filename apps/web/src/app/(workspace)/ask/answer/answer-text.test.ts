import { expect, test } from "vitest";

import { paragraphsOf } from "./answer-text";

test("it turns markers into citations, so that a claim can be followed to its words", () => {
  expect(paragraphsOf("On 31 December 2027 [1], unless notice is given [2].")).toEqual([
    [
      { kind: "text", text: "On 31 December 2027 " },
      { kind: "citation", n: 1 },
      { kind: "text", text: ", unless notice is given " },
      { kind: "citation", n: 2 },
      { kind: "text", text: "." },
    ],
  ]);
});

test("it does not flash half a marker while the answer is being written", () => {
  expect(paragraphsOf("It ends in 2027 [1")).toEqual([
    [{ kind: "text", text: "It ends in 2027 " }],
  ]);
});

test("it keeps paragraphs apart and drops empty ones", () => {
  expect(paragraphsOf("One.\n\n\n\nTwo.")).toHaveLength(2);
});
