import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anArbitraryDocument } from "../test/an-arbitrary-document";
import { createDocumentBuilder } from "./document-builder";
import { parseDocument } from "./parse-document";

describe("createDocumentBuilder", () => {
  test("joins blocks by an empty line and nothing else, so that every span is true", () => {
    fc.assert(
      fc.property(anArbitraryDocument, ({ text, blocks }) => {
        expect(blocks.map(({ span }) => text.slice(...span)).join("\n\n")).toBe(text);
      }),
    );
  });

  test("gives each cell the span of its own text", () => {
    fc.assert(
      fc.property(anArbitraryDocument, ({ text, blocks }) => {
        for (const { cells = [] } of blocks)
          for (const cell of cells) expect(text.slice(...cell.span)).toBe(cell.text);
      }),
    );
  });

  test("keeps each word at its own letters, within its page", () => {
    fc.assert(
      fc.property(anArbitraryDocument, ({ text, pages }) => {
        for (const { words, span } of pages)
          for (const [start, end] of words) {
            expect(text.slice(start, end)).toMatch(/^[\p{L}\p{N}]+$/u);
            expect(start).toBeGreaterThanOrEqual(span[0]);
            expect(end).toBeLessThanOrEqual(span[1]);
          }
      }),
    );
  });

  test("lets nothing through that a database refuses", () => {
    fc.assert(
      fc.property(anArbitraryDocument, ({ text }) => {
        expect(text.isWellFormed()).toBe(true);
        expect(text).not.toContain("\u0000");
      }),
    );
  });

  test("gives a stated fact the span of its value, moved with the text", () => {
    const builder = createDocumentBuilder({ format: "xml", mediaType: "application/xml" });
    builder.add({ kind: "paragraph", text: "before" });
    const text = "  Seller: Caf\u00ade Nord";
    const facts = [{ name: "supplier", value: "Cafe Nord", element: "/a", start: 10, end: 20 }];
    builder.add({ kind: "paragraph", text, facts });
    const document = builder.build();

    expect(document.facts?.map(({ span }) => span && document.text.slice(...span))).toEqual([
      "Cafe Nord",
    ]);
  });

  test("has no list of facts where none is stated, as in documents of earlier releases", () => {
    const builder = createDocumentBuilder({ format: "text", mediaType: "text/plain" });
    builder.add({ kind: "paragraph", text: "plain" });
    expect("facts" in parseDocument(JSON.stringify(builder.build()))).toBe(false);
  });

  test("keeps a table's rows and columns apart even where a cell holds a line end", () => {
    const builder = createDocumentBuilder({ format: "csv", mediaType: "text/csv" });
    builder.addTable({
      cells: [
        { text: "b", row: 0, column: 1 },
        { text: "a\nx", row: 0, column: 0 },
        { text: "c", row: 1, column: 0 },
      ],
    });
    expect(builder.build().text).toBe("a x\tb\nc");
  });
});
