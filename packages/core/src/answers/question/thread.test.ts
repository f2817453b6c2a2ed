import { expect, test } from "vitest";
import { joinedTo, threadOf, withNames } from "./thread";

const now = new Date("2026-11-30T00:00:00Z");
const turn = (question: string, ...documentIds: string[]) => ({ question, documentIds });

test.each([
  ["How many ducks were there in 2020?", "and in 2024?", "How many ducks were there in 2024?"],
  [
    "Wie hoch war der Umsatz im ersten Quartal 2025?",
    "Und 2024?",
    "Wie hoch war der Umsatz im 2024?",
  ],
  [
    "Combien de factures en mars 2025 ?",
    "Et en avril 2025 ?",
    "Combien de factures en avril 2025 ?",
  ],
  ["What is the deposit?", "and the rent?", "What is the deposit the rent?"],
  ["Who patented the typewriter?", "when?", "when patented the typewriter?"],
  ["Quand finit le bail ?", "pourquoi ?", "pourquoi finit le bail ?"],
  ["Who signed the lease?", "Which law governs the contract?", "Which law governs the contract?"],
])("after %s, %s asks %s", (before, said, expected) => {
  expect(joinedTo(before, said, now)).toBe(expected);
});

test("a thread keeps its question over several turns, and its documents over one that was declined", () => {
  const thread = threadOf(
    [
      turn("How many ducks were there in 2020?", "doc_1"),
      turn("and in 2024?", "doc_1"),
      turn("and in 2018?"),
    ],
    now,
  );
  expect(thread).toEqual({
    question: "How many ducks were there in 2018?",
    opening: "How many ducks were there in 2020?",
    documentIds: ["doc_1"],
    named: ["doc_1"],
  });
});

test("another name takes the place of the one before", () => {
  expect(
    withNames("How much is the estimate for Jane Doe?", ["jane", "doe"], "Alex Williams?"),
  ).toBe("How much is the estimate for Alex Williams?");
  expect(withNames("How much is it?", [], "Alex Williams?")).toBe("How much is it Alex Williams?");
});
