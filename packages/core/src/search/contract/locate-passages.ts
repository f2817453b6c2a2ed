import { locate } from "@besunny/document-model/locate";
import type { ParsedDocument } from "@besunny/document-model/parsed-document";
import type { passagesOf } from "@besunny/document-model/passages";

/**
 * Returns passages as they are stored, each with its place. Table rows without their header have the header as their last heading.
 * PostgreSQL cannot hold U+0000; a blank in its place keeps the offsets right.
 */
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
