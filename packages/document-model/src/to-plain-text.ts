import type { ParsedDocument } from "./parsed-document";

/** The text as people read it: running headers, footers and page numbers left out, tables with tabs between their cells. */
export function toPlainText({ text, blocks }: ParsedDocument): string {
  return blocks
    .filter(({ kind }) => kind !== "header" && kind !== "footer")
    .map(({ span }) => text.slice(...span))
    .join("\n\n");
}
