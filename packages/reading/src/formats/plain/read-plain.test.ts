import fc from "fast-check";
import iconv from "iconv-lite";
import { describe, expect, test } from "vitest";
import { outlineOf, readBytes } from "../../../test/read-bytes";

describe("separated values", () => {
  test.each([
    ["comma", 'a,b,c\n1,"x,\ny",3\n4,5\n'],
    ["semicolon", 'a;b;c\n1;"x,\ny";3\n4;5\n'],
    ["tab", "a\tb\tc\n1\tx,\ny\t3\n4\t5\n".replace("x,\ny", '"x,\ny"')],
    ["pipe", 'a|b|c\n1|"x,\ny"|3\n4|5\n'],
    ["declared", 'sep=;\na;b;c\n1;"x,\ny";3\n4;5\n'],
  ])("are found by their %s, with rows of any length", async (_, text) => {
    const { blocks, pages } = await readBytes(text, "a.csv");
    expect(pages[0]?.kind).toBe("sheet");
    expect(blocks[0]?.range).toBe("A1:C3");
    expect(blocks[0]?.cells?.map((cell) => cell.text)).toEqual([
      "a",
      "b",
      "c",
      "1",
      "x, y",
      "3",
      "4",
      "5",
    ]);
    expect(blocks[0]?.cells?.filter(({ isHeader }) => isHeader)).toHaveLength(3);
  });

  test("that are too many are cut, and it is said how many", async () => {
    const { blocks, warnings } = await readBytes("a,b\n".repeat(100), "a.csv", {
      limits: { cells: 20 },
    });
    expect(blocks[0]?.cells).toHaveLength(20);
    expect(warnings).toEqual(["Only the first 10 rows were read; about 90 more were left out."]);
  });

  test("are not swallowed by a quotation mark that nobody closes", async () => {
    const { blocks } = await readBytes('a,b\n"x,1\ny,2\nz,3\n', "a.csv");
    expect(blocks[0]?.cells).toHaveLength(8);
  });

  test("have no header where they begin with numbers", async () => {
    const { blocks } = await readBytes("1,2,x\n3,4,y\n", "a.csv");
    expect(blocks[0]?.cells?.some(({ isHeader }) => isHeader)).toBe(false);
  });
});

describe("JSON", () => {
  test("says values with their names, records as tables, lines of it too", async () => {
    const document = await readBytes(
      JSON.stringify({
        id: 7,
        tags: ["a", "b"],
        lines: [
          { item: "Pen", qty: 2 },
          { item: "Ink", note: null },
        ],
      }),
      "a.json",
    );
    expect(outlineOf(document)).toEqual([
      "paragraph: id: 7\ntags: a, b",
      "heading2: lines",
      "table: item\tqty\tnote\nPen\t2\t\nInk\t\t",
    ]);
    const lines = await readBytes('{"a":1}\n{"a":2}\n', "a.jsonl");
    expect(outlineOf(lines)).toEqual(["table: a\n1\n2"]);
  });

  test("beyond reason or broken is still read", async () => {
    const deep = await readBytes(`${"[".repeat(50_000)}1${"]".repeat(50_000)}`, "a.json");
    expect(deep.warnings).toHaveLength(1);
    expect((await readBytes('{"a": "long enough to be seen",', "a.json")).text).toContain(
      "long enough",
    );
  });
});

test("records with more fields than are read say so, in JSON and in XML", async () => {
  const names = Array.from({ length: 90 }, (_, index) => `f${index}`);
  const record = Object.fromEntries(names.map((name) => [name, 1]));
  const json = await readBytes(JSON.stringify([record, record]), "a.json");
  const fields = names.map((name) => `<${name}>1</${name}>`).join("");
  const xml = await readBytes(`<all><one>${fields}</one><one>${fields}</one></all>`, "a.xml");
  for (const { warnings } of [json, xml])
    expect(warnings).toEqual(["Only the first 80 of 90 fields of a record were read."]);
});

