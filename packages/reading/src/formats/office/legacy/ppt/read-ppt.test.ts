import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deflateSync } from "node:zlib";
import { utils, write } from "cfb";
import { afterAll, beforeAll, expect, test } from "vitest";
import { outlineOf } from "../../../../../test/read-bytes";
import { defaultLimits } from "../../../../contract/limits";
import { readPpt } from "./read-ppt";
import { kinds } from "./records";

let outputDirectory = "";

beforeAll(async () => {
  outputDirectory = await mkdtemp(join(tmpdir(), "ppt-"));
});

afterAll(() => rm(outputDirectory, { recursive: true }));

const container = 15;

function record(kind: number, content: Buffer | Buffer[], head = 0): Buffer {
  const body = Array.isArray(content) ? Buffer.concat(content) : content;
  const header = Buffer.alloc(8);
  header.writeUInt16LE(head, 0);
  header.writeUInt16LE(kind, 2);
  header.writeUInt32LE(body.length, 4);
  return Buffer.concat([header, body]);
}

const holding = (kind: number, ...records: Buffer[]) => record(kind, records, container);
const numbers = (...all: number[]) => {
  const bytes = Buffer.alloc(all.length * 4);
  for (const [index, each] of all.entries()) bytes.writeInt32LE(each, index * 4);
  return bytes;
};
const text = (role: number, words: string) =>
  Buffer.concat([
    record(kinds.textHeader, numbers(role)),
    record(kinds.textChars, Buffer.from(words, "utf16le")),
  ]);
const words = (instance: number, all: string) =>
  record(kinds.string, Buffer.from(all, "utf16le"), instance << 4);

type Place = [left: number, top: number, right: number, bottom: number];

/** A shape with words of its own, or with a number of the outline's. */
function shape(content: string | number, place: Place, isInGroup = false): Buffer {
  const [left, top, right, bottom] = place;
  const anchor = isInGroup
    ? record(kinds.childAnchor, numbers(left, top, right, bottom))
    : record(kinds.clientAnchor, numbers(top, left, right, bottom));
  const inside =
    typeof content === "number" ? record(kinds.outlineTextRef, numbers(content)) : text(4, content);
  return holding(kinds.shape, anchor, holding(kinds.textbox, inside));
}

const drawing = (...shapes: Buffer[]) =>
  holding(
    kinds.drawing,
    holding(0xf002, holding(kinds.groupShape, holding(kinds.shape), ...shapes)),
  );

const slideAtom = (masterId: number, notesId: number) =>
  record(kinds.slideAtom, numbers(0, 0, 0, masterId, notesId, 0));

/** Puts objects into a file with a directory of where each is. The first is the document. */
function aFile(objects: Buffer[], pictures = 0): Buffer {
  const offsets: number[] = [];
  let at = 0;
  for (const each of objects) {
    offsets.push(at);
    at += each.length;
  }
  const directory = record(kinds.persistDirectory, numbers((objects.length << 20) | 1, ...offsets));
  const edit = record(kinds.userEdit, numbers(0, 0, 0, at, 1, 0, 0));
  const file = utils.cfb_new();
  const current = record(kinds.currentUser, numbers(20, 0, at + directory.length));
  utils.cfb_add(file, "/PowerPoint Document", Buffer.concat([...objects, directory, edit]));
  utils.cfb_add(file, "/Current User", current);
  if (pictures > 0) utils.cfb_add(file, "/Pictures", Buffer.alloc(pictures));
  return Buffer.from(write(file, { type: "buffer" }));
}

function listOf(instance: number, entries: { persistId: number; id: number; outline?: Buffer }[]) {
  const inside = entries.flatMap(({ persistId, id, outline = Buffer.alloc(0) }) => [
    record(kinds.slidePersist, numbers(persistId, 0, 0, id, 0)),
    outline,
  ]);
  return record(kinds.slideListWithText, inside, (instance << 4) | container);
}

const read = (bytes: Buffer) =>
  readPpt({
    bytes,
    fileName: "a.ppt",
    format: "ppt",
    mediaType: "",
    outputDirectory,
    limits: defaultLimits,
    recognising: () => undefined,
    nativeTools: false,
  });

