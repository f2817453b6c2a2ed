import { expect, test } from "vitest";
import { typeCues } from "./type-cues";

const cuesOf = (format: string) => [
  ...typeCues({
    title: "",
    fileName: "",
    format,
    text: "Agenda\nNext steps",
    blocks: [],
    pageCount: 1,
    metadata: {},
  }),
];

test.each([
  ["keynote", "pptx"],
  ["numbers", "xlsx"],
  ["pst", "msg"],
  ["mbox", "eml"],
  ["pages", "docx"],
  ["xps", "pdf"],
])("a file of the format %s is seen as one of %s", (format, like) => {
  expect(cuesOf(format)).toEqual(cuesOf(like));
});
