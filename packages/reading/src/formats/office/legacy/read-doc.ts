import {
  createDocumentBuilder,
  type DocumentBuilder,
} from "@besunny/document-model/document-builder";
import type { ParsedDocument } from "@besunny/document-model/parsed-document";
import WordExtractor from "word-extractor";
import type { ReaderInput } from "../../../contract/reader-input";
import { corrupt, unsupported } from "../../../contract/refusals";
import { readDocx } from "../docx/read-docx";
import { convertWithLibreOffice } from "./libreoffice";
import { keepOleObjects } from "./ole-objects";
import { type OldWord, readWordBefore97 } from "./word-before-97";

/** Reads a Word file from before 2007: with LibreOffice if installed, else its text and notes with a library. Throws `ReadingError`. */
export async function readDoc(source: ReaderInput): Promise<ParsedDocument> {
  const converted = await convertWithLibreOffice(source, "doc", "docx");
  if (converted) {
    const document = await readDocx({ ...source, bytes: converted }).catch(() => null);
    if (document && (document.text.trim() !== "" || document.attachments.length > 0))
      return document;
  }
  const old = readWordBefore97(source.bytes);
  return old ? withoutLibrary(old, source) : readWithLibrary(source);
}

function withoutLibrary(old: OldWord, source: ReaderInput): ParsedDocument {
  const builder = createDocumentBuilder(source);
  builder.startPage({ kind: "flow" });
  builder.add({ kind: "header", text: old.headers.replaceAll("\r", "\n") });
  addBody(builder, old.body);
  addBody(builder, old.boxes);
  for (const note of linesOf(old.notes)) builder.add({ kind: "footnote", text: note });
  for (const remark of linesOf(old.remarks)) builder.add({ kind: "comment", text: remark });
  builder.warnings.push(
    "The document is of a Word before 1997. Its text was read without its form, its lists and its pictures.",
  );
  return builder.build();
}

async function readWithLibrary(source: ReaderInput): Promise<ParsedDocument> {
  const document = await new WordExtractor().extract(source.bytes).catch((cause: unknown) => {
    if (cause instanceof Error && /word 95|too old|unsupported|version/i.test(cause.message))
      throw unsupported(
        "A document of a Word before 1997",
        "Open it in Word or LibreOffice, save it as DOCX and upload that.",
      );
    throw corrupt("The Word document", cause);
  });
  const builder = createDocumentBuilder(source);
  builder.startPage({ kind: "flow" });
  builder.add({ kind: "header", text: document.getHeaders({ includeFooters: false }) });
  addBody(builder, document.getBody());
  addBody(builder, document.getTextboxes());
  for (const note of [document.getFootnotes(), document.getEndnotes()])
    builder.add({ kind: "footnote", text: note });
  for (const remark of linesOf(document.getAnnotations()))
    builder.add({ kind: "comment", text: remark });
  builder.add({ kind: "footer", text: document.getFooters() });
  await keepOleObjects(builder, source);
  return builder.build();
}

function linesOf(text: string): string[] {
  return text.split(/[\r\n]+/).filter((line) => line.trim() !== "");
}

/** Adds the library's text, in which a line end ends a paragraph and a tab ends a cell. Adjacent lines with tabs become a table. */
function addBody(builder: DocumentBuilder, text: string) {
  let rows: string[][] = [];
  const close = () => {
    const [only] = rows;
    if (rows.length === 1 && only) builder.add({ kind: "paragraph", text: only.join("\t") });
    else
      builder.addTable({
        cells: rows.flatMap((cells, row) =>
          cells.map((cell, column) => ({ text: cell, row, column })),
        ),
      });
    rows = [];
  };
  for (const line of linesOf(text)) {
    const cells = line.split("\t");
    while (cells.length > 1 && cells.at(-1) === "") cells.pop();
    if (cells.length > 1 && (rows.length === 0 || rows[0]?.length === cells.length))
      rows.push(cells);
    else {
      if (rows.length > 0) close();
      if (cells.length > 1) rows.push(cells);
      else builder.add({ kind: "paragraph", text: line });
    }
  }
  if (rows.length > 0) close();
}
