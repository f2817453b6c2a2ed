import { expect, test } from "vitest";
import { type CitedPoint, composePoints } from "./compose-points";

const decision: CitedPoint = {
  text: "We stay in Hamburg.",
  who: "Ben Cole",
  isMine: false,
  content: "",
  day: "2026-03-03",
  due: null,
  state: "reopened",
  isConfirmed: true,
  documentId: "doc_1",
  title: "Weekly",
  evidence: null,
  against: {
    documentId: "doc_2",
    title: "Board",
    quote: "We do not stay.",
    span: [0, 15],
    decisionId: null,
    reason: "opposite",
  },
  sources: [1],
  contrary: [2],
};

test("a reopened decision is told with the words against it, or without them to who may not see them", () => {
  expect(composePoints("decisions", [decision], 0, "en")).toBe(
    "3 March 2026, Ben Cole: We stay in Hamburg [1]; reopened, since “Board” says “We do not stay” [2].",
  );
  const hidden = { ...decision, against: null, contrary: [] };
  expect(composePoints("decisions", [hidden], 0, "en")).toBe(
    "3 March 2026, Ben Cole: We stay in Hamburg [1]; reopened.",
  );
  expect(composePoints("decisions", [decision], 0, "de")).toContain(
    "wieder offen, denn in „Board“ steht „We do not stay“ [2].",
  );
});

test("an action of nobody, without a day, is said to be so", () => {
  const action = { ...decision, who: null, state: "draft" as const, against: null };
  expect(composePoints("actions", [action], 2, "en")).toBe(
    "Nobody named: We stay in Hamburg [1]; no day named; said on 3 March 2026; not confirmed yet.\n2 more actions are in the list of actions.",
  );
  expect(composePoints("actions", [], 1, "de")).toBe("1 Aufgabe steht in der Liste der Aufgaben.");
  expect(composePoints("decisions", [decision], 1, "de")).toMatch(
    /\n1 weiterer Beschluss steht in der Liste der Beschlüsse\.$/,
  );
});
