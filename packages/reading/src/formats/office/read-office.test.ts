import { locate } from "@besunny/document-model/locate";
import {
  Document,
  Footer,
  FootnoteReferenceRun,
  Header,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  Textbox,
  TextRun,
} from "docx";
import ExcelJS from "exceljs";
import PptxGenJS from "pptxgenjs";
import { describe, expect, test } from "vitest";
import { outlineOf, readBytes } from "../../../test/read-bytes";

const patiently = { timeout: 60_000 };

describe("DOCX", patiently, () => {
  test("keeps headings, lists, tables, notes, text boxes, headers and footers", async () => {
    const cell = (text: string, options = {}) =>
      new TableCell({ children: [new Paragraph(text)], ...options });
    const document = new Document({
      title: "Lease",
      creator: "Ann",
      footnotes: { 1: { children: [new Paragraph("See annex.")] } },
      sections: [
        {
          headers: { default: new Header({ children: [new Paragraph("Draft")] }) },
          footers: { default: new Footer({ children: [new Paragraph("Page")] }) },
          children: [
            new Paragraph({ text: "Lease", heading: HeadingLevel.TITLE }),
            new Paragraph({ text: "Rent", heading: HeadingLevel.HEADING_1 }),
            new Paragraph({
              children: [
                new TextRun("Paid "),
                new TextRun({ text: "monthly", bold: true }),
                new FootnoteReferenceRun(1),
              ],
            }),
            new Paragraph({ text: "in advance", bullet: { level: 1 } }),
            new Table({
              rows: [
                new TableRow({ children: [cell("Year", { columnSpan: 2 })] }),
                new TableRow({ children: [cell("2026"), cell("1,200")] }),
              ],
            }),
            new Textbox({
              alignment: "center",
              children: [new Paragraph("In a box")],
              style: { width: "200pt", height: "auto" },
            }),
          ],
        },
      ],
    });
    const model = await readBytes(await Packer.toBuffer(document), "lease.docx");
    expect(outlineOf(model)).toEqual([
      "header: Draft",
      "title: Lease",
      "heading1: Rent",
      "paragraph: Paid monthly[1]",
      "footnote: [1] See annex.",
      "list-item2: in advance",
      "table: Year\n2026\t1,200",
      "paragraph: In a box",
      "footer: Page",
    ]);
    expect(model.blocks[6]?.cells?.[0]).toMatchObject({ columnSpan: 2 });
    expect(model.metadata).toMatchObject({ title: "Lease", author: "Ann" });
  });
});

describe("XLSX", patiently, () => {
  test("shows values as the sheet does and knows their addresses", async () => {
    const workbook = new ExcelJS.Workbook();
    const sheet = workbook.addWorksheet("Costs");
    sheet.getCell("B2").value = "Due";
    sheet.getCell("C2").value = "Amount";
    sheet.getCell("B3").value = new Date(Date.UTC(2026, 2, 31));
    sheet.getCell("B3").numFmt = "yyyy-mm-dd";
    sheet.getCell("C3").value = 1200.5;
    sheet.getCell("C3").numFmt = "#,##0.00";
    sheet.getCell("A9").value = { formula: "1+1", result: 2 };
    workbook.addWorksheet("Notes").getCell("A1").value = "nothing";
    const model = await readBytes(new Uint8Array(await workbook.xlsx.writeBuffer()), "costs.bin");
    expect(outlineOf(model)).toEqual([
      "heading1: Costs",
      "table: Due\tAmount\n2026-03-31\t1,200.50",
      "table: 2",
      "heading1: Notes",
      "table: nothing",
    ]);
    expect(model.blocks.flatMap(({ range }) => range ?? [])).toEqual(["B2:C3", "A9", "A1"]);
    const start = model.text.indexOf("1,200.50");
    expect(locate(model, [start, start + 8])).toEqual({ sheet: "Costs", range: "C3" });
  });

  test("says what it leaves out of a sheet with more cells than one file may have", async () => {
    const workbook = new ExcelJS.Workbook();
    workbook.addWorksheet("A").addRows([
      [1, 2],
      [3, 4],
    ]);
    const bytes = new Uint8Array(await workbook.xlsx.writeBuffer());
    const model = await readBytes(bytes, "a.xlsx", { limits: { cells: 3 } });
    expect(outlineOf(model)).toEqual(["heading1: A", "table: 1\t2\n3"]);
    expect(model.warnings).toEqual([
      "Sheet “A” has more cells than are read; the last are left out.",
    ]);
  });
});

describe("PPTX", patiently, () => {
  test("gives each slide its words, tables and notes", async () => {
    const deck = new PptxGenJS();
    const first = deck.addSlide();
    first.addText("Plan for spring", { x: 1, y: 1, w: 8, h: 1 });
    first.addTable(
      [
        [{ text: "Task" }, { text: "Owner" }],
        [{ text: "Paint" }, { text: "Bo" }],
      ],
      { x: 1, y: 2 },
    );
    first.addNotes("Mention the budget");
    deck
      .addSlide()
      .addText([{ text: "one", options: { bullet: true } }], { x: 1, y: 1, w: 8, h: 1 });
    const bytes = await deck.write({ outputType: "uint8array" });
    if (!(bytes instanceof Uint8Array)) throw new TypeError("expected bytes");
    const model = await readBytes(bytes, "plan.pptx");
    expect(outlineOf(model)).toEqual([
      "paragraph: Plan for spring",
      "table: Task\tOwner\nPaint\tBo",
      "footnote: Notes: Mention the budget",
      "list-item1: one",
    ]);
    expect(model.pages.map(({ kind, number }) => [kind, number])).toEqual([
      ["slide", 1],
      ["slide", 2],
    ]);
  });
});

describe("RTF", patiently, () => {
  test("reads code pages, Unicode escapes and tables", async () => {
    const rtf = String.raw`{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}}{\info{\title Note}}
      \pard Caf\'e9 costs 5\u8364?\par\trowd\cellx1000\cellx2000\pard\intbl Rent\cell 1,200\cell\row\pard End\par}`;
    const model = await readBytes(rtf, "note.rtf");
    expect(outlineOf(model)).toEqual([
      "paragraph: Café costs 5€",
      "table: Rent\t1,200",
      "paragraph: End",
    ]);
    expect(model.metadata.title).toBe("Note");
  });
});
