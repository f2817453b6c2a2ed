import { expect, test } from "vitest";
import { typeByForm } from "./type-by-form";

const text = "Invoice 4711: total 20.00";
const formed = (format: string, tableEnd = 0) =>
  typeByForm({ format, text, blocks: [{ kind: "table", page: 1, span: [0, tableEnd] }] });

test.each([
  ["eml", "email"],
  ["msg", "email"],
  ["pptx", "presentation"],
  ["odp", "presentation"],
  ["vtt", "meeting transcript"],
])("a file of the format %s is %s, whatever its words say", (format, type) => {
  expect(formed(format)).toBe(type);
});

test("a sheet is a spreadsheet if most of it is tables", () => {
  expect(formed("xlsx", text.length)).toBe("spreadsheet");
  expect(formed("csv", text.length)).toBe("spreadsheet");
  expect(formed("xlsx", 5)).toBeNull();
});

test("turns of people who speak are a transcript in any format but a mail", () => {
  const spoken = (format: string) => typeByForm({ format, text, blocks: [], isTranscript: true });
  expect(spoken("docx")).toBe("meeting transcript");
  expect(spoken("json")).toBe("meeting transcript");
  expect(spoken("eml")).toBe("email");
});

test("the words decide what a page or a text is", () => {
  expect(formed("pdf", text.length)).toBeNull();
  expect(formed("docx", text.length)).toBeNull();
});
