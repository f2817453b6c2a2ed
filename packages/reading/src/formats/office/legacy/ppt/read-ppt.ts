import {
  createDocumentBuilder,
  type DocumentBuilder,
} from "@besunny/document-model/document-builder";
import type { ParsedDocument } from "@besunny/document-model/parsed-document";
import { find, read } from "cfb";
import type { ReaderInput } from "../../../../contract/reader-input";
import { corrupt, encrypted } from "../../../../contract/refusals";
import type { ContentItem } from "../../content-item";
import { readPptx } from "../../pptx/read-pptx";
import { convertWithLibreOffice } from "../libreoffice";
import { keepEmbeddedObjects } from "./embedded";
import { openPresentation, type Presentation } from "./presentation";
import { kinds, type PptRecord, recordsIn, recordsOf } from "./records";
import { masterTexts, shapeItems } from "./shapes";
import { isTitle, type PptText, stringsIn, textsIn } from "./text";

/** Reads a PowerPoint file from before 2007: with LibreOffice if installed, else from its records. Throws `ReadingError`. */
export async function readPpt(source: ReaderInput): Promise<ParsedDocument> {
  const container = read(source.bytes, { type: "buffer" });
  // A file for PowerPoint 95 and 97 keeps the newer form in a folder.
  const folder = "/PP97_DUALSTORAGE/";
  if (find(container, "EncryptedSummary")) throw encrypted("The presentation");
  const streamOf = (name: string) => find(container, `${folder}${name}`) ?? find(container, name);
  const stream = streamOf("PowerPoint Document");
  if (!stream) throw corrupt("The presentation");
  const converted = await convertWithLibreOffice(source, "ppt", "pptx");
  if (converted) {
    const document = await readPptx({ ...source, bytes: converted }).catch(() => null);
    if (document && (document.text.trim() !== "" || document.attachments.length > 0))
      return document;
  }
  const [user, pictures] = ["Current User", "Pictures"].map(streamOf);
  return readRecords(source, {
    bytes: Buffer.from(stream.content),
    currentUser: user ? Buffer.from(user.content) : null,
    hasPictures: (pictures?.size ?? 0) > 0,
  });
}

type Streams = { bytes: Buffer; currentUser: Buffer | null; hasPictures: boolean };

async function readRecords(source: ReaderInput, streams: Streams): Promise<ParsedDocument> {
  const { bytes, hasPictures } = streams;
  const builder = createDocumentBuilder(source);
  const presentation = openPresentation(bytes, streams.currentUser);
  if (presentation && presentation.slides.length > 0) {
    addSlides(builder, bytes, presentation, source.limits.pages);
    const lost = await keepEmbeddedObjects(builder, bytes, { presentation, source });
    if (lost > 0) builder.warnings.push("An embedded object is damaged and could not be read.");
  } else addOutline(builder, bytes);
  if (hasPictures)
    builder.warnings.push(
      "The pictures of the presentation were not read. Where LibreOffice is installed, they are.",
    );
  return builder.build();
}

function addSlides(
  builder: DocumentBuilder,
  bytes: Buffer,
  { slides }: Presentation,
  mostSlides: number,
): void {
  if (slides.length > mostSlides)
    builder.warnings.push(`Only the first ${mostSlides} slides are read.`);
  const shown = new Set<number>();
  for (const [index, { record, outline, notes, master }] of slides.slice(0, mostSlides).entries()) {
    if (isHidden(bytes, record))
      builder.warnings.push(`Slide ${index + 1} is hidden when the slides are shown.`);
    builder.startPage({ kind: "slide" });
    for (const drawing of recordsOf(bytes, record, kinds.drawing))
      addAll(builder, shapeItems(bytes, drawing, outline));
    for (const drawing of master && !shown.has(master.start)
      ? recordsOf(bytes, master, kinds.drawing)
      : [])
      for (const text of masterTexts(bytes, drawing)) builder.add({ kind: "header", text });
    if (master) shown.add(master.start);
    for (const margins of recordsOf(bytes, record, kinds.headersFooters))
      builder.add({ kind: "footer", text: stringsIn(bytes, margins).get(2) ?? "" });
    const spoken = notes ? notesOf(bytes, notes) : "";
    if (spoken !== "") builder.add({ kind: "footnote", text: `Notes: ${spoken}` });
    for (const comment of recordsOf(bytes, record, kinds.comment)) {
      const [author = "", text = ""] = [0, 1].map((each) => stringsIn(bytes, comment).get(each));
      builder.add({ kind: "comment", text: author ? `${author}: ${text}` : text });
    }
  }
}

/** Returns the words of a notes page without its title and its number. */
function notesOf(bytes: Buffer, notes: PptRecord): string {
  return recordsOf(bytes, notes, kinds.drawing)
    .flatMap((drawing) => shapeItems(bytes, drawing, []))
    .flatMap((item) => (item.kind === "paragraph" && item.text.trim() !== "*" ? item.text : []))
    .join("\n");
}

function addAll(builder: DocumentBuilder, items: readonly ContentItem[]): void {
  for (const item of items) {
    if (item.kind === "table") builder.addTable(item);
    // The number of the slide is a lone star.
    else if ("text" in item && item.text.trim() !== "*") builder.add(item);
  }
}

function isHidden(bytes: Buffer, slide: PptRecord): boolean {
  const [info] = recordsOf(bytes, slide, kinds.slideShowInfo);
  return (
    info !== undefined &&
    info.end - info.start >= 12 &&
    (bytes.readUInt16LE(info.start + 10) & 4) !== 0
  );
}

/** Reads a file without a directory of its objects: the outline, else every slide in the order of the file. */
function addOutline(builder: DocumentBuilder, bytes: Buffer): void {
  const whole = { start: 0, end: bytes.length };
  const addText = (text: PptText) => {
    for (const line of text.text.split(/[\r\n]+/))
      builder.add(
        isTitle(text)
          ? { kind: "heading", level: 1, text: line }
          : { kind: "paragraph", text: line },
      );
  };
  for (const list of recordsOf(bytes, whole, kinds.slideListWithText)) {
    if (list.instance !== 0) continue;
    let records: PptRecord[] = [];
    const close = () => {
      for (const text of textsIn(bytes, records)) addText(text);
      records = [];
    };
    for (const record of recordsIn(bytes, list)) {
      if (record.kind !== kinds.slidePersist) records.push(record);
      else {
        close();
        builder.startPage({ kind: "slide" });
      }
    }
    close();
  }
  if (builder.length > 0) return;
  for (const slide of recordsOf(bytes, whole, kinds.slide)) {
    builder.startPage({ kind: "slide" });
    const drawings = recordsOf(bytes, slide, kinds.drawing);
    for (const drawing of drawings) addAll(builder, shapeItems(bytes, drawing, []));
    if (drawings.length === 0)
      for (const text of textsIn(bytes, recordsIn(bytes, slide))) addText(text);
  }
}
