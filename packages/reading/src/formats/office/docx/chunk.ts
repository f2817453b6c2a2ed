import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { DocumentBuilder } from "@besunny/document-model/document-builder";
import type { ParsedDocument } from "@besunny/document-model/parsed-document";
import type { ReaderInput } from "../../../contract/reader-input";
import { parseHtml } from "../../../xml/xml";
import { takePictures } from "../../pictures/take-pictures";
import { addPlainText } from "../../plain/add-plain-text";
import { addElement } from "../../web/add-html";
import { keepPagePictures, type Resolve } from "../../web/pictures";
import { keepFile } from "../embedded";
import type { OfficeFile } from "../office-file";

/** Adds a document that a Word document includes, in its place. Kinds that Word does not show become attachments. */
export async function addChunk(builder: DocumentBuilder, path: string, file: OfficeFile) {
  const { archive, source } = file;
  const bytes = await archive.bytes(path);
  const text = await archive.text(path);
  const has = (endings: RegExp) => endings.test(path.toLowerCase());
  if (has(/\.x?html?$/) || /^\s*<(!doctype html|html)/i.test(text))
    await addPage(builder, text, source);
  else if (has(/\.txt$/)) addPlainText(builder, text);
  else if (has(/\.mht(ml)?$/) || /^\s*(mime-version|content-type):/i.test(text.slice(0, 200)))
    await addSavedPage(builder, bytes, source);
  else if (has(/\.rtf$/) || text.startsWith("{\\rtf")) {
    const { readRtf } = await import("../rtf/read-rtf");
    await copyBlocks(builder, await readRtf({ ...source, bytes, format: "rtf" }), source);
  } else if (isZip(bytes)) await addWord(builder, path, bytes, file);
  else await keepFile(builder, { fileName: path, bytes }, source);
}

/** Adds a page that was saved with its pictures (MHTML). */
async function addSavedPage(builder: DocumentBuilder, bytes: Buffer, source: ReaderInput) {
  const { openPage } = await import("../../web/open-page");
  const { html, resolve } = await openPage(bytes);
  await addPage(builder, html, source, resolve);
}

async function addPage(
  builder: DocumentBuilder,
  html: string,
  source: ReaderInput,
  resolve?: Resolve,
) {
  const root = parseHtml(html);
  addElement(builder, root, { pictures: await keepPagePictures(builder, root, source, resolve) });
}

/** Adds an included Word document. Its attachments go to a folder of their own, where their names are free. */
async function addWord(
  builder: DocumentBuilder,
  path: string,
  bytes: Buffer,
  { source, readIncluded }: OfficeFile,
) {
  const folder = `chunk-${builder.length}-${builder.attachments.length}`;
  const outputDirectory = join(source.outputDirectory, folder);
  await mkdir(outputDirectory, { recursive: true });
  const input = { ...source, bytes, outputDirectory };
  const included = await readIncluded?.(input).catch(() => null);
  if (!included) return keepFile(builder, { fileName: path, bytes }, source);
  await copyBlocks(builder, included, source);
  builder.attachments.push(...included.attachments);
  for (const warning of included.warnings)
    if (!builder.warnings.includes(warning)) builder.warnings.push(warning);
}

function isZip(bytes: Buffer): boolean {
  return bytes.subarray(0, 2).toString("latin1") === "PK";
}

async function copyBlocks(builder: DocumentBuilder, read: ParsedDocument, source: ReaderInput) {
  await takePictures(builder, read, source);
  const { blocks, text } = read;
  for (const { kind, level, span, cells, picture } of blocks)
    if (cells) builder.addTable({ cells });
    else if (kind !== "table") builder.add({ kind, level, text: text.slice(...span), picture });
}
