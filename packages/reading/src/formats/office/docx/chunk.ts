import type {
  createDocumentBuilder,
  DocumentBuilder,
} from "@besunny/document-model/document-builder";
import { addPlainText } from "../../plain/add-plain-text";
import { addHtml } from "../../web/add-html";
import { keepFile } from "../embedded";
import type { OfficeFile } from "../office-file";

/** Adds a document that a Word document includes. HTML and plain text go into the text; other kinds become attachments. */
export async function addChunk(
  builder: DocumentBuilder,
  path: string,
  { archive, source }: OfficeFile,
) {
  const bytes = await archive.bytes(path);
  const text = await archive.text(path);
  if (/\.x?html?$/.test(path.toLowerCase()) || /^\s*<(!doctype html|html)/i.test(text))
    addHtml(builder, text);
  else if (/\.txt$/.test(path.toLowerCase())) addPlainText(builder, text);
  else if (/\.rtf$/.test(path.toLowerCase()) || text.startsWith("{\\rtf")) {
    const { readRtf } = await import("../rtf/read-rtf");
    copyBlocks(builder, await readRtf({ ...source, bytes, format: "rtf" }));
  } else await keepFile(builder, { fileName: path, bytes }, source);
}

function copyBlocks(
  builder: DocumentBuilder,
  { blocks, text }: ReturnType<ReturnType<typeof createDocumentBuilder>["build"]>,
) {
  for (const { kind, level, span, cells } of blocks)
    if (cells) builder.addTable({ cells });
    else if (kind !== "table") builder.add({ kind, level, text: text.slice(...span) });
}
