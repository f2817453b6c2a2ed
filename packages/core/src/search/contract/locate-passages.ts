import { locate } from "@besunny/document-model/locate";
import type { ParsedDocument } from "@besunny/document-model/parsed-document";
import type { passagesOf } from "@besunny/document-model/passages";

/** Passages as they are stored, each with its place; rows parted from their table's header have it as their last heading. PostgreSQL cannot hold U+0000: a blank keeps the offsets true. */
export function locatePassages(model: ParsedDocument, passages: ReturnType<typeof passagesOf>) {
  return passages.map(({ number, text, span, page, headingPath, columns }) => ({
    number,
    text: text.replaceAll("\u0000", " "),
    start: span[0],
    end: span[1],
    page,
    headingPath: [...headingPath, ...(columns ? [columns.join(" · ")] : [])].map((heading) =>
      heading.replaceAll("\u0000", " "),
    ),
    at: locate(model, span),
  }));
}
