import type { ParsedDocument } from "@besunny/document-model/parsed-document";

/** A document that carries no outline of its own is given that of its headings. */
export function withOutline(model: ParsedDocument): ParsedDocument {
  for (const { kind, level = 1, span, page } of model.blocks) {
    if (kind !== "title" && kind !== "heading") continue;
    const title = model.text.slice(...span).replace(/\s+/g, " ");
    model.outline.push({ title: title.slice(0, 300).toWellFormed(), level, page });
  }
  return model;
}
