import type { Files } from "@besunny/connectors/files/files";
import type { Reader } from "@besunny/reading/pool/reader";
import { z } from "zod";
import { failureOf } from "./failure";

/** The formats of documents that LibreOffice prints as they look. */
const printed = new Set(["docx", "doc", "odt", "rtf", "pptx", "ppt", "odp"]);

const Count = z.object({ pages: z.number().int().positive() });

type Printed = {
  workspaceId: string;
  id: string;
  format: string | null;
  fileName: string;
  pageCount: number;
};

type Tools = { files: Files; reader: Pick<Reader, "print"> };

/**
 * Returns the key of a document's PDF as LibreOffice prints it, and the number of its pages. Prints it once and stores it. Returns null where
 * LibreOffice is not installed or cannot print the document. `readableKey` is the key of the bytes without a password.
 */
export async function renditionOf(
  { files, reader }: Tools,
  { workspaceId, id, format, fileName, pageCount }: Printed,
  readableKey: string,
): Promise<{ key: string; pages: number } | null> {
  // The reader draws slides itself where their number is not that of the printed pages.
  const fitting = (pages: number) =>
    format === "pptx" && pages !== pageCount ? null : { key, pages };
  if (!printed.has(format ?? "")) return null;
  const { pdf: key, count } = renditionKeysOf(workspaceId, id);
  if (await files.exists(count)) {
    const { pages } = Count.parse(JSON.parse(Buffer.from(await files.read(count)).toString()));
    return fitting(pages);
  }
  const print = await files
    .withCopy(readableKey, (path) => reader.print({ path, fileName }))
    .catch(unprinted);
  if (!print || print.pages === 0) return null;
  await files.write(key, print.pdf);
  await files.write(count, Buffer.from(JSON.stringify({ pages: print.pages })));
  return fitting(print.pages);
}

/** Returns the keys of the printed pages of a document, and of their number. */
export function renditionKeysOf(workspaceId: string, id: string): { pdf: string; count: string } {
  const folder = `derived/${workspaceId}/${id}`;
  return { pdf: `${folder}/rendition.pdf`, count: `${folder}/rendition.json` };
}

/** A document that cannot be printed has no pages to show. A fault of the reader stays a fault. */
function unprinted(error: unknown): null {
  if (failureOf(error).code === "INTERNAL") throw error;
  return null;
}
