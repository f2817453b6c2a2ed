import { Definition } from "@besunny/rules/definition";
import { expect, test } from "vitest";

import { emptyParts } from "./empty-parts";
import { anApproval } from "./new-step";

const whole: Definition = {
  schema: 1,
  trigger: { kind: "document.ready" },
  when: { cel: "true" },
  start: "ask",
  nodes: [
    { ...anApproval("ask", "Pay?"), yes: "check", no: null },
    { id: "check", kind: "if", when: { cel: "true" }, yes: null, no: null },
  ],
};
const empty: Definition = {
  ...whole,
  when: { cel: "" },
  nodes: [
    { ...anApproval("ask", ""), yes: "check", no: "choose" },
    { id: "check", kind: "if", when: { cel: "" }, yes: null, no: null },
    {
      id: "choose",
      kind: "branch",
      cases: [{ label: "", when: { cel: "" }, next: null }],
      otherwise: null,
    },
  ],
};

test("every part that the server would refuse is found, each at its place", () => {
  const refused = Definition.safeParse(empty).error?.issues ?? [];
  const found = emptyParts(empty).map(({ path }) => path.join("."));
  expect(found).toHaveLength(4);
  // A condition is one of two shapes, so the server says no more of it than where it is.
  const places = refused.map(({ path }) => path.join("."));
  expect(places.every((place) => found.some((each) => each.startsWith(place)))).toBe(true);
  expect(found.every((each) => places.some((place) => each.startsWith(place)))).toBe(true);
});

test("what the server takes is not marked", () => {
  expect(Definition.safeParse(whole).success).toBe(true);
  expect(emptyParts(whole)).toEqual([]);
});
