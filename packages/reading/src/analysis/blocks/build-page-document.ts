import {
  createDocumentBuilder,
  type DocumentBuilder,
} from "@besunny/document-model/document-builder";
import type { OutlineEntry, ParsedDocument } from "@besunny/document-model/parsed-document";
import type { ReaderInput } from "../../contract/reader-input";
import { empty } from "../../contract/refusals";
import { documentStyle } from "./document-style";
import { addPageBlocks, type Writing } from "./page-blocks";
import type { ReadPage } from "./read-page";

/** Builds the parsed document from read pages; `finish` adds what belongs to the whole file. Throws EMPTY if there are no pages. */
export async function buildPageDocument(
  pages: ReadPage[],
  source: Pick<ReaderInput, "format" | "mediaType">,
  finish: (builder: DocumentBuilder) => void | Promise<void>,
  outline: OutlineEntry[] = [],
): Promise<ParsedDocument> {
  if (pages.length === 0) throw empty("The PDF");
  const builder = createDocumentBuilder(source);
  const writing: Writing = { builder, style: documentStyle(pages, outline), lastTable: null };
  for (const page of pages) addPageBlocks(writing, page);
  const unread = pages.filter(({ quality }) => quality.score < 0.5).length;
  if (unread > 0)
    builder.warnings.push(`${unread} of ${pages.length} pages gave little or no text.`);
  const cut = pages.flatMap(({ isCut }, index) => (isCut ? [index + 1] : []));
  if (cut.length > 0)
    builder.warnings.push(
      `More text than is read of one page: ${cut.join(", ")}. The rest was cut.`,
    );
  for (const entry of outline) builder.outline.push(entry);
  await finish(builder);
  return builder.build();
}
