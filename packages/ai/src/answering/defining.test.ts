import { describe, expect, test } from "vitest";

import { isDefining, termToDefine } from "./defining";

describe("termToDefine", () => {
  test.each([
    ["What is personal data?", "personal data"],
    ["What does “Net Sales” mean?", "Net Sales"],
    ["Define force majeure", "force majeure"],
    ["What is a controller?", "controller"],
  ])("%s", (question, term) => {
    expect(termToDefine(question)).toBe(term);
  });

  test("finds none in questions about a thing", () => {
    expect(termToDefine("How much is the rent?")).toBeNull();
    expect(
      termToDefine("What is the name of the person who signed the lease of the office?"),
    ).toBeNull();
  });
});

describe("isDefining", () => {
  test("knows a sentence that defines the term from one that uses it", () => {
    expect(isDefining('"Net Sales" means all sums received.', "net sales")).toBe(true);
    expect(isDefining("A royalty is due on Net Sales.", "net sales")).toBe(false);
  });
});
