import { createDocumentBuilder } from "@besunny/document-model/document-builder";
import type { Format, ParsedDocument } from "@besunny/document-model/parsed-document";
import type { ReaderInput } from "../../contract/reader-input";
import { mediaTypes } from "../../detect/media-types";
import { type Packed, zipEntries } from "../containers/zip-entries";
import { addObjects } from "./add-objects";
import { objectTypes } from "./object-types";
import { type IworkObjects, readObjects } from "./objects";

export type IworkFormat = Extract<Format, "pages" | "numbers" | "keynote">;

const documentId = 1;

/** Reads the text and tables of an iWork document of 2013 or later. Returns null if the document has no such parts or no text. */
export async function readIwa(
  entries: Packed[],
  source: ReaderInput,
): Promise<ParsedDocument | null> {
  const { parts, damaged } = await partsOf(entries, source);
  if (parts.length === 0) return null;
  const objects = readObjects(parts, source.limits.archiveBytes);
  const format = formatOf(objects);
  const builder = createDocumentBuilder({ format, mediaType: mediaTypes[format] });
  const kind = format === "keynote" ? "slide" : format === "numbers" ? "sheet" : "flow";
  if (kind === "flow") builder.startPage({ kind });
  addObjects(documentId, { builder, objects, kind, mostCells: source.limits.cells });
  if (damaged > 0) builder.warnings.push("The file is damaged: parts of the document are missing.");
  return builder.length > 0 ? builder.build() : null;
}

type Part = { name: string; bytes: Buffer };

/** The parts are in the file itself, or in a ZIP inside the file. */
async function partsOf(entries: Packed[], source: ReaderInput) {
  const inner = entries.find(({ name }) => /(^|\/)index\.zip$/i.test(name));
  const all = inner ? await zipEntries(await inner.read(), source.limits) : entries;
  const parts: Part[] = [];
  let damaged = 0;
  for (const entry of all) {
    if (!/(^|\/)index\/.*\.iwa$/i.test(entry.name)) continue;
    const bytes = await entry.read().catch(() => null);
    if (bytes) parts.push({ name: entry.name, bytes });
    else damaged += 1;
  }
  return { parts, damaged };
}

function formatOf(objects: IworkObjects): IworkFormat {
  if (objects.get(documentId)?.type === objectTypes.pages) return "pages";
  const isKeynote = [...objects.values()].some(({ file }) => /slide-?[\d-]*\.iwa$/i.test(file));
  return isKeynote ? "keynote" : "numbers";
}
