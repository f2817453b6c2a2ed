import * as XLSX from "@e965/xlsx";
import { encode as encodeBmp } from "bmp-ts";
import CFB from "cfb";
import { Document, Packer, Paragraph, Table, TableCell, TableRow } from "docx";
import ExcelJS from "exceljs";
import { strToU8, zipSync } from "fflate";
import PptxGenJS from "pptxgenjs";
import sharp from "sharp";
import { aPdf } from "./a-pdf";
import { aFile, anElement, anOutline, aPage, aSection, aTable, aText } from "./onenote/a-section";
import { aPackageStore } from "./onenote/package-store";
import { aRevisionStore } from "./onenote/revision-store";

const prose = "The tenant pays 1,250.00 euros on 3 March 2026. ";

/** A small and sound file of every kind that is read, by the name it is given. */
export async function aFileOfEachFormat(): Promise<Record<string, Uint8Array>> {
  return {
    ...texts(),
    ...zips(),
    "a.pdf": await aPdf((pdf) => {
      pdf.fontSize(20).text("Lease").fontSize(11).text(prose.repeat(5));
      pdf.addPage().text("Second page").rect(50, 200, 200, 40).stroke();
    }),
    "a.docx": await aDocx(),
    "a.pptx": await aPptx(),
    "a.xlsx": await anXlsx(),
    ...otherSheets(),
    "a.doc": aCompoundFile("WordDocument"),
    "a.ppt": aCompoundFile("PowerPoint Document"),
    "a.msg": aCompoundFile("__substg1.0_1000001F"),
    ...sections(),
    ...(await images()),
  };
}

function texts(): Record<string, Uint8Array> {
  const mail = `From: a@example.com\r\nTo: b@example.com\r\nSubject: =?utf-8?Q?M=C3=BCll?=\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>${prose}</p>\r\n--b\r\nContent-Type: text/csv\r\nContent-Disposition: attachment; filename="c.csv"\r\nContent-Transfer-Encoding: base64\r\n\r\nYSxiCg==\r\n--b--\r\n`;
  const calendar =
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART;TZID=Europe/Berlin:20260303T100000\r\nDTEND;TZID=Europe/Berlin:20260303T110000\r\nRRULE:FREQ=WEEKLY;COUNT=4\r\nSUMMARY:Viewing\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
  const written: Record<string, string> = {
    "a.txt": prose.repeat(20),
    "a.md": `# Lease\n\n${prose}\n\n- one\n- two\n\n|a|b|\n|-|-|\n|1|2|\n\n\`\`\`\ncode\n\`\`\`\n`,
    "a.html": `<!doctype html><title>T</title><h1>Lease</h1><p>${prose}<table><tr><td colspan=2>a<tr><td>b<td>c</table><ul><li>x<li>y</ul>`,
    "a.csv": "name;amount;date\nRent;1.250,00;03.03.2026\nHeat;90,50;04.03.2026\nSum;1.340,50;\n",
    "a.json": JSON.stringify({ rent: 1250, rooms: [{ name: "hall" }, { name: "bath" }] }),
    "a.xml": `<?xml version="1.0"?><lease id="1"><p>${prose}</p><p>b &amp; c</p></lease>`,
    "a.rtf": `{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Arial;}}\\f0\\fs24 Lease\\par ${prose}\\'fc\\u8364?\\par{\\trowd\\cellx1000\\cellx2000 a\\cell b\\cell\\row}}`,
    "a.eml": mail,
    "a.mbox": `From a@example.com Tue Mar 03 10:00:00 2026\r\n${mail}\r\nFrom b@example.com Tue Mar 03 11:00:00 2026\r\n${mail}`,
    "a.ics": calendar,
    "a.vtt":
      "WEBVTT\n\n00:00.000 --> 00:02.000\n<v Ann>Hello\n\n00:02.000 --> 00:04.000\n<v Bo>Good day\n",
    "a.srt":
      "1\n00:00:00,000 --> 00:00:02,000\nHello\n\n2\n00:00:02,000 --> 00:00:04,000\nGood day\n",
  };
  return Object.fromEntries(Object.entries(written).map(([name, text]) => [name, strToU8(text)]));
}

