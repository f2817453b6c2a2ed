import { describe, expect, test } from "vitest";
import { createDocumentBuilder } from "./document-builder";
import { passagesOf } from "./passages";
import { repeatedLines } from "./repeated-lines";
import { toMarkdown } from "./to-markdown";
import { toPlainText } from "./to-plain-text";

type Lines = { header?: string; footer?: string };

/** A document with a sentence on each page, between its header and its footer. */
function aDocument(pages: Lines[]) {
  const builder = createDocumentBuilder({ format: "pdf", mediaType: "application/pdf" });
  for (const [index, { header, footer }] of pages.entries()) {
    builder.startPage({ kind: "page" });
    if (header) builder.add({ kind: "header", text: header });
    builder.add({ kind: "paragraph", text: `Sentence ${index} of the body.` });
    if (footer) builder.add({ kind: "footer", text: footer });
  }
  return builder.build();
}

function keptOf(pages: Lines[]): string[] {
  const document = aDocument(pages);
  const repeated = repeatedLines(document);
  return document.blocks
    .filter(({ id, kind }) => kind !== "paragraph" && !repeated.has(id))
    .map(({ span }) => document.text.slice(...span));
}

describe("repeatedLines", () => {
  test("keeps a letterhead once, in passages, Markdown and plain text", () => {
    const letterhead = "Quayside Ropes Ltd, VAT GB123456789, invoice QR-88213";
    const document = aDocument([{ header: letterhead }, { header: letterhead }]);
    const texts = [
      passagesOf(document)
        .map(({ text }) => text)
        .join("\n"),
      toMarkdown(document),
      toPlainText(document),
    ];
    for (const text of texts) expect(text.split("QR-88213").length).toBe(2);
  });

  test("keeps every line that differs", () => {
    const headers = ["Invoice QR-88213", "Invoice QR-88214", "Invoice QR-88213", "Annex"];
    expect(keptOf(headers.map((header) => ({ header })))).toEqual([
      "Invoice QR-88213",
      "Invoice QR-88214",
      "Annex",
    ]);
  });

  test("keeps numbers that go up with the pages but are far from them", () => {
    const headers = ["Invoice 1001", "Invoice 1002"];
    expect(keptOf(headers.map((header) => ({ header })))).toEqual(headers);
  });

  test.each([
    ["Page 1 of 3", "Page 2 of 3", "Page 3 of 3"],
    ["Lease | 12", "Lease | 13", "Lease | 14"],
    ["F-1", "F-2", "F-3"],
    ["Preface iii", "Preface iv", "Preface v"],
  ])("takes %s and what follows for one line with a page number", (...footers) => {
    expect(keptOf(footers.map((footer) => ({ footer })))).toEqual(footers.slice(0, 1));
  });

  test("leaves out lone page numbers, and keeps a lone number of another kind", () => {
    expect(keptOf([{ footer: "- 1 -" }, { footer: "2" }])).toEqual([]);
    expect(keptOf([{ footer: "412" }, { footer: "413" }])).toEqual([]);
    expect(keptOf([{ header: "2026" }, {}])).toEqual(["2026"]);
  });
});

describe("numbers that look like page numbers", () => {
  const kept = (...headers: string[]) => keptOf(headers.map((header) => ({ header })));

  test("are kept where a word names what they count, also if they are the page's own number", () => {
    for (const lines of [
      ["Invoice 12", "Invoice 13"],
      ["Rechnung Nr. 1", "Rechnung Nr. 2"],
      ["Facture n° 4 | Acme", "Facture n° 5 | Acme"],
    ])
      expect(kept(...lines)).toEqual(lines);
  });

  test("are kept where they go up with the pages on two of several pages only", () => {
    const lines = ["Boat 12", "Boat 13", "Boat 15"];
    expect(kept(...lines)).toEqual(lines);
  });

  test("are left out where they count the pages, also after the word for number", () => {
    expect(kept("Page No. 1", "Page No. 2")).toEqual(["Page No. 1"]);
    expect(kept("Boat 12", "Boat 13", "Boat 14")).toEqual(["Boat 12"]);
  });
});
