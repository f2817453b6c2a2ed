import { createRequire } from "node:module";
import { dirname } from "node:path";
import ExcelJS from "exceljs";
import Papa from "papaparse";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { beforeAll, describe, expect, it } from "vitest";

import { fonts } from "../test/fonts";
import { aReport } from "../test/sample-report";
import { figureText, partText } from "./figure-text";
import { flatRows } from "./flat-rows";
import { createReportFiles } from "./make-report-file";
import type { ReportAnswer, ReportTile } from "./report-document";

const files = createReportFiles({ fonts });
const report = aReport(5, {
  tiles: [
    ...aReport(4).tiles,
    {
      title: "=1+1 [odd/name]* that is much too long for a sheet",
      definition: "A removed figure.",
      kind: "number",
      problem: "This figure is not in the catalogue any more.",
    },
  ],
});
const { timeZone } = report;
const answered = report.tiles.filter(
  (tile): tile is ReportTile & { answer: ReportAnswer } => "answer" in tile,
);

describe("the PDF", () => {
  let lines: string[];
  beforeAll(async () => {
    lines = await linesOf(await files.make(report, "pdf"));
  });

  it("says every figure of the answers, at its part and group, with all digits", () => {
    for (const { answer } of answered) {
      expect(lines.join("\n")).toContain(figureText(answer.total, answer.unit));
      for (const { part, groups, value } of flatRows(answer, timeZone).slice(1)) {
        const name = [part, ...groups].filter(Boolean).join(", ");
        const at = lines.findIndex(
          (line, place) => line === name && lines[place + 1] === figureText(value, answer.unit),
        );
        expect(at, `${name} ${value}`).toBeGreaterThanOrEqual(0);
      }
    }
  });

  it("says title, range, zone, filters, definitions and why a figure is missing", () => {
    const text = lines.join("\n");
    for (const said of [
      "Wöchentlicher Überblick – Łódź",
      "Müller & Söhne GmbH",
      "2026-03-01 01:00 to 2026-03-31 02:00",
      "Europe/Berlin",
      "Type is invoice",
      "2026-03-31 06:00",
      "What figure 2 counts, and when it counts.",
      "This figure is not in the catalogue any more.",
      "2 groups are left out because they tell of fewer than five people.",
    ])
      expect(text).toContain(said);
  });
});

describe("the CSV", () => {
  it("holds every figure of the answers as a plain number, and no formula", async () => {
    const text = new TextDecoder("utf-8", { ignoreBOM: false }).decode(
      await files.make(report, "csv"),
    );
    const { data, errors } = Papa.parse<Record<string, string>>(text, { header: true });
    expect(errors.filter(({ type }) => type !== "FieldMismatch")).toEqual([]);
    for (const tile of answered) {
      const rows = data.filter(({ figure }) => figure === tile.title);
      const expected = flatRows(tile.answer, timeZone);
      expect(rows.map(({ value }) => Number(value))).toEqual(expected.map(({ value }) => value));
      expect(rows.map(({ part }) => part)).toEqual(expected.map(({ part }) => part));
    }
    for (const row of data)
      for (const cell of Object.values(row)) expect(cell ?? "").not.toMatch(/^[=+@\t\r-]/);
    expect(text).toContain("'=HYPERLINK(1)");
    expect(text).toContain("'=1+1 [odd/name]*");
  });
});

describe("the workbook", () => {
  let book: ExcelJS.Workbook;
  beforeAll(async () => {
    book = new ExcelJS.Workbook();
    const file = await files.make(report, "xlsx");
    await book.xlsx.load(file.slice().buffer);
  });

  it("holds every figure of the answers as a number, and dates as clocks show them", () => {
    for (const [place, { answer }] of answered.entries()) {
      const sheet = book.worksheets[place + 1];
      const isOverTime = answer.points.some(({ at }) => at);
      const column = answer.breakOuts.length + (isOverTime ? 2 : 1);
      const expected = flatRows(answer, timeZone);
      const scale = answer.unit === "microUsd" ? 1_000_000 : 1;
      expected.forEach(({ at, value }, row) => {
        const cells = sheet?.getRow(row + 2);
        expect(cells?.getCell(column).value).toBeCloseTo((value ?? 0) / scale, 9);
        if (!(at && isOverTime)) return;
        const day = cells?.getCell(1).value;
        expect(day instanceof Date && day.toISOString().slice(0, 10)).toBe(
          partText(at, "day", timeZone),
        );
      });
    }
  });

  it("has no formula anywhere, and names that sheets may have", () => {
    for (const sheet of book.worksheets) {
      expect(sheet.name).toMatch(/^[^*?:\\/[\]]{1,31}$/);
      sheet.eachRow((row) =>
        row.eachCell((cell) => expect(cell.type).not.toBe(ExcelJS.ValueType.Formula)),
      );
    }
    expect(book.worksheets).toHaveLength(report.tiles.length + 1);
  });
});

it("is the same file for the same report, but for the PDF's own number", async () => {
  expect(await files.make(report, "csv")).toEqual(await files.make(report, "csv"));
  expect(await linesOf(await files.make(report, "pdf"))).toEqual(
    await linesOf(await files.make(report, "pdf")),
  );
});

it("shows an hour that the clock repeats twice, as clocks do", () => {
  const [first, second] = [0, 1].map((hour) => new Date(Date.UTC(2026, 9, 25, hour)));
  expect(partText(first ?? null, "hour", timeZone)).toBe("2026-10-25 02:00");
  expect(partText(second ?? null, "hour", timeZone)).toBe("2026-10-25 02:00");
});

/** The texts of a PDF in the order in which they are drawn, as one that reads it finds them. */
async function linesOf(file: Uint8Array): Promise<string[]> {
  const fonts = `${dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json"))}/standard_fonts/`;
  const task = getDocument({ data: file.slice(), standardFontDataUrl: fonts });
  const document = await task.promise;
  const lines: string[] = [];
  for (let page = 1; page <= document.numPages; page += 1) {
    const { items } = await (await document.getPage(page)).getTextContent();
    for (const item of items)
      if ("str" in item && item.str.trim() !== "") lines.push(item.str.trim());
  }
  await task.destroy();
  return lines;
}
