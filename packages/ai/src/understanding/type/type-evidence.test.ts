import { expect, test } from "vitest";
import { findConcepts } from "./lexicon/find-concepts";
import { typeEvidence } from "./type-evidence";
import { shippedTypeModel } from "./type-model";

const model = shippedTypeModel();

function evidence(type: string, text: string): string[] {
  return typeEvidence(type, findConcepts({ text, blocks: [] }), { text }, model).map((span) =>
    text.slice(...span),
  );
}

test("a bill is known by its title and its labels", () => {
  const words = evidence(
    "invoice",
    "INVOICE\nInvoice No: 4711\nBill to: Harbour Foods Ltd\n\nConsulting 12 h\nAmount due: 1,240.00",
  );
  expect(words.join(" ").toLowerCase()).toContain("invoice");
  expect(words.length).toBeLessThanOrEqual(3);
});

test("no words are shown twice, and no short word that means nothing", () => {
  const text =
    "From: Anna\nTo: Ben\nDate: 3 May\nBest\n\nNo. a Data: FROM: From:\nMEMORANDUM\nMemorandum";
  for (const type of model.types) {
    const words = evidence(type, text).map((each) => each.toLowerCase());
    expect(new Set(words).size).toBe(words.length);
    for (const each of words) expect(each.length).toBeGreaterThan(2);
  }
});

test("words that speak for another type are no evidence", () => {
  const bill = "INVOICE\nInvoice No: 4711\nAmount due: 1,240.00";
  expect(evidence("letter", bill)).not.toContain("Invoice No");
  expect(evidence("letter", bill)).not.toContain("Amount due");
  expect(evidence("a type of a workspace", bill)).toEqual([]);
});
