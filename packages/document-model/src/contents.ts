import type { ParsedDocument, Span } from "./parsed-document";

/** A line of a document's contents; `span` is the heading's place in the text, absent where only its page is known. */
export type ContentsEntry = { title: string; level: number; page: number; span?: Span };

/** The contents that the file itself carries, else its headings. */
export function contentsOf({ outline, blocks, text }: ParsedDocument): ContentsEntry[] {
  const own = outline.flatMap(({ title, level, page }) => (page ? [{ title, level, page }] : []));
  if (own.length > 1) return own;
  return blocks
    .filter(({ kind }) => kind === "heading" || kind === "title")
    .map(({ level = 1, page, span }) => ({
      title: text
        .slice(...span)
        .replace(/\s+/g, " ")
        .slice(0, 200)
        .toWellFormed(),
      level,
      page,
      span,
    }));
}
