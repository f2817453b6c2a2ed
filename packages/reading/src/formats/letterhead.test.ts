import type { ParsedDocument } from "@besunny/document-model/parsed-document";
import { passagesOf } from "@besunny/document-model/passages";
import {
  Document,
  Footer,
  Header,
  Packer,
  PageBreak,
  Paragraph,
  Table,
  TableCell,
  TableRow,
} from "docx";
import { expect, test } from "vitest";
import { aPdf } from "../../test/a-pdf";
import { readBytes } from "../../test/read-bytes";

const header = [
  "Quayside Ropes Ltd",
  "14 Harbour Street, Falmouth TR11 3QY",
  "Telephone 01326 555 0147, office@quayside.example",
];
const footer = [
  "Registered in England, company number 4711",
  "IBAN GB29 NWBK 6016 1331 9268 19, BIC NWBKGB2L",
  "VAT number GB 123 4567 89",
];
const number = "Invoice 88";
const items = Array.from({ length: 8 }, (_, index) => [
  `Hemp rope ${index + 10} mm`,
  `${index + 2}`,
  `${index + 31}.50`,
]);
const pages = [items.slice(0, 4), items.slice(4)];

function aPdfInvoice(): Promise<Buffer> {
  return aPdf(
    (pdf) => {
      for (const [page, rows] of pages.entries()) {
        pdf.addPage({ margin: 0 }).fontSize(9);
        for (const [line, text] of header.entries()) pdf.text(text, 60, 30 + 12 * line);
        pdf.fontSize(11).text(number, 60, 110);
        for (const [line, row] of rows.entries())
          for (const [column, text] of row.entries())
            pdf.text(text, 60 + 180 * column, 150 + 18 * line);
        pdf.fontSize(8);
        for (const [line, text] of footer.entries()) pdf.text(text, 60, 780 + 10 * line);
        pdf.text(`Page ${page + 1} of 2`, 500, 780);
      }
    },
    { autoFirstPage: false, size: "A4" },
  );
}

function aDocxInvoice(): Promise<Buffer> {
  const table = (rows: string[][]) =>
    new Table({
      rows: rows.map(
        (row) =>
          new TableRow({
            children: row.map((text) => new TableCell({ children: [new Paragraph(text)] })),
          }),
      ),
    });
  const [first = [], second = []] = pages;
  return Packer.toBuffer(
    new Document({
      sections: [
        {
          headers: { default: new Header({ children: header.map((text) => new Paragraph(text)) }) },
          footers: { default: new Footer({ children: footer.map((text) => new Paragraph(text)) }) },
          children: [
            new Paragraph(number),
            table(first),
            new Paragraph({ children: [new PageBreak()] }),
            new Paragraph(number),
            table(second),
          ],
        },
      ],
    }),
  );
}

test.each([
  ["a.pdf", aPdfInvoice],
  ["a.docx", aDocxInvoice],
])("every word of a letterhead and of its footer can be found (%s)", async (name, make) => {
  const document = await readBytes(await make(), name);
  const found = wordsOf(document);
  const stated = [...header, ...footer, number, ...items.flat()].join(" ");
  const missing = wordsIn(stated).filter((word) => !found.has(word));
  expect(missing).toEqual([]);
});

test("numbers that differ between letterheads are all found, though they look like page numbers", async () => {
  const bytes = await aPdf(
    (pdf) => {
      for (const invoice of ["12", "13", "15"]) {
        pdf.addPage({ margin: 0 }).fontSize(9).text("Quayside Ropes Ltd", 60, 30);
        pdf.text(`Invoice ${invoice}`, 60, 42);
        pdf.fontSize(11).text(`Rope for the boat of customer ${invoice}0.`, 60, 150);
      }
    },
    { autoFirstPage: false, size: "A4" },
  );
  const found = wordsOf(await readBytes(bytes, "a.pdf"));
  expect(["12", "13", "15"].filter((word) => !found.has(word))).toEqual([]);
});

function wordsOf(document: ParsedDocument): Set<string> {
  return new Set(passagesOf(document).flatMap(({ text }) => wordsIn(text)));
}

function wordsIn(text: string): string[] {
  return text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}
