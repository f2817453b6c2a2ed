import type { Format } from "@besunny/document-model/parsed-document";
import { unsupported } from "../contract/refusals";

/** GUIDs as their bytes in hex ([MS-ONESTORE] 2.3.1 and 2.8.1). */
const section = "e4525c7b8cd8a74daeb15378d02996d3";
const contents = "a12fff43d9ef764c9ee210ea5722765f";
const schemaOfContents = "38fddbe4c7e58b40a8a10e7b421e1f5f";

/** The header of a packaged file, which names the schema, is within so many bytes. */
const headerBytes = 128;

/** Returns true for a section of OneNote, and for the table of contents of a notebook. */
export function isOneNote(bytes: Buffer): boolean {
  return [section, contents].includes(bytes.toString("hex", 0, 16));
}

/** Throws `ReadingError` for a table of contents, which has the names of sections but no pages. */
export function detectOneNote(bytes: Buffer): Format {
  const header = bytes.toString("hex", 0, headerBytes);
  if (header.startsWith(contents) || header.includes(schemaOfContents))
    throw unsupported(
      "The table of contents of a OneNote notebook",
      "Upload the sections of the notebook: the files that end in .one.",
    );
  return "onenote";
}