function zips(): Record<string, Uint8Array> {
  const odf = (body: string) =>
    `<?xml version="1.0"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"><office:body>${body}</office:body></office:document-content>`;
  const table =
    '<table:table table:name="T"><table:table-row table:number-rows-repeated="3"><table:table-cell table:number-columns-spanned="2" office:value-type="float" office:value="12.5"><text:p>12.5</text:p></table:table-cell></table:table-row></table:table>';
  const odt = `<office:text><text:h text:outline-level="1">Lease</text:h><text:p>${prose}</text:p><text:list><text:list-item><text:p>one</text:p></text:list-item></text:list>${table}</office:text>`;
  const odp = `<office:presentation><draw:page draw:name="P"><draw:frame><draw:text-box><text:p>${prose}</text:p></draw:text-box></draw:frame></draw:page></office:presentation>`;
  const openDocument = (kind: string, body: string) =>
    zipOf({ mimetype: `application/vnd.oasis.opendocument.${kind}`, "content.xml": odf(body) });
  return {
    "a.odt": openDocument("text", odt),
    "a.ods": openDocument("spreadsheet", `<office:spreadsheet>${table}</office:spreadsheet>`),
    "a.odp": openDocument("presentation", odp),
    "a.zip": zipOf({ "a.txt": prose, "folder/b.csv": "a,b\n1,2\n" }),
    "a.xps": zipOf({
      "_rels/.rels":
        '<Relationships><Relationship Id="r" Type="http://schemas.microsoft.com/xps/2005/06/fixedrepresentation" Target="/a.fdseq"/></Relationships>',
      "a.fdseq":
        '<FixedDocumentSequence><DocumentReference Source="a.fdoc"/></FixedDocumentSequence>',
      "a.fdoc": '<FixedDocument><PageContent Source="a.fpage"/></FixedDocument>',
      "a.fpage": `<FixedPage Width="816" Height="1056"><Path Stroke="#000" Data="M 9,9 H 99 V 99 Z"/><Canvas RenderTransform="1,0,0,1,9,9"><Glyphs OriginX="96" OriginY="96" FontRenderingEmSize="16" UnicodeString="${prose}" Indices="(2:1)5,50;,40"/></Canvas></FixedPage>`,
    }),
    "a.epub": zipOf({
      mimetype: "application/epub+zip",
      "META-INF/container.xml":
        '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="c.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
      "c.opf":
        '<package xmlns="http://www.idpf.org/2007/opf"><metadata/><manifest><item id="1" href="a.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="1"/></spine></package>',
      "a.xhtml": `<html xmlns="http://www.w3.org/1999/xhtml"><body><h1>Lease</h1><p>${prose}</p></body></html>`,
    }),
  };
}

function zipOf(parts: Record<string, string>): Uint8Array {
  const bytes = Object.entries(parts).map(([name, text]) => [name, strToU8(text)]);
  return zipSync(Object.fromEntries(bytes), { level: 0 });
}

async function aDocx(): Promise<Uint8Array> {
  const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] });
  const table = new Table({ rows: [new TableRow({ children: [cell("a"), cell("b")] })] });
  const children = [
    new Paragraph({ text: "Lease", heading: "Heading1" }),
    new Paragraph(prose),
    table,
  ];
  return Packer.toBuffer(new Document({ sections: [{ children }] }));
}

async function aPptx(): Promise<Uint8Array> {
  const slides = new PptxGenJS();
  const slide = slides.addSlide();
  slide.addText(prose, { x: 1, y: 1, w: 6, h: 1 });
  slide.addTable([[{ text: "a" }, { text: "b" }]], { x: 1, y: 3, w: 4 });
  slide.addNotes("Say it slowly.");
  const written = await slides.write({ outputType: "uint8array" });
  if (!(written instanceof Uint8Array)) throw new Error("Slides are written as bytes.");
  return written;
}

async function anXlsx(): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet("Costs");
  sheet.addRows([
    ["name", "amount"],
    ["Rent", 1250],
    ["Since", new Date("2026-03-03")],
  ]);
  sheet.mergeCells("A5:B6");
  sheet.getCell("B7").value = { formula: "SUM(B2:B2)", result: 1250 };
  return new Uint8Array(await book.xlsx.writeBuffer());
}

function otherSheets(): Record<string, Uint8Array> {
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(
    book,
    XLSX.utils.aoa_to_sheet([
      ["a", 1.5],
      ["b", true],
    ]),
    "S",
  );
  const as = (bookType: XLSX.BookType) =>
    new Uint8Array(XLSX.write(book, { type: "buffer", bookType }));
  return { "a.xls": as("biff8"), "a.xlsb": as("xlsb"), "b.ods": as("ods") };
}

function aCompoundFile(stream: string): Uint8Array {
  const file = CFB.utils.cfb_new();
  CFB.utils.cfb_add(file, `/${stream}`, Buffer.from(prose.repeat(100), "utf16le"));
  CFB.utils.cfb_add(file, "/1Table", Buffer.alloc(5_000, 1));
  return Uint8Array.from(CFB.write(file, { type: "array" }));
}

function sections(): Record<string, Uint8Array> {
  const table = aTable([[[aText("a")], [aText("b")]]]);
  const elements = [
    anElement([aText(prose)]),
    anElement([table]),
    anElement([aFile("c.csv", Buffer.from("a,b\n"))]),
  ];
  const spaces = aSection([aPage([anOutline(elements)], { title: "Lease", author: "Ada" })]);
  return { "a.one": aRevisionStore(spaces), "b.one": aPackageStore(spaces) };
}

async function images(): Promise<Record<string, Uint8Array>> {
  const picture = sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="220" height="50"><rect width="220" height="50" fill="#fff"/><text x="8" y="32" font-size="22" font-family="sans-serif">Total 12.50</text></svg>`,
    ),
  );
  const { data, info } = await picture
    .clone()
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return {
    "a.png": await picture.clone().png().toBuffer(),
    "a.jpg": await picture.clone().jpeg().toBuffer(),
    "a.tiff": await picture.clone().tiff({ compression: "lzw" }).toBuffer(),
    "a.webp": await picture.clone().webp().toBuffer(),
    "a.gif": await picture.clone().gif().toBuffer(),
    "a.avif": await picture.clone().avif({ effort: 0 }).toBuffer(),
    "a.bmp": encodeBmp({ data, width: info.width, height: info.height, bitPP: 24 }).data,
  };
}
