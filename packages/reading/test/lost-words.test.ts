import { createDocumentBuilder } from "@besunny/document-model/document-builder";
import type { ParsedDocument } from "@besunny/document-model/parsed-document";
import { expect, test } from "vitest";
import { lostWords } from "./lost-words";

/** A document whose passages lack its running lines on all pages but the first. */
function aDocument(footers: string[]): ParsedDocument {
  const builder = createDocumentBuilder({ format: "pdf", mediaType: "application/pdf" });
  for (const [index, text] of footers.entries()) {
    builder.startPage({ kind: "page" });
    builder.add({ kind: "paragraph", text: `Sentence ${"abcdefg"[index]} of the body.` });
    builder.add({ kind: "footer", text });
  }
  return builder.build();
}

test("numbers of running lines that count the pages are not lost", () => {
  expect(lostWords(aDocument(["1", "2", "3"]))).toEqual([]);
  expect(lostWords(aDocument(["Lease | ii", "Lease | iii", "Lease | iv"]))).toEqual([]);
  expect(lostWords(aDocument(["Page 1 of 3", "Page 2 of 3", "Page 3 of 3"]))).toEqual([]);
});

test("a number is lost that is in no passage and counts no page", () => {
  const document = aDocument(["Lease", "Lease"]);
  document.text += " 1234 iv";
  expect(lostWords(document)).toEqual(["1234", "iv"]);
});
