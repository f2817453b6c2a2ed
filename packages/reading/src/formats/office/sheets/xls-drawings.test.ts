import { utils, write } from "cfb";
import { expect, test } from "vitest";
import { readXlsDrawings } from "./xls-drawings";

function aRecord(kind: number, data: Buffer): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt16LE(kind, 0);
  head.writeUInt16LE(data.length, 2);
  return Buffer.concat([head, data]);
}

const begin = aRecord(0x0809, Buffer.alloc(16));
const end = aRecord(0x000a, Buffer.alloc(0));

function anObject(type: number): Buffer {
  const data = Buffer.alloc(18);
  data.writeUInt16LE(type, 4);
  return aRecord(0x005d, data);
}

function aText(...pieces: { words: string; isWide: boolean }[]): Buffer {
  const head = Buffer.alloc(18);
  head.writeUInt16LE(
    pieces.reduce((sum, { words }) => sum + words.length, 0),
    10,
  );
  return Buffer.concat([
    aRecord(0x01b6, head),
    ...pieces.map(({ words, isWide }) =>
      aRecord(
        0x003c,
        Buffer.concat([
          Buffer.from([isWide ? 1 : 0]),
          Buffer.from(words, isWide ? "utf16le" : "latin1"),
        ]),
      ),
    ),
  ]);
}

function aSeriesText(words: string): Buffer {
  return aRecord(0x100d, Buffer.concat([Buffer.from([0, 0, words.length, 0]), Buffer.from(words)]));
}

function aWorkbook(sheet: Buffer): Buffer {
  const bound = Buffer.concat([Buffer.alloc(6), Buffer.from([4, 0]), Buffer.from("Plan")]);
  const globals = [begin, aRecord(0x0085, bound), end];
  bound.writeUInt32LE(
    globals.reduce((sum, { length }) => sum + length, 0),
    0,
  );
  const container = utils.cfb_new();
  const stream = Buffer.concat([begin, aRecord(0x0085, bound), end, begin, sheet, end]);
  utils.cfb_add(container, "/Workbook", stream);
  return Buffer.from(write(container, { type: "buffer" }));
}

const wordsOn = (bytes: Buffer) =>
  readXlsDrawings(bytes)
    .get("Plan")
    ?.drawn.flatMap(({ items }) => items);

test("words of shapes are read, also in two pieces, and those of comments are left to the cells", () => {
  const sheet = [
    anObject(6),
    aText({ words: "North ", isWide: false }, { words: "côté", isWide: true }),
    anObject(0x19),
    aText({ words: "a comment", isWide: false }),
  ];
  expect(wordsOn(aWorkbook(Buffer.concat(sheet)))).toEqual([
    { kind: "paragraph", text: "North côté" },
  ]);
});

test("titles of a chart on the sheet belong to the sheet", () => {
  const sheet = [
    begin,
    aSeriesText("Sales"),
    end,
    anObject(6),
    aText({ words: "below", isWide: false }),
  ];
  expect(wordsOn(aWorkbook(Buffer.concat(sheet)))).toEqual([
    { kind: "caption", text: "Sales" },
    { kind: "paragraph", text: "below" },
  ]);
});

test("other files have none, and a cut file ends early", () => {
  expect(readXlsDrawings(Buffer.from("no workbook"))).toEqual(new Map());
  const cut = aWorkbook(aText({ words: "whole", isWide: false }).subarray(0, 30));
  expect(wordsOn(cut)?.map((item) => "text" in item && item.text)).not.toContain("whole");
});
