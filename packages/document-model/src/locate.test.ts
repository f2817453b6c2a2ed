import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anArbitraryDocument } from "../test/an-arbitrary-document";
import { createDocumentBuilder } from "./document-builder";
import { locate, quoteAt } from "./locate";
import type { ParsedDocument, Span } from "./parsed-document";

const spanOf = ({ text }: ParsedDocument, quote: string): Span => {
  const start = text.indexOf(quote);
  return [start, start + quote.length];
};

describe("locate", () => {
  test("marks one box a line on a page", () => {
    const builder = createDocumentBuilder({ format: "pdf", mediaType: "application/pdf" });
    builder.startPage({ kind: "page", width: 600, height: 800 });
    builder.add({
      kind: "paragraph",
      text: "rent is due",
      words: [
        [0, 4, 400, 100, 40, 10],
        [5, 7, 444, 101, 20, 10],
        [8, 11, 50, 112, 30, 10],
      ],
    });
    const document = builder.build();
    expect(locate(document, spanOf(document, "rent is due"))).toEqual({
      page: 1,
      boxes: [
        [400, 100, 64, 11],
        [50, 112, 30, 10],
      ],
    });
    expect(locate(document, spanOf(document, "is"))).toEqual({
      page: 1,
      boxes: [[444, 101, 20, 10]],
    });
  });

  test("names the sheet and the cells that were hit", () => {
    const builder = createDocumentBuilder({ format: "xlsx", mediaType: "application/x" });
    builder.startPage({ kind: "sheet", label: "Costs" });
    builder.addTable({
      range: "AA10:AB11",
      cells: [
        { text: "Rent", row: 0, column: 0 },
        { text: "1,200", row: 0, column: 1 },
        { text: "Heat", row: 1, column: 0 },
      ],
    });
    const document = builder.build();
    expect(locate(document, spanOf(document, "1,200"))).toEqual({ sheet: "Costs", range: "AB10" });
    expect(locate(document, spanOf(document, "Rent\t1,200\nHeat"))).toEqual({
      sheet: "Costs",
      range: "AA10:AB11",
    });
  });

  test("names the slide and block, or the block alone where a document flows", () => {
    for (const [kind, expected] of [
      ["slide", { slide: 2, block: "b2" }],
      ["flow", { block: "b2", page: 2 }],
    ] as const) {
      const builder = createDocumentBuilder({ format: "pptx", mediaType: "application/x" });
      builder.startPage({ kind });
      builder.add({ kind: "paragraph", text: "first" });
      builder.startPage({ kind });
      builder.add({ kind: "paragraph", text: "second" });
      const document = builder.build();
      expect(locate(document, spanOf(document, "second"))).toEqual(expected);
    }
  });

  test("finds a place for any span, and the quote there is the text itself", () => {
    fc.assert(
      fc.property(anArbitraryDocument, fc.nat(), fc.nat(50), (document, from, length) => {
        const start = from % (document.text.length + 1);
        const span: Span = [start, Math.min(document.text.length, start + length)];
        expect(locate(document, span)).toBeTypeOf("object");
        expect(quoteAt(document, span)).toBe(document.text.slice(...span));
      }),
    );
  });
});
