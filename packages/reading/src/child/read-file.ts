import { readFile as readBytes, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Format, ParsedDocument } from "@besunny/document-model/parsed-document";
import { readingReleaseOf } from "@besunny/document-model/reading-release";
import type { ReaderInput } from "../contract/reader-input";
import { empty, notTranscribed, tooLarge } from "../contract/refusals";
import { detectFormat } from "../detect/detect-format";
import { withoutArchivePassword } from "../formats/containers/unlock-archive";
import { withoutPassword } from "../formats/office/decrypt";
import { withoutSignature } from "../formats/signed/without-signature";
import { asTranscript } from "../formats/transcripts/as-transcript";

/**
 * Detects the format of a file by its content and reads the file. Writes the content of a signed file to the output directory. Throws
 * `ReadingError`.
 */
export async function readFile({
  path,
  ...file
}: Omit<ReaderInput, "bytes" | "format" | "mediaType"> & {
  path: string;
}): Promise<ParsedDocument> {
  const { size } = await stat(path);
  if (size === 0) throw empty("The file");
  if (size > file.limits.fileBytes) throw tooLarge("The file is larger than one file may be.");

  const source = await readBytes(path);
  const { content, fileName, warnings } = await withoutSignature(source, file);
  const bytes = await unprotected(content, file);
  const named = { ...file, fileName };
  const detected = await detectFormat(bytes, named);
  const read = await readerOf(detected.format);
  const input = { ...named, ...detected, bytes };
  const document = asTranscript(await read(input), input);
  document.warnings.push(...warnings);
  document.release = readingReleaseOf(document.format);
  if (document.text.length > file.limits.textCharacters)
    throw tooLarge("The file holds more text than one file may.");
  if (document.text.trim() === "" && document.attachments.length === 0) throw empty("The file");
  if (content !== source) document.unwrapped = await writeUnwrapped(content, file);
  return document;
}

async function writeUnwrapped(
  content: Buffer,
  { outputDirectory }: Pick<ReaderInput, "outputDirectory">,
): Promise<string> {
  const path = join(outputDirectory, "unwrapped");
  await writeFile(path, content);
  return path;
}

async function unprotected(
  bytes: Buffer,
  { password, limits }: Pick<ReaderInput, "password" | "limits">,
): Promise<Buffer> {
  return withoutArchivePassword(await withoutPassword(bytes, password), password, limits);
}

type ReadFormat = (source: ReaderInput) => Promise<ParsedDocument>;

/** Imports a format's reader when needed, so that an idle child that only read text stays small. */
async function readerOf(format: Format): Promise<ReadFormat> {
  switch (format) {
    case "pdf":
      return (await import("../formats/pdf/read-pdf")).readPdf;
    case "png":
    case "jpeg":
    case "tiff":
    case "webp":
    case "gif":
    case "heic":
    case "avif":
    case "bmp":
      return (await import("../ocr/read-image")).readImage;
    case "docx":
      return (await import("../formats/office/docx/read-docx")).readDocx;
    case "pptx":
      return (await import("../formats/office/pptx/read-pptx")).readPptx;
    case "odt":
    case "odp":
      return (await import("../formats/office/odf/read-odf")).readOdf;
    case "xlsx":
    case "xls":
      return (await import("../formats/office/sheets/read-workbook")).readWorkbook;
    case "ods":
      return (await import("../formats/office/sheets/read-ods")).readOds;
    case "rtf":
      return (await import("../formats/office/rtf/read-rtf")).readRtf;
    case "doc":
      return (await import("../formats/office/legacy/read-doc")).readDoc;
    case "ppt":
      return (await import("../formats/office/legacy/ppt/read-ppt")).readPpt;
    case "epub":
      return (await import("../formats/web/read-epub")).readEpub;
    case "html":
      return (await import("../formats/web/read-html")).readHtml;
    case "xml":
      return (await import("../formats/web/read-xml")).readXml;
    case "markdown":
      return (await import("../formats/web/read-markdown")).readMarkdown;
    case "eml":
      return (await import("../formats/mail/read-eml")).readEml;
    case "mbox":
      return (await import("../formats/mail/read-mbox")).readMbox;
    case "ics":
      return (await import("../formats/mail/read-ics")).readIcs;
    case "zip":
    case "pages":
    case "numbers":
    case "keynote":
      return (await import("../formats/containers/read-zip")).readZip;
    case "xps":
      return (await import("../formats/xps/read-xps")).readXps;
    case "pst":
      return (await import("../formats/mail/pst/read-pst")).readPst;
    case "onenote":
      return (await import("../formats/onenote/read-onenote")).readOneNote;
    case "msg":
      return (await import("../formats/mail/read-msg")).readMsg;
    case "csv":
      return (await import("../formats/plain/read-csv")).readCsv;
    case "vtt":
    case "srt":
      return (await import("../formats/transcripts/read-subtitles")).readSubtitles;
    case "mp3":
    case "m4a":
    case "mp4":
    case "wav":
    case "webm":
    case "ogg":
    case "flac":
      throw notTranscribed();
    case "text":
    case "json":
      return (await import("../formats/plain/read-text")).readText;
  }
}
