import { createDocumentBuilder } from "@besunny/document-model/document-builder";
import type { Format, ParsedDocument } from "@besunny/document-model/parsed-document";
import type { ReaderInput } from "../../contract/reader-input";
import { addTranscript } from "./add-transcript";

const written: readonly Format[] = ["docx", "odt", "rtf"];

/**
 * Returns a text document as a transcript, if it is one: Teams, Zoom and Google Meet hand transcripts out as such. Only names and times that
 * nearly all lines follow make it one; tables, pictures and attachments make it none.
 */
export function asTranscript(document: ParsedDocument, source: ReaderInput): ParsedDocument {
  const { format, blocks, pictures = [], attachments, metadata, warnings, text } = document;
  const isOther = blocks.some(({ kind }) => kind === "table" || kind === "figure");
  if (!written.includes(format) || isOther || pictures.length + attachments.length > 0)
    return document;
  const builder = createDocumentBuilder(source);
  Object.assign(builder.metadata, metadata);
  builder.warnings.push(...warnings);
  builder.startPage({ kind: "flow" });
  return addTranscript(builder, text, { isTimed: true }) ? builder.build() : document;
}
