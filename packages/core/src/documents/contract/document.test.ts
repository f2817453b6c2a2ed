import { describe, expect, test } from "vitest";

import { shouldMove, statusWhenIndexed } from "./document";

const aDocument = (status: string) => ({ id: "doc_1", status });

describe("shouldMove", () => {
  test.each([
    ["pending", "processing"],
    ["processing", "ready"],
    ["processing", "failed"],
    ["pending", "cancelled"],
    ["failed", "pending"],
    ["cancelled", "pending"],
    ["ready", "pending"],
  ] as const)("lets a %s document become %s", (from, to) => {
    expect(shouldMove(aDocument(from), to)).toBe(true);
  });

  test("asks for nothing when a retried step finds its work done", () => {
    expect(shouldMove(aDocument("ready"), "ready")).toBe(false);
  });

  test.each([
    ["pending", "ready"],
    ["failed", "ready"],
    ["cancelled", "processing"],
  ] as const)("never turns a %s document %s", (from, to) => {
    expect(() => shouldMove(aDocument(from), to)).toThrow(`cannot become ${to}`);
  });
});

describe("statusWhenIndexed", () => {
  test.each([
    ["a type", { type: "invoice", isTypeCorrected: false }, "ready"],
    ["no type", { type: null, isTypeCorrected: false }, "needs_review"],
    ["a person's word that no type fits", { type: null, isTypeCorrected: true }, "ready"],
  ])("a document with %s is %s", (_, document, status) => {
    expect(statusWhenIndexed(document)).toBe(status);
  });
});
