import type { Files } from "@besunny/connectors/files/files";
import type { Page } from "@besunny/document-model/parsed-document";
import type { Reader } from "@besunny/reading/pool/reader";
import { z } from "zod";
import { failureOf } from "./failure";
import { readJson, writeJson } from "./parsed-document-file";

/** The formats of documents that LibreOffice prints as they look. */
const printed = new Set(["docx", "doc", "odt", "rtf", "pptx", "ppt", "odp"]);

const Count = z.object({ pages: z.number().int().positive() });

const number = z.number();
const Words = z.object({
  text: z.string(),
  pages: z.array(
    z.object({
      number,
      width: number,
      height: number,
      words: z.array(z.tuple([number, number, number, number, number, number])),
    }),
  ),
});

/** The text of the printed pages, and the places of its words on them. */
export type RenditionWords = {
  text: string;
  pages: Pick<Page, "number" | "width" | "height" | "words">[];
};

export type Printed = {
  workspaceId: string;
  id: string;
  format: string | null;
  fileName: string;
  pageCount: number;
};

type Tools = { files: Files; reader: Pick<Reader, "print"> };

/** Returns whether documents of the format have printed pages where LibreOffice is installed. */
export function isPrintable(format: string | null): boolean {
  return printed.has(format ?? "");
}

/**
 * Returns the key of a document's PDF as LibreOffice prints it, and the number of its pages. Prints it once and stores it. Returns null where
 * LibreOffice is not installed or cannot print the document.
 */
export async function renditionOf(
  { files, reader }: Tools,
  document: Printed,
  readableKey: string,
): Promise<{ key: string; pages: number } | null> {
  const kept = await keptRenditionOf(files, document);
  if (kept !== undefined) return kept;
  const { workspaceId, id, fileName } = document;
  const print = await files
    .withCopy(readableKey, (path) => reader.print({ path, fileName }))
    .catch(unprinted);
  if (!print || print.pages === 0) return null;
  const { pdf: key, count } = renditionKeysOf(workspaceId, id);
  await files.write(key, print.pdf);
  await files.write(count, Buffer.from(JSON.stringify({ pages: print.pages })));
  return fitting(document, key, print.pages);
}

/** Returns the same if it is stored, null if the document has none, and undefined if it was not printed yet. */
export async function keptRenditionOf(
  files: Pick<Files, "exists" | "read">,
  document: Printed,
): Promise<{ key: string; pages: number } | null | undefined> {
  if (!isPrintable(document.format)) return null;
  const { pdf: key, count } = renditionKeysOf(document.workspaceId, document.id);
  if (!(await files.exists(count))) return undefined;
  const { pages } = Count.parse(JSON.parse(Buffer.from(await files.read(count)).toString()));
  return fitting(document, key, pages);
}

/** Stores the words of the printed pages, once. `renditionWordsOf` returns them. */
export async function keepRenditionWords(
  { files, reader }: { files: Files; reader: Pick<Reader, "read"> },
  { workspaceId, id, fileName }: Printed,
  key: string,
): Promise<void> {
  const { words } = renditionKeysOf(workspaceId, id);
  if (await files.exists(words)) return;
  const { text, pages } = await files.withCopy(key, (path, outputDirectory) =>
    reader.read({ path, fileName: `${fileName}.pdf`, outputDirectory }),
  );
  const placed = pages.map((page) => ({
    number: page.number,
    width: page.width,
    height: page.height,
    words: page.words,
  }));
  await writeJson(files, words, { text, pages: placed } satisfies RenditionWords);
}

/** Returns the words of the printed pages; null if they are not stored. */
export async function renditionWordsOf(
  files: Files,
  { workspaceId, id }: Pick<Printed, "workspaceId" | "id">,
): Promise<RenditionWords | null> {
  const { words } = renditionKeysOf(workspaceId, id);
  return (await files.exists(words)) ? Words.parse(await readJson(files, words)) : null;
}

/** Returns the keys of the printed pages of a document, of their number, and of their words. */
export function renditionKeysOf(
  workspaceId: string,
  id: string,
): { pdf: string; count: string; words: string } {
  const folder = `derived/${workspaceId}/${id}`;
  return {
    pdf: `${folder}/rendition.pdf`,
    count: `${folder}/rendition.json`,
    words: `${folder}/rendition-words.json.gz`,
  };
}

/** The reader draws slides itself where their number is not that of the printed pages. */
function fitting({ format, pageCount }: Printed, key: string, pages: number) {
  return format === "pptx" && pages !== pageCount ? null : { key, pages };
}

/** A document that cannot be printed has no pages to show. A fault of the reader stays a fault. */
function unprinted(error: unknown): null {
  if (failureOf(error).code === "INTERNAL") throw error;
  return null;
}
