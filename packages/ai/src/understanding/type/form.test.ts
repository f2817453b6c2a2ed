import { expect, test } from "vitest";
import type { DocumentInput } from "../../ai";
import { formFeatures, formNames } from "./form";

function form(given: Partial<DocumentInput>): Record<string, number> {
  const document = {
    title: "",
    fileName: "",
    format: "pdf",
    text: "",
    blocks: [],
    pageCount: 1,
    metadata: {},
    ...given,
  };
  const values = formFeatures(document);
  return Object.fromEntries(formNames.map((name, index) => [name, values[index] ?? Number.NaN]));
}

test("every feature is a number from 0 to 1, also of an empty document", () => {
  for (const document of [{}, { text: "a\n".repeat(50_000), pageCount: 4_000 }])
    for (const value of Object.values(form(document))) {
      expect(value).toBeGreaterThanOrEqual(0);
      expect(value).toBeLessThanOrEqual(1);
    }
});

test("slides that were printed are known by their wide pages", () => {
  expect(form({ pages: [{ width: 16, height: 9 }] }).landscape).toBe(1);
  expect(form({ pages: [{ width: 210, height: 297 }] }).landscape).toBe(0);
});

test("a conversation is known by its speakers, a form by its blanks", () => {
  expect(form({ text: "Anna: Good morning.\nBen: Hello." }).speakers).toBe(1);
  expect(form({ text: "Name: ______\nDate: ______" })["empty labels"]).toBe(1);
});
