import { expect, test } from "vitest";
import type { AnswerPassage } from "../ai";
import { ofNamed } from "./of-named";

const passage = (n: number, documentId: string, text: string): AnswerPassage => ({
  n,
  documentId,
  title: `Document ${documentId}`,
  text,
  headingPath: [],
});
const passages = [
  passage(1, "a", "Invoice INV 4410 of Brandt"),
  passage(2, "a", "Payable by 15 March 2026"),
  passage(3, "b", "Invoice INV-0008, payable by 1 May"),
];
const kept = (question: string) => ofNamed(question, passages).map(({ n }) => n);

test("a question with an identifier is for the documents that hold it", () => {
  expect(kept("When is invoice INV-4410 due?")).toEqual([1, 2]);
  expect(kept("When is invoice INV-9999 due?")).toEqual([]);
});

test("a question without one is for all", () => {
  for (const question of [
    "When is the invoice due?",
    "What is due in 2026?",
    "What fell due in Q1?",
    "What is due on the 15th?",
    "Until 15.03.2026?",
  ])
    expect(kept(question), question).toEqual([1, 2, 3]);
});
