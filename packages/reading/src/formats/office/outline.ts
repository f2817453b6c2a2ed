import type { ParsedDocument } from "@besunny/document-model/parsed-document";

/** Adds an outline of the headings to a document without an outline. */
export function withOutline(document: ParsedDocument): ParsedDocument {
  for (const { kind, level = 1, span, page } of document.blocks) {
    if (kind !== "title" && kind !== "heading") continue;
    const title = document.text.slice(...span).replace(/\s+/g, " ");
    document.outline.push({ title: title.slice(0, 300).toWellFormed(), level, page });
  }
  return document;
}