test("words of every shape are read in their places, with the master's, the notes and the comments", async () => {
  const slides = listOf(0, [
    { persistId: 2, id: 256, outline: Buffer.concat([text(0, "Title"), text(1, "one\rtwo")]) },
  ]);
  const document = holding(
    kinds.document,
    listOf(1, [{ persistId: 3, id: 99 }]),
    slides,
    listOf(2, [{ persistId: 4, id: 77 }]),
  );
  const comment = holding(kinds.comment, words(0, "Ann"), words(1, "Look"));
  const slide = holding(
    kinds.slide,
    slideAtom(99, 77),
    drawing(
      shape("below", [0, 900, 400, 950]),
      shape(0, [0, 0, 400, 90]),
      shape(1, [0, 100, 400, 500]),
      shape("*", [0, 960, 400, 990]),
    ),
    holding(kinds.headersFooters, words(2, "Confidential")),
    record(kinds.tagData, comment),
  );
  const held = holding(
    kinds.shape,
    holding(0xf011, record(kinds.placeholder, numbers(0, 0))),
    holding(kinds.textbox, text(0, "Click to edit")),
  );
  const master = holding(kinds.mainMaster, drawing(held, shape("Logo Ltd", [0, 0, 10, 10])));
  const notes = holding(kinds.notes, drawing(shape("say\rthis", [0, 0, 10, 10])));

  const found = await read(aFile([document, slide, master, notes], 4_096));
  expect(outlineOf(found)).toEqual([
    "heading1: Title",
    "paragraph: one",
    "paragraph: two",
    "paragraph: below",
    "header: Logo Ltd",
    "footer: Confidential",
    "footnote: Notes: say\nthis",
    "comment: Ann: Look",
  ]);
  expect(found.warnings).toEqual([
    "The pictures of the presentation were not read. Where LibreOffice is installed, they are.",
  ]);
});

test("a group that is a table becomes a table", async () => {
  const options = Buffer.alloc(6);
  options.writeUInt16LE(0x039f, 0);
  options.writeUInt32LE(1, 2);
  const own = holding(
    kinds.shape,
    record(kinds.moreOptions, options, (1 << 4) | 3),
    record(kinds.clientAnchor, numbers(100, 0, 800, 500)),
  );
  const cell = (content: string, place: Place) => shape(content, place, true);
  const table = holding(
    kinds.groupShape,
    own,
    cell("Task", [0, 0, 300, 50]),
    cell("Days", [300, 0, 600, 50]),
    cell("Paint", [0, 50, 300, 100]),
    cell("3", [300, 50, 600, 100]),
    cell("all of it", [0, 100, 600, 150]),
  );
  const slide = holding(
    kinds.slide,
    slideAtom(0, 0),
    drawing(shape("Plan", [0, 0, 90, 90]), table),
  );
  const document = holding(kinds.document, listOf(0, [{ persistId: 2, id: 256 }]));

  const found = await read(aFile([document, slide]));
  expect(outlineOf(found)).toEqual(["paragraph: Plan", "table: Task\tDays\nPaint\t3\nall of it"]);
  expect(found.blocks[1]?.cells?.at(-1)).toMatchObject({ row: 2, column: 0, columnSpan: 2 });
});

test("an embedded object becomes an attachment, and one that is damaged is told", async () => {
  const embedded = (persistId: number) =>
    holding(
      kinds.embedded,
      record(kinds.embeddedAtom, numbers(0, 0, 1, 0, persistId, 0)),
      words(2, "Excel.Sheet.8"),
    );
  const file = utils.cfb_new();
  utils.cfb_add(file, "/Workbook", Buffer.from("a workbook"));
  const bytes = Buffer.from(write(file, { type: "buffer" }));
  const packed = Buffer.concat([numbers(bytes.length), deflateSync(bytes)]);
  const document = holding(
    kinds.document,
    holding(kinds.externalObjects, embedded(3), embedded(4)),
    listOf(0, [{ persistId: 2, id: 256 }]),
  );
  const slide = holding(kinds.slide, slideAtom(0, 0), drawing(shape("Plan", [0, 0, 90, 90])));
  const stored = record(kinds.storedObject, packed, 1 << 4);
  const broken = record(kinds.storedObject, Buffer.from("xxxxxxxx"), 1 << 4);

  const found = await read(aFile([document, slide, stored, broken]));
  expect(found.attachments).toMatchObject([{ fileName: "Excel.xls", size: bytes.length }]);
  expect(await readFile(found.attachments[0]?.path ?? "")).toEqual(bytes);
  expect(found.warnings).toEqual(["An embedded object is damaged and could not be read."]);
});
