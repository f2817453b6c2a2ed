import { createDocumentBuilder } from "@besunny/document-model/document-builder";
import type { ParsedDocument } from "@besunny/document-model/parsed-document";
import { find, read } from "cfb";
import iconv from "iconv-lite";
import type { ReaderInput } from "../../../contract/reader-input";
import { corrupt, encrypted } from "../../../contract/refusals";
import { readPptx } from "../pptx/read-pptx";
import { convertWithLibreOffice } from "./libreoffice";

const unicodeText = 0x0fa0;
const byteText = 0x0fa8;
const textHeader = 0x0f9f;
const slideListWithText = 0x0ff0;
const slidePersist = 0x03f3;
const slide = 0x03ee;

type Record_ = { kind: number; instance: number; isContainer: boolean; start: number; end: number };

/** Reads a PowerPoint file from before 2007: with LibreOffice if installed, else from its records. Throws `ReadingError`. */
export async function readPpt(source: ReaderInput): Promise<ParsedDocument> {
  const container = read(source.bytes, { type: "buffer" });
  if (find(container, "EncryptedSummary")) throw encrypted("The presentation");
  const stream = find(container, "PowerPoint Document");
  if (!stream) throw corrupt("The presentation");
  const converted = await convertWithLibreOffice(source, "ppt", "pptx");
  if (converted) {
    const document = await readPptx({ ...source, bytes: converted }).catch(() => null);
    if (document && (document.text.trim() !== "" || document.attachments.length > 0))
      return document;
  }
  return readRecords(source, Buffer.from(stream.content));
}

/** Reads the outline, which stores the text of each slide in order. */
function readRecords(source: ReaderInput, bytes: Buffer): ParsedDocument {
  const builder = createDocumentBuilder(source);
  let isTitle = false;

  const visit = (record: Record_, isListed: boolean) => {
    if (record.kind === slidePersist && isListed) builder.startPage({ kind: "slide" });
    if (record.kind === textHeader && record.end - record.start >= 4)
      isTitle = [0, 6].includes(bytes.readUInt32LE(record.start));
    if (record.kind === unicodeText || record.kind === byteText)
      for (const text of textOf(bytes, record).split(/[\r\n]+/))
        builder.add(isTitle ? { kind: "heading", level: 1, text } : { kind: "paragraph", text });
  };
  const lists: Record_[] = [];
  const slides: Record_[] = [];
  walk(bytes, 0, bytes.length, 0, (record) => {
    if (record.kind === slideListWithText && record.instance === 0) lists.push(record);
    if (record.kind === slide) slides.push(record);
  });
  for (const list of lists) walk(bytes, list.start, list.end, 0, (record) => visit(record, true));
  if (builder.length === 0)
    for (const { start, end } of slides) {
      builder.startPage({ kind: "slide" });
      walk(bytes, start, end, 0, (record) => visit(record, false));
    }
  return builder.build();
}

function textOf(bytes: Buffer, { kind, start, end }: Record_): string {
  return iconv
    .decode(bytes.subarray(start, end), kind === unicodeText ? "utf-16le" : "windows-1252")
    .replaceAll("\u000b", "\n");
}

function walk(
  bytes: Buffer,
  from: number,
  to: number,
  depth: number,
  visit: (record: Record_) => void,
) {
  let at = from;
  while (at + 8 <= to && depth < 32) {
    const head = bytes.readUInt16LE(at);
    const end = at + 8 + bytes.readUInt32LE(at + 4);
    if (end > to) return;
    const record = {
      kind: bytes.readUInt16LE(at + 2),
      instance: head >> 4,
      isContainer: (head & 15) === 15,
      start: at + 8,
      end,
    };
    visit(record);
    if (record.isContainer) walk(bytes, record.start, end, depth + 1, visit);
    at = end;
  }
}
