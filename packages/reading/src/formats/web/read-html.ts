import { createDocumentBuilder } from "@besunny/document-model/document-builder";
import type { ParsedDocument } from "@besunny/document-model/parsed-document";
import type { ReaderInput } from "../../contract/reader-input";
import { decodeText } from "../../detect/decode-text";
import { emlMessage } from "../mail/eml-message";
import { addElement } from "./add-html";
import { parseStyledHtml } from "./hiding/styled-html";
import { metadataOf } from "./html-metadata";

/** A web page, or one saved as MHTML with all that belongs to it. Nothing is loaded, no script is run. */
export async function readHtml(source: ReaderInput): Promise<ParsedDocument> {
  const builder = createDocumentBuilder(source);
  builder.startPage({ kind: "flow" });
  const root = parseStyledHtml(await htmlOf(source.bytes));
  Object.assign(builder.metadata, metadataOf(root));
  addElement(builder, root, { hasLandmarks: true });
  if (builder.length === 0 && builder.metadata.title)
    builder.add({ kind: "title", text: builder.metadata.title });
  return builder.build();
}

async function htmlOf(bytes: Buffer): Promise<string> {
  const start = bytes.subarray(0, 4_096).toString("latin1");
  if (
    /^\s*</.test(start) ||
    !/^(from|mime-version|snapshot-content-location|subject|date|content-type|x-[\w-]+):/im.test(
      start,
    )
  )
    return decodeText(bytes, declaredIn(start));
  const { html, text } = await emlMessage(bytes);
  return html || text;
}

function declaredIn(start: string): string | undefined {
  return /<meta[^>]{1,300}charset\s*=\s*["']?\s*([\w:-]+)/i.exec(start)?.[1];
}