test("a patent of the old tape form has title, abstract and claims", async () => {
  const document = await readBytes(
    "PATN\nWKU  01\nTTL  A pen\nINVT\nNAM  Berg; Anna\nABST\nPAL  A pen that\n      writes.\nBSUM\nPAC  FIELD\nPAR  Pens.\nCLMS\nSTM  I claim:\nNUM  1.\nPAR  1. A pen.\nNUM  2.\nPAR  2. A red pen.\n",
    "a.txt",
  );
  expect(outlineOf(document)).toEqual([
    "title: A pen",
    "heading2: ABSTRACT",
    "paragraph: A pen that writes.",
    "heading2: FIELD",
    "paragraph: Pens.",
    "heading2: CLAIMS",
    "list-item1: 1. A pen.",
    "list-item1: 2. A red pen.",
  ]);
});

test("programs and logs are told as they stand", async () => {
  const { blocks, text } = await readBytes("if x:\n    run()\n", "a.py");
  expect(blocks.map(({ kind }) => kind)).toEqual(["code"]);
  expect(text).toBe("if x:\n    run()");
});

test("no text of marks, names and times loses a word", async () => {
  const piece = fc.constantFrom(
    "Ann: ",
    "00:01:02 ",
    "[",
    "]",
    "- ",
    "\n",
    "\n\n",
    " ",
    "1. ",
    "word ",
    "===\n",
    ">",
    "|",
    ",",
  );
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 60 }), async (pieces) => {
      const source = `begin ${pieces.join("")} end`;
      const { text } = await readBytes(source, "a.txt");
      const count = (within: string) => within.match(/word/g)?.length ?? 0;
      expect(count(text)).toBe(count(source));
    }),
    { numRuns: 100 },
  );
});

describe("separated values", () => {
  const rowsOf = async (text: string | Uint8Array, name = "a.csv") =>
    (await readBytes(text, name)).text.split("\n");
  const numbersOf = async (text: string) =>
    ((await readBytes(text, "a.csv")).blocks[0]?.cells ?? []).flatMap(({ number }) => number ?? []);

  test.each([
    [
      "two columns with a line break at the end",
      "Kosten;Betrag\r\nMiete;900,00\r\nStrom;110,50\r\n",
    ],
    ["decimal commas in every line", "1,5;Kosten\n900,00;Miete\n110,50;Strom\n"],
    ["the separator in its first line", "sep=;\r\nKosten;Betrag, netto\r\nMiete, kalt;900,00\r\n"],
    ["an empty line between", "Kosten;Betrag\n\nMiete;900,00\n"],
    [
      "semicolons in its words",
      "Name,Amount\nSmith; John,5\nDoe; Jane,7\n",
      ["Name\tAmount", "Smith; John\t5"],
    ],
    ["tabs", "Kosten\tBetrag\nMiete\t900,00\n", ["Kosten\tBetrag", "Miete\t900,00"]],
  ])("with %s are parted where people part them", async (_, text, rows: string[] = []) => {
    const found = await rowsOf(text);
    for (const row of found.filter((each) => each !== "")) expect(row.split("\t")).toHaveLength(2);
    for (const row of rows) expect(found).toContain(row);
  });

  test("of one column of amounts are not parted at their decimal commas", async () => {
    expect(await rowsOf("Betrag\n900,00\n1.110,50\n")).toEqual(["Betrag", "900,00", "1.110,50"]);
  });

  test("parted by semicolons have decimal commas, unless a number proves the point", async () => {
    expect(await numbersOf("Teil;Gewicht\nA;1,250\nB;2,125\n")).toEqual([1.25, 2.125]);
    expect(await numbersOf("Part;Price\nA;1,250\nB;2,125.50\n")).toEqual([1250, 2125.5]);
    expect(await numbersOf("Part,Weight\nA,4.125\nB,2.5\n")).toEqual([4.125, 2.5]);
  });

  test.each(["utf-16le", "utf8"])(
    "with tabs are a table in a text file too: %s",
    async (charset) => {
      const text = "Datum\tEmpfänger\tBetrag\r\n01.02.2026\tBäckerei\t-12,50\r\n";
      const bytes = iconv.encode(text, charset, { addBOM: charset !== "utf8" });
      const document = await readBytes(bytes, "a.txt");
      expect(document.format).toBe("csv");
      expect(document.text).toBe(text.replaceAll("\r\n", "\n").trim());
      expect((await readBytes("A text\twith a tab\nand a line without", "a.txt")).format).toBe(
        "text",
      );
      expect((await readBytes("10:01\tAnn\tHello\n10:02\tBo\tHi\n", "a.txt")).format).toBe("text");
    },
  );
});
