import { utils, write } from "@e965/xlsx";
import ExcelJS from "exceljs";
import { strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { relations } from "../../../../test/office-files";
import { outlineOf, readBytes } from "../../../../test/read-bytes";

async function aWorkbook(fill: (workbook: ExcelJS.Workbook) => void): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  fill(workbook);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

const patiently = { timeout: 30_000 };

describe("a sheet", patiently, () => {
  test("has a table for each island of cells, and a line over one that is its title by itself", async () => {
    const bytes = await aWorkbook((workbook) => {
      const sheet = workbook.addWorksheet("S");
      sheet.getCell("A1").value = "Rents";
      sheet.mergeCells("A1:B1");
      sheet.getCell("A2").value = "Year";
      sheet.getCell("B2").value = "EUR";
      sheet.getCell("A3").value = "old";
      sheet.getCell("B3").value = 5;
      sheet.getCell("E2").value = "Name";
      sheet.getCell("F2").value = "Floor";
      sheet.getCell("E3").value = "Bo";
      sheet.getCell("F3").value = 2;
      sheet.getCell("A6").value = "Sum";
      sheet.getCell("C6").value = 7;
    });
    const document = await readBytes(bytes, "a.xlsx");
    expect(outlineOf(document)).toEqual([
      "heading1: S",
      "table: Rents",
      "table: Year\tEUR\nold\t5",
      "table: Name\tFloor\nBo\t2",
      "table: Sum\t7",
    ]);
    expect(document.blocks.flatMap(({ range }) => range ?? [])).toEqual([
      "A1:B1",
      "A2:B3",
      "E2:F3",
      "A6:C6",
    ]);
    expect(document.blocks[2]?.cells?.map(({ isHeader, number }) => [isHeader, number])).toEqual([
      [true, undefined],
      [true, undefined],
      [undefined, undefined],
      [undefined, 5],
    ]);
  });

  test("keeps each formula beside its value, and a date as its format shows it", async () => {
    const bytes = await aWorkbook((workbook) => {
      const sheet = workbook.addWorksheet("S");
      sheet.getCell("A1").value = 5;
      sheet.getCell("B1").value = { formula: "_xlfn.SUM(A1,2)", result: 7 };
      sheet.getCell("C1").value = new Date(Date.UTC(2026, 0, 5));
      sheet.getCell("C1").numFmt = "d. mmmm yyyy";
      sheet.getCell("D1").value = new Date(Date.UTC(2026, 0, 5));
      sheet.getCell("D1").numFmt = "m/d/yy";
    });
    const { blocks } = await readBytes(bytes, "a.xlsx");
    expect(blocks[1]?.cells?.map(({ text, shown, formula }) => [text, shown, formula])).toEqual([
      ["5", undefined, undefined],
      ["7", undefined, "=SUM(A1,2)"],
      ["2026-01-05 (5. January 2026)", "5. January 2026", undefined],
      ["2026-01-05", undefined, undefined],
    ]);
  });

  test("shows dates, percents, errors and truth as people read them, links and remarks with their cells", async () => {
    const bytes = await aWorkbook((workbook) => {
      const sheet = workbook.addWorksheet("S");
      sheet.getCell("A1").value = new Date(Date.UTC(2026, 0, 5));
      sheet.getCell("A1").numFmt = "d/m/yy";
      sheet.getCell("B1").value = new Date(Date.UTC(2026, 0, 5, 13, 30));
      sheet.getCell("B1").numFmt = "dd.mm.yyyy hh:mm";
      sheet.getCell("C1").value = 0.125;
      sheet.getCell("C1").numFmt = "0.0%";
      sheet.getCell("D1").value = { error: "#DIV/0!" };
      sheet.getCell("E1").value = true;
      sheet.getCell("F1").value = { text: "home", hyperlink: "https://a.example/" };
      sheet.getCell("F1").note = "Ann: look";
    });
    const document = await readBytes(bytes, "a.xlsx");
    expect(outlineOf(document)).toEqual([
      "heading1: S",
      "table: 2026-01-05\t2026-01-05 13:30:00 (05.01.2026 13:30)\t12.5%\t#DIV/0!\tTRUE\thome",
      expect.stringMatching(/^comment: F1.*look$/),
    ]);
    expect(document.links).toMatchObject([{ url: "https://a.example/" }]);
    expect(document.blocks[1]?.cells?.[2]?.number).toBe(0.125);
  });

  test("that is hidden is read and said to be, as are hidden rows and columns", async () => {
    const bytes = await aWorkbook((workbook) => {
      const open = workbook.addWorksheet("Open");
      open.getCell("A1").value = "x";
      open.getRow(1).hidden = true;
      open.getColumn(2).hidden = true;
      const secret = workbook.addWorksheet("Secret", { state: "veryHidden" });
      secret.getCell("A1").value = "y";
    });
    const document = await readBytes(bytes, "a.xlsx");
    expect(document.text).toContain("y");
    expect(document.warnings).toEqual([
      "Sheet “Open” has 1 hidden rows and 1 hidden columns; they were read.",
      "Sheet “Secret” is hidden; it was read all the same.",
    ]);
  });

  test("leaves out and names words that a format or white on white hides", async () => {
    const white = { color: { argb: "FFFFFFFF" } };
    const fill = (argb: string) =>
      ({ type: "pattern", pattern: "solid", fgColor: { argb } }) as const;
    const bytes = await aWorkbook((workbook) => {
      const sheet = workbook.addWorksheet("S");
      sheet.addRow(["seen", "by format", 42, 0, "pale", "on blue", "on white", "theme"]);
      for (const name of ["B1", "C1", "D1"]) sheet.getCell(name).numFmt = ";;;";
      for (const name of ["E1", "F1", "G1"]) sheet.getCell(name).font = white;
      sheet.getCell("F1").fill = fill("FF0000FF");
      sheet.getCell("G1").fill = fill("FFFFFFFF");
      sheet.getCell("H1").font = { color: { theme: 0 } };
      const ruled = workbook.addWorksheet("Ruled");
      ruled.getCell("A1").value = "pale";
      ruled.getCell("A1").font = white;
      ruled.addConditionalFormatting({
        ref: "A1:A9",
        rules: [
          {
            type: "expression",
            priority: 1,
            formulae: ["TRUE"],
            style: { fill: fill("FF00FF00") },
          },
        ],
      });
    });
    const document = await readBytes(bytes, "a.xlsx");
    expect(outlineOf(document)).toEqual([
      "heading1: S",
      "table: seen\ton blue",
      "heading1: Ruled",
      "table: pale",
    ]);
    expect(document.warnings).toEqual([
      "Sheet “S” has words that nobody can see. They were left out: “by format 42 pale on white theme”",
      "Sheet “Ruled” has white words, which may not show. They were read: “pale”",
    ]);
  });

  test("that claims to be endless, with a merge over all of it, costs no more than what is in it", async () => {
    const bytes = await aWorkbook((workbook) => {
      const sheet = workbook.addWorksheet("S");
      sheet.getCell("A1").value = "a";
      sheet.getCell("B2").value = "b";
    });
    const files = unzipSync(bytes);
    const name = "xl/worksheets/sheet1.xml";
    const xml = new TextDecoder()
      .decode(files[name])
      .replace(/<dimension ref="[^"]*"/, '<dimension ref="A1:XFD1048576"')
      .replace(
        "</sheetData>",
        '</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>',
      );
    const document = await readBytes(zipSync({ ...files, [name]: strToU8(xml) }), "a.xlsx");
    expect(document.blocks[1]?.cells?.[0]).toMatchObject({ rowSpan: 20, columnSpan: 20 });
  });
});

describe("a workbook", patiently, () => {
  test("tells the data of its charts and the words in its drawings where they stand", async () => {
    const bytes = await aWorkbook((workbook) => {
      const sheet = workbook.addWorksheet("S");
      sheet.getCell("A1").value = "above";
      sheet.getCell("A20").value = "below";
    });
    const drawing = `<xdr:wsDr xmlns:xdr="x" xmlns:a="a" xmlns:c="c" xmlns:r="r"><xdr:twoCellAnchor><xdr:from><xdr:col>0</xdr:col><xdr:row>4</xdr:row></xdr:from>
      <xdr:sp><xdr:txBody><a:p><a:r><a:t>boxed</a:t></a:r></a:p></xdr:txBody></xdr:sp></xdr:twoCellAnchor>
      <xdr:twoCellAnchor><xdr:from><xdr:col>0</xdr:col><xdr:row>8</xdr:row></xdr:from><xdr:graphicFrame><c:chart r:id="c"/></xdr:graphicFrame></xdr:twoCellAnchor></xdr:wsDr>`;
    const chart = `<c:chartSpace xmlns:c="c"><c:chart><c:plotArea><c:pieChart><c:ser><c:tx><c:v>Share</c:v></c:tx><c:cat><c:pt idx="0"><c:v>us</c:v></c:pt></c:cat><c:val><c:pt idx="0"><c:v>60</c:v></c:pt></c:val></c:ser></c:pieChart></c:plotArea></c:chart></c:chartSpace>`;
    const document = await readBytes(
      zipSync({
        ...unzipSync(bytes),
        "xl/worksheets/_rels/sheet1.xml.rels": strToU8(
          relations([["d", "drawing", "../drawings/d.xml"]]),
        ),
        "xl/drawings/d.xml": strToU8(drawing),
        "xl/drawings/_rels/d.xml.rels": strToU8(relations([["c", "chart", "../charts/c.xml"]])),
        "xl/charts/c.xml": strToU8(chart),
      }),
      "a.xlsx",
    );
    expect(outlineOf(document)).toEqual([
      "heading1: S",
      "table: above",
      "paragraph: boxed",
      "caption: Pie chart",
      "table: \tShare\nus\t60",
      "table: below",
    ]);
  });

  test.each(["xls", "ods", "xlsb"] as const)("of the kind %s is read as well", async (bookType) => {
    const workbook = utils.book_new();
    utils.book_append_sheet(
      workbook,
      utils.aoa_to_sheet([
        ["Task", "Days"],
        ["Paint", 3],
      ]),
      "Work",
    );
    const bytes: unknown = write(workbook, { type: "buffer", bookType });
    if (!(bytes instanceof Uint8Array)) throw new TypeError("expected bytes");
    const document = await readBytes(bytes, `a.${bookType}`);
    expect(outlineOf(document)).toEqual(["heading1: Work", "table: Task\tDays\nPaint\t3"]);
  });

  test("whose table of contents is lost is packed anew and read", async () => {
    const whole = Buffer.from(
      await aWorkbook((workbook) => {
        workbook.addWorksheet("S").getCell("A1").value = "saved";
      }),
    );
    const cut = whole.subarray(0, whole.indexOf("PK\u0001\u0002", 0, "latin1"));
    const document = await readBytes(cut, "a.xlsx");
    expect(outlineOf(document)).toEqual(["heading1: S", "table: saved"]);
    expect(document.warnings).toEqual(["The file is damaged: parts of the document are missing."]);
  });

  test("that counts days from 1904 keeps its dates", async () => {
    const bytes = await aWorkbook((workbook) => {
      workbook.properties.date1904 = true;
      const cell = workbook.addWorksheet("S").getCell("A1");
      cell.value = 44623;
      cell.numFmt = "yyyy-mm-dd";
    });
    expect(outlineOf(await readBytes(bytes, "a.xlsx"))).toEqual([
      "heading1: S",
      "table: 2026-03-04",
    ]);
  });

  test("has formulas without a value shown and told, and those with one computed", async () => {
    const bytes = await aWorkbook((workbook) => {
      const sheet = workbook.addWorksheet("S");
      sheet.getCell("A1").value = 12;
      sheet.getCell("A2").value = { formula: "SUM(A1:A1)" };
      sheet.getCell("A3").value = { formula: "A1*2", result: 24 };
      sheet.getCell("A4").value = { formula: 'IF(A1>1,"","x")', result: "" };
    });
    const document = await readBytes(bytes, "a.xlsx");
    expect(outlineOf(document)).toEqual(["heading1: S", "table: 12\n=SUM(A1:A1)\n24"]);
    expect(document.warnings).toEqual([
      "Sheet “S” has one formula without a stored value, shown as a formula. Save the file in a spreadsheet program to store the values.",
    ]);
  });

  test("has dates that are stored as text, and other days and durations beside them", async () => {
    const files = unzipSync(
      await aWorkbook((workbook) => {
        const sheet = workbook.addWorksheet("S");
        sheet.getCell("A1").value = 1;
        sheet.getCell("A2").value = 1.5;
        sheet.getCell("A2").numFmt = "[h]:mm";
        sheet.getCell("B2").value = 45352;
        sheet.getCell("B2").numFmt = "d. mmmm yyyy";
      }),
    );
    const name = "xl/worksheets/sheet1.xml";
    const xml = new TextDecoder()
      .decode(files[name])
      .replace(
        /<c r="A1".*?<\/c>/,
        '<c r="A1" t="d"><v>2026-03-04</v></c><c r="B1" t="d"><v>2026-03-04T13:30:00</v></c><c r="C1" t="d"><v>14:30:00</v></c>',
      );
    const document = await readBytes(zipSync({ ...files, [name]: strToU8(xml) }), "a.xlsx");
    expect(outlineOf(document)).toEqual([
      "heading1: S",
      "table: 2026-03-04\t2026-03-04 13:30:00\t14:30:00\n36:00\t2024-03-01 (1. March 2024)",
    ]);
  });

  test("in Excel's XML of 2003 keeps sheet names, columns and dates", async () => {
    const cell = (type: string, text: string, given = "") =>
      `<Cell ${given}><Data ss:Type="${type}">${text}</Data></Cell>`;
    const xml = `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="Cash"><Table><Row>${cell("String", "Day")}${cell("String", "Sum")}</Row><Row>${cell("DateTime", "2026-03-04T00:00:00.000")}${cell("Number", "12.5")}</Row><Row>${cell("Number", "7", 'ss:Index="2"')}</Row></Table></Worksheet></Workbook>`;
    for (const fileName of ["a.xls", "a.xml"]) {
      const document = await readBytes(strToU8(xml), fileName);
      expect(outlineOf(document)).toEqual([
        "heading1: Cash",
        "table: Day\tSum\n2026-03-04\t12.5\n7",
      ]);
      expect(document.blocks[1]?.cells?.at(-1)).toMatchObject({ row: 2, column: 1, number: 7 });
    }
  });
});
