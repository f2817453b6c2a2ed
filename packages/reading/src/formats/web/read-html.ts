import { createDocumentBuilder } from "@besunny/document-model/document-builder";
import type { ParsedDocument } from "@besunny/document-model/parsed-document";
import type { ReaderInput } from "../../contract/reader-input";
import { addElement } from "./add-html";
import { parseStyledHtml } from "./hiding/styled-html";
import { metadataOf } from "./html-metadata";
import { openPage } from "./open-page";
import { keepPagePictures } from "./pictures";

/** A web page, or one saved as MHTML with all that belongs to it. Nothing is loaded, no script is run. */
export async function readHtml(source: ReaderInput): Promise<ParsedDocument> {
  const builder = createDocumentBuilder(source);
  builder.startPage({ kind: "flow" });
  const { html, resolve } = await openPage(source.bytes);
  const root = parseStyledHtml(html);
  Object.assign(builder.metadata, metadataOf(root));
  const pictures = await keepPagePictures(builder, root, source, resolve);
  addElement(builder, root, { hasLandmarks: true, pictures });
  if (builder.length === 0 && builder.metadata.title)
    builder.add({ kind: "title", text: builder.metadata.title });
  return builder.build();
}
