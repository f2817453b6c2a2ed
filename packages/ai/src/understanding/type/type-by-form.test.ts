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

test("the words decide what a page or a text is", () => {
  expect(formed("pdf", text.length)).toBeNull();
  expect(formed("docx", text.length)).toBeNull();
});
