import { strToU8 } from "fflate";
import { compress } from "snappyjs";
import { describe, expect, test } from "vitest";
import { aPdf } from "../../../test/a-pdf";
import { aZip } from "../../../test/office-files";
import { outlineOf, readBytes } from "../../../test/read-bytes";

type Value = number | string | Buffer;

/** A message of these fields, in their order. */
function message(...fields: [number: number, value: Value][]): Buffer {
  return Buffer.concat(
    fields.flatMap(([number, value]) => {
      if (typeof value === "number") return [varint(number * 8), varint(value)];
      const bytes = Buffer.from(value);
      return [varint(number * 8 + 2), varint(bytes.length), bytes];
    }),
  );
}

function varint(value: number): Buffer {
  const bytes: number[] = [];
  let rest = value;
  for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128);
  return Buffer.from([...bytes, rest]);
}

const to = (id: number) => message([1, id]);

/** A part with these objects, packed as iWork does. */
function part(...objects: [id: number, type: number, body: Buffer][]): Uint8Array {
  const plain = Buffer.concat(
    objects.flatMap(([id, type, body]) => {
      const header = message([1, id], [2, message([1, type], [3, body.length])]);
      return [varint(header.length), header, body];
    }),
  );
  const packed = Buffer.from(compress(plain));
  const head = Buffer.alloc(4);
  head.writeUIntLE(packed.length, 1, 3);
  return Buffer.concat([head, packed]);
}

const storage = (text: string, kind = 0, ...more: [number, Value][]) =>
  message([1, kind], [3, text], ...more);

/** A table of marks: an offset in the text, and the object there. */
const marks = (...list: [offset: number, id: number][]) =>
  message(...list.map(([offset, id]): [number, Value] => [1, message([1, offset], [2, to(id)])]));

const plist = { "Metadata/BuildVersionHistory.plist": "x" };

