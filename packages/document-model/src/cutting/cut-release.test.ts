import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { createDocumentBuilder } from "../document-builder";
import { cutDocument } from "../passages";
import { CUT_RELEASE } from "./cut-release";

/** The release with the hash of the cut of the document below. */
const recorded = "2 761fd7270237";

test("a cut that changes has a new release, so that stored documents are cut again", () => {
  const builder = createDocumentBuilder({ format: "pdf", mediaType: "application/pdf" });
  for (let page = 1; page <= 6; page++) {
    builder.startPage({ kind: "page" });
    builder.add({ kind: "header", text: "Lease of the house" });
    builder.add({ kind: "heading", level: page % 2 ? 1 : 2, text: `${page}. Clause` });
    for (let sentence = 0; sentence < page * 4; sentence++)
      builder.add({ kind: "paragraph", text: `The tenant pays ${sentence * page} euros.` });
    builder.add({ kind: "paragraph", text: "- - - - - -" });
    builder.addTable({
      cells: Array.from({ length: page * 8 }, (_, row) => [
        { text: row === 0 ? "Item" : `Item ${row}`, row, column: 0, isHeader: row === 0 },
        { text: row === 0 ? "Price" : `${row} euros`, row, column: 1, isHeader: row === 0 },
      ]).flat(),
    });
    builder.add({ kind: "heading", level: 2, text: `Annex ${page}` });
    builder.add({ kind: "footer", text: `Page ${page} of 6` });
  }
  const hash = createHash("sha256").update(JSON.stringify(cutDocument(builder.build())));
  expect(
    `${CUT_RELEASE} ${hash.digest("hex").slice(0, 12)}`,
    "Raise the release in cut-release.ts and record the cut here",
  ).toBe(recorded);
});
