import { createDocumentBuilder } from "@besunny/document-model/document-builder";
import type { ParsedDocument } from "@besunny/document-model/parsed-document";
import type { ReaderInput } from "../../../contract/reader-input";
import { addEmbeddedPicture } from "../add-embedded-picture";
import { freed, keepFile } from "../embedded";
import { withOutline } from "../outline";
import { interpretRtf } from "./interpret";

/** Reads RTF by its control words: code pages, tables, list numbers, notes, comments, text boxes, headers and footers. */
export async function readRtf(source: ReaderInput): Promise<ParsedDocument> {
  const { items, metadata, inserted, deleted, embedded, hidden } = interpretRtf(source.bytes);
  const builder = createDocumentBuilder(source);
  Object.assign(builder.metadata, metadata);
  builder.startPage({ kind: "flow" });
  builder.hide({ text: hidden.join(""), fate: "left-out" });
  for (const item of items)
    if (item.kind === "table") builder.addTable(item);
    else if (item.kind === "embedded-picture") await addEmbeddedPicture(builder, item, source);
    else if ("text" in item) builder.add(item);
  for (const object of embedded) await keepFile(builder, freed(object), source);
  if (inserted + deleted > 0)
    builder.warnings.push(
      `The document has tracked changes: ${inserted} insertions are read as accepted, ${deleted} deletions are left out.`,
    );
  return withOutline(builder.build());
}
