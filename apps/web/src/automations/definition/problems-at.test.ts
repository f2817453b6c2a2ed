import type { Definition } from "@besunny/rules/definition";
import { expect, test } from "vitest";

import { type Problem, problemOn, problemsOfStep, spotOf } from "./problems-at";

const definition: Definition = {
  schema: 1,
  trigger: { kind: "document.arrived" },
  when: null,
  start: "a",
  nodes: [
    { id: "a", kind: "wait", hours: 1, next: "b" },
    { id: "b", kind: "action", action: "add-tags", input: {}, next: null },
  ],
};
const at = (...path: Problem["path"]): Problem => ({ code: "input", message: "", path });
const problems = [at("trigger", "sourceId"), at("nodes", 1, "input", "tags"), at("nodes")];

test("a problem is found at its step and its field, and nowhere else", () => {
  expect(problemsOfStep(problems, definition, "a")).toEqual([]);
  const ofB = problemsOfStep(problems, definition, "b");
  expect(problemOn(ofB, "input", "tags")).toMatchObject({ path: [] });
  expect(problemOn(ofB, "input", "type")).toBeUndefined();
});

test("each problem has a spot in the editor", () => {
  expect(problems.map((problem) => spotOf(problem, definition))).toEqual([
    "trigger",
    { id: "b" },
    "start",
  ]);
});
