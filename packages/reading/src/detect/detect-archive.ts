import type { Format } from "@besunny/document-model/parsed-document";
import type { Archive } from "../archive/archive";
import { unsupported } from "../contract/refusals";

const openDocuments: [prefix: string, format: Format][] = [
  ["application/vnd.oasis.opendocument.text", "odt"],
  ["application/vnd.oasis.opendocument.spreadsheet", "ods"],
  ["application/vnd.oasis.opendocument.presentation", "odp"],
  ["application/vnd.oasis.opendocument.graphics", "odp"],
  ["application/epub+zip", "epub"],
];

/** Returns the format of the document in a zip, or "zip" for a folder of files. Throws `ReadingError`. */
export async function detectArchive(archive: Archive): Promise<Format> {
  const kind = await kindOf(archive);
  const found = openDocuments.find(([prefix]) => kind.startsWith(prefix));
  if (found) return found[1];
  if (kind.startsWith("application/vnd.sun.xml."))
    throw unsupported(
      "An old StarOffice document",
      "Open it in LibreOffice, save it as ODT or PDF and upload that.",
    );
  const has = (folder: string) => archive.names.some((name) => name.startsWith(folder));
  if (archive.has("META-INF/container.xml") && /\.opf$/m.test(archive.names.join("\n")))
    return "epub";
  if (archive.has("word/document.xml")) return "docx";
  if (archive.has("xl/workbook.xml") || archive.has("xl/workbook.bin")) return "xlsx";
  if (archive.has("ppt/presentation.xml")) return "pptx";
  const isPackage = archive.has("[Content_Types].xml");
  if (isPackage && has("word/")) return "docx";
  if (isPackage && has("xl/")) return "xlsx";
  if (isPackage && has("ppt/")) return "pptx";
  if (!isPackage && /(^|\n)(word|xl|ppt)\/_rels\//.test(archive.names.join("\n")))
    return has("word/") ? "docx" : has("xl/") ? "xlsx" : "pptx";
  if (has("visio/")) throw unsupported("A Visio drawing", "Export it as PDF and upload that.");
  if (archive.names.some((name) => /\.(fpage|fdseq)(\/\[\d+\](\.last)?\.piece)?$/.test(name)))
    return "xps";
  if (archive.names.length === 0)
    throw unsupported("An empty ZIP file", "Upload the documents themselves.");
  return "zip";
}

async function kindOf(archive: Archive): Promise<string> {
  if (archive.has("mimetype")) {
    const kind = (await archive.text("mimetype")).trim();
    if (kind) return kind;
  }
  if (!archive.has("content.xml") || !archive.has("META-INF/manifest.xml")) return "";
  const manifest = await archive.text("META-INF/manifest.xml");
  return /media-type="(application\/vnd\.[\w.-]+)"/.exec(manifest.slice(0, 20_000))?.[1] ?? "";
}
