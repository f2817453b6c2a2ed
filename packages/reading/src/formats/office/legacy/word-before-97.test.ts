import { utils, write } from "cfb";
import iconv from "iconv-lite";
import { expect, test } from "vitest";
import { outlineOf, readBytes } from "../../../../test/read-bytes";

type Given = {
  locale?: number;
  flags?: number;
  notes?: Buffer;
  pieces?: [from: number, to: number][];
};

/** Returns a document of Word 95. Its text begins at 768; pieces are places in the text, in the order of reading. */
function anOldWord(
  body: Buffer,
  { locale = 1033, flags = 0, notes = Buffer.alloc(0), pieces }: Given = {},
) {
  const text = Buffer.concat([body, notes]);
  const head = Buffer.alloc(768);
  head.writeUInt16LE(0xa5dc, 0);
  head.writeUInt16LE(101, 2);
  head.writeUInt16LE(locale, 6);
  head.writeUInt16LE(flags, 0x0a);
  head.writeUInt32LE(768, 0x18);
  head.writeUInt32LE(768 + text.length, 0x1c);
  head.writeUInt32LE(body.length, 0x34);
  head.writeUInt32LE(notes.length, 0x38);
  const table = pieces ? aPieceTable(pieces) : Buffer.alloc(0);
  head.writeUInt32LE(768 + text.length, 0x160);
  head.writeUInt32LE(table.length, 0x164);
  const container = utils.cfb_new();
  utils.cfb_add(
    container,
    "/WordDocument",
    Buffer.concat([head, text, table, Buffer.alloc(4_096)]),
  );
  return Uint8Array.from(write(container, { type: "buffer" }));
}

function aPieceTable(pieces: [from: number, to: number][]): Buffer {
  const list = Buffer.alloc(4 * (pieces.length + 1) + 8 * pieces.length);
  let position = 0;
  for (const [index, [from, to]] of pieces.entries()) {
    position += to - from;
    list.writeUInt32LE(position, 4 * (index + 1));
    list.writeUInt32LE(768 + from, 4 * (pieces.length + 1) + 8 * index + 2);
  }
  const head = Buffer.from([1, 2, 0, 9, 9, 2, 0, 0, 0, 0]);
  head.writeUInt32LE(list.length, 6);
  return Buffer.concat([head, list]);
}

const read = (bytes: Uint8Array) => readBytes(bytes, "a.doc");

test("a document of Word 95 gives its words, its tables and its notes, and says what is missing", async () => {
  const body = "Dear Ann\rSee \x13 PAGE \x1412\x15 here.\x02\rA\x07B\x07\x07C\x07D\x07\x07End\r";
  const document = await read(
    anOldWord(Buffer.from(body, "latin1"), { notes: Buffer.from("\x02 A note\r") }),
  );
  expect(outlineOf(document)).toEqual([
    "paragraph: Dear Ann",
    "paragraph: See 12 here.",
    "table: A\tB\nC\tD",
    "paragraph: End",
    "footnote: A note",
  ]);
  expect(document.warnings.join()).toContain("before 1997");
});

test("a document of Word 95 is read in the code page of its language, and in the order of its pieces", async () => {
  const russian = anOldWord(iconv.encode("Договор\r", "windows-1251"), { locale: 1049 });
  expect((await read(russian)).text).toBe("Договор");
  const quick = anOldWord(Buffer.from("second. First, "), {
    flags: 4,
    pieces: [
      [8, 15],
      [0, 7],
    ],
  });
  expect((await read(quick)).text).toBe("First, second.");
});

test("a protected document of Word 95 asks for its password", async () => {
  await expect(read(anOldWord(Buffer.from("x"), { flags: 0x100 }))).rejects.toMatchObject({
    code: "ENCRYPTED",
  });
});
