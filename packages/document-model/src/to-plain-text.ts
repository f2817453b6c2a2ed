import { hasText } from "./has-text";
import type { ParsedDocument } from "./parsed-document";
import { repeatedLines } from "./repeated-lines";

/**
 * Returns the text as people read it: each running header and footer once, without page numbers. Tables have tabs between their cells.
 */
export function toPlainText(document: ParsedDocument): string {
  const { text, blocks } = document;
  const repeated = repeatedLines(document);
  return blocks
    .filter((block) => hasText(block) && !repeated.has(block.id))
    .map(({ span }) => text.slice(...span))
    .join("\n\n");
}