describe("a document of Apple's programs", () => {
  test("of Pages has its headings, what is anchored in a paragraph, notes and headers", async () => {
    const document = await readBytes(
      aZip({
        ...plist,
        "preview.jpg": "not read",
        "Index/Document.iwa": part(
          [1, 10_000, message([2, to(20)], [3, to(21)], [4, to(22)], [5, to(30)])],
          [
            20,
            2001,
            storage(
              "Lease\nThe rent\u2028is due.\ufffc\nThe end.",
              0,
              [5, marks([0, 40], [6, 41])],
              [9, marks([22, 23])],
            ),
          ],
          [21, 2001, storage("Quayside Ropes", 1)],
          [22, 2001, storage("A note.", 2)],
          [23, 2003, message([1, to(24)])],
          [24, 2001, storage("In a box.", 3)],
          [30, 401, message([1, to(31)])],
          [31, 2001, storage("Sample of a style")],
          [40, 2022, message([1, message([3, to(42)])])],
          [41, 2022, message([1, message([1, "Body"])])],
          [42, 2022, message([1, message([1, "Heading 2"])])],
        ),
      }),
      "lease.pages",
    );
    expect(document.format).toBe("pages");
    expect(outlineOf(document)).toEqual([
      "heading2: Lease",
      "paragraph: The rent\nis due.",
      "paragraph: In a box.",
      "paragraph: The end.",
      "header: Quayside Ropes",
      "footnote: A note.",
    ]);
  });

  test("of Keynote has a page for each slide, and no words of its templates", async () => {
    const document = await readBytes(
      aZip({
        "Deck.key/Index.zip": Buffer.from(
          aZip({
            "Index/Document.iwa": part(
              [1, 1, message([2, to(20)])],
              [20, 3, message([2, to(40)], [3, message([2, to(31)], [2, to(30)])])],
            ),
            "Index/Slide-30.iwa": part(
              [30, 5, message([5, to(32)])],
              [32, 2001, storage("Second")],
            ),
            "Index/Slide.iwa": part([31, 5, message([5, to(33)])], [33, 2001, storage("First")]),
            "Index/TemplateSlide-1.iwa": part(
              [40, 5, message([5, to(41)])],
              [41, 2001, storage("Double-click to edit")],
            ),
          }),
        ),
      }),
      "deck.key",
    );
    expect(document.format).toBe("keynote");
    expect(document.pages.map(({ kind, span }) => [kind, document.text.slice(...span)])).toEqual([
      ["slide", "First"],
      ["slide", "Second"],
    ]);
  });

  test("of Numbers has its sheets and the values of its cells, in both forms of cells", async () => {
    const head = (kind: number, flags: number) => {
      const bytes = Buffer.alloc(12);
      bytes.set([5, kind]);
      bytes.writeUInt32LE(flags, 8);
      return bytes;
    };
    const whole = (value: number) => Buffer.from(Uint32Array.of(value).buffer);
    const double = (value: number) => Buffer.from(Float64Array.of(value).buffer);
    const decimal = Buffer.alloc(16);
    decimal.writeUInt16LE(12_345, 0);
    decimal[15] = 0x80 | ((0x1820 - 2) >> 7);
    decimal[14] = ((0x1820 - 2) & 0x7f) << 1;
    const cells = [
      Buffer.concat([head(3, 8), whole(1)]),
      Buffer.concat([head(2, 1), decimal]),
      Buffer.concat([head(5, 4), double(86_400 * 365)]),
      Buffer.concat([head(9, 16), whole(1)]),
      Buffer.concat([head(6, 2), double(1)]),
    ];
    const old = Buffer.concat([
      Buffer.from([4, 2, 0, 0]),
      whole(0x26),
      Buffer.alloc(12),
      double(4650),
    ]);
    const document = await readBytes(
      aZip({
        ...plist,
        "Index/Document.iwa": part(
          [1, 1, message([1, to(20)])],
          [20, 2, message([1, "Cash"], [2, to(21)])],
          [21, 6000, message([2, to(22)])],
          [
            22,
            6001,
            message(
              [
                4,
                message([3, message([1, message([1, 0], [2, to(23)])])], [4, to(24)], [17, to(25)]),
              ],
              [6, 3],
              [7, 5],
              [8, "Rents"],
              [9, 1],
            ),
          ],
          [
            23,
            6002,
            message(
              [5, message([1, 0], ...row(cells))],
              [5, message([1, 2], [3, old], [4, places([0xffff, 0])])],
            ),
          ],
          [24, 6005, message([3, message([1, 1], [3, "Rent"])])],
          [25, 6005, message([3, message([1, 1], [9, to(26)])])],
          [26, 6218, message([1, to(27)])],
          [27, 2001, storage("rich")],
        ),
      }),
      "cash.numbers",
    );
    expect(document.format).toBe("numbers");
    expect(document.pages.map(({ kind, label }) => [kind, label])).toEqual([["sheet", "Cash"]]);
    expect(outlineOf(document)[0]).toBe("caption: Rents");
    expect(
      document.blocks[1]?.cells?.map(({ text, row, column, isHeader }) => [
        text,
        row,
        column,
        isHeader ?? false,
      ]),
    ).toEqual([
      ["Rent", 0, 0, true],
      ["-123.45", 0, 1, true],
      ["2002-01-01", 0, 2, true],
      ["rich", 0, 3, true],
      ["TRUE", 0, 4, true],
      ["4650", 2, 1, false],
    ]);
  });

  test("of 2009 has its text and tables, and what is chosen in a menu", async () => {
    const cells = `<sf:t sf:ct="0"><sf:ct sfa:s="Item"/></sf:t><sf:t><sf:ct sfa:s="Due"/></sf:t><sf:pm sf:ct="255"><sf:menu-choices><sf:t sfa:ID="a"><sf:ct sfa:s="Rent"/></sf:t><sf:t sfa:ID="b"><sf:ct sfa:s="Heat"/></sf:t></sf:menu-choices><sf:proxied-cell-ref sfa:IDREF="b"/></sf:pm><sf:d sf:cell-date="86400"/><sf:f><sf:fo sf:fs="=A1"/><sf:r><sf:rn sf:v="-97.400000000000006"/></sf:r></sf:f>`;
    const document = await readBytes(
      aZip({
        "index.xml": `<?xml version="1.0"?><ls:document><ls:stylesheet><sf:p>Sample</sf:p></ls:stylesheet><ls:workspace ls:workspace-name="Cash"><sf:tabular-model sf:name="Costs" sf:name-is-visible="true" sf:num-header-rows="1"><sf:grid><sf:datasource>${cells}</sf:datasource></sf:grid></sf:tabular-model><sf:text-body><sf:p>Paid <sf:span>late</sf:span>,<sf:br/>again.</sf:p></sf:text-body></ls:workspace></ls:document>`,
      }),
      "cash.numbers",
    );
    expect(document.format).toBe("numbers");
    expect(document.pages.map(({ label }) => label)).toEqual(["Cash"]);
    expect(outlineOf(document)).toEqual([
      "caption: Costs",
      "table: Item\tDue\nHeat\t2001-01-02\t-97.4",
      "paragraph: Paid late,\nagain.",
    ]);
  });

  test("is read by the PDF inside it where there is one, and keeps its own format", async () => {
    const document = await readBytes(
      aZip({
        "index.xml": "<sl:document><sf:p>The rent is due.</sf:p></sl:document>",
        "QuickLook/Preview.pdf": await aPdf((pdf) => void pdf.text("The rent is due.")),
      }),
      "lease.pages",
    );
    expect([document.format, document.mediaType, document.text]).toEqual([
      "pages",
      "application/vnd.apple.pages",
      "The rent is due.",
    ]);
    expect(document.pages[0]?.kind).toBe("page");
  });

  test("with a damaged part says that parts are missing", async () => {
    const name = "Index/Broken.iwa";
    const bytes = Buffer.from(
      aZip({
        ...plist,
        "Index/Document.iwa": part(
          [1, 10_000, message([4, to(22)])],
          [22, 2001, storage("Saved words.")],
        ),
        [name]: "a".repeat(4_000),
      }),
    );
    const start = bytes.indexOf(name) + name.length;
    bytes.fill(0xff, start, start + 8);
    const document = await readBytes(bytes, "a.pages");
    expect(document.text).toBe("Saved words.");
    expect(document.warnings).toEqual(["The file is damaged: parts of the document are missing."]);
  });

  test("without words is empty", async () => {
    const bytes = aZip({ ...plist, "Index/Document.iwa": strToU8("x") });
    await expect(readBytes(bytes, "a.pages")).rejects.toMatchObject({ code: "EMPTY" });
  });
});

/** The bytes of the cells of a row one after the other, and where each begins. */
function row(cells: Buffer[]): [number, Value][] {
  let at = 0;
  const starts = cells.map((cell) => {
    at += cell.length;
    return at - cell.length;
  });
  return [
    [6, Buffer.concat(cells)],
    [7, places(starts)],
  ];
}

function places(starts: number[]): Buffer {
  return Buffer.from(Uint16Array.from(starts).buffer);
}
