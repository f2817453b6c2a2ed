import fc from "fast-check";
import { type BlockInput, createDocumentBuilder, type TableInput } from "../src/document-builder";
import type { ParsedDocument, Word } from "../src/parsed-document";

const piece = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 40 }),
  fc.constantFrom(
    "A sentence ends. ",
    "x\u0000y",
    "\ud800",
    "<b>&\"'",
    "中文。",
    "a\nb",
    " \t ",
    "No end",
  ),
);
const text = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(""));

const block = fc.record({
  kind: fc.constantFrom(
    "title",
    "heading",
    "paragraph",
    "list-item",
    "header",
    "footer",
    "code",
  ) satisfies fc.Arbitrary<BlockInput["kind"]>,
  text,
});

const table = fc
  .uniqueArray(fc.record({ row: fc.nat(6), column: fc.nat(6), text: piece }), {
    selector: ({ row, column }) => `${row},${column}`,
    minLength: 1,
    maxLength: 12,
  })
  .map((cells): TableInput => ({ cells, range: "B2:H8" }));

const page = fc.record({
  kind: fc.constantFrom("page", "sheet", "slide", "flow", "image"),
  blocks: fc.array(fc.oneof(block, table), { maxLength: 8 }),
});

/** Models of any shape, made the way readers make them, with a box for each word of each block. */
export const anArbitraryDocument: fc.Arbitrary<ParsedDocument> = fc
  .array(page, { maxLength: 4 })
  .map((pages) => {
    const builder = createDocumentBuilder({ format: "text", mediaType: "text/plain" });
    for (const { kind, blocks } of pages) {
      builder.startPage({ kind });
      for (const each of blocks) {
        if ("cells" in each) builder.addTable(each);
        else builder.add({ ...each, words: wordsIn(each.text) });
      }
    }
    return builder.build();
  });

function wordsIn(own: string): Word[] {
  return [...own.matchAll(/[\p{L}\p{N}]+/gu)].map(({ 0: word, index }) => [
    index,
    index + word.length,
    index,
    10,
    word.length,
    5,
  ]);
}
