import {
  Document,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from "docx";
import ExcelJS from "exceljs";
import PptxGenJS from "pptxgenjs";

import { company, euros, invoices, totalsOf } from "./company";

export async function invoiceDocx(): Promise<Buffer> {
  const { furniture } = invoices;
  const { net, tax, gross } = totalsOf(furniture);
  return docx([
    plain(`${furniture.from}, ${furniture.address}`),
    plain(`To: ${company.name}, ${company.newAddress}`),
    headed(`Invoice ${furniture.number}`, 1),
    plain(`Date: ${furniture.date}. Payable by ${furniture.due} without deduction.`),
    table([
      ["Description", "Quantity", "Net each", "Net"],
      ...furniture.lines.map(([description, quantity, each]) => [
        description,
        String(quantity),
        euros(each),
        euros(quantity * each),
      ]),
      ["Net", "", "", euros(net)],
      ["VAT 19 %", "", "", euros(tax)],
      ["Total", "", "", euros(gross)],
    ]),
    plain(`Bank account: ${furniture.iban}. The warranty on desks is five years.`),
  ]);
}

export async function minutesDocx(): Promise<Buffer> {
  return docx([
    headed("Minutes of the moving committee, 12 January 2026", 1),
    plain(
      "Present: Clara Finch (chair), Jonas Weber, Mei Tanaka, Tomasz Król. Excused: Priya Nair.",
    ),
    plain("Place: Gießerstraße 12, meeting room. Start 9:30, end 10:45."),
    headed("1. Choice of the mover", 2),
    plain(
      "Two quotes are on the table: Umzug Krüger GmbH at €4,900 net and Leipziger Möbeltransport AG at €5,450 net. Krüger includes the crane for the roaster.",
    ),
    decision("The order goes to Umzug Krüger GmbH. Moving weekend is 14 and 15 February 2026."),
    headed("2. Electrical work", 2),
    plain(
      "Elektro Brandt needs five working days and can begin on 19 January. The landlord has consented in Annex B of the lease.",
    ),
    decision("Elektro Brandt is commissioned. Jonas Weber lets them in."),
    headed("3. Roasting during the move", 2),
    plain(
      "The roaster stands still from 12 to 18 February. Mei Tanaka proposes to roast 600 kilograms in advance.",
    ),
    decision("600 kilograms are roasted in advance; wholesale customers are told by 30 January."),
    headed("4. Who does what", 2),
    table([
      ["Task", "Who", "Until"],
      ["Order the mover", "Jonas Weber", "14 January 2026"],
      ["Write to wholesale customers", "Mei Tanaka", "30 January 2026"],
      ["Cancel the old internet connection", "Tomasz Król", "31 January 2026"],
      ["Hand back the keys of Gießerstraße 12", "Clara Finch", "28 February 2026"],
    ]),
    plain("Next meeting: 2 February 2026, 9:30."),
  ]);
}

export async function policyDocx(): Promise<Buffer> {
  return docx([
    headed("Remote Work Policy / Richtlinie zum mobilen Arbeiten", 1),
    plain("Valid from 1 March 2026 / Gültig ab 1. März 2026"),
    headed("English", 2),
    plain(
      "Everyone whose work allows it may work from elsewhere on up to two days a week. Tuesday is a day on which everybody is in the office.",
    ),
    plain(
      "The company pays €35 a month towards electricity and internet. Laptops are encrypted; papers with customer data stay in the office.",
    ),
    plain(
      "Work from abroad, for at most twenty days a year and inside the European Union, is agreed with the managing director two weeks before.",
    ),
    headed("Deutsch", 2),
    plain(
      "Alle, deren Arbeit es erlaubt, dürfen an bis zu zwei Tagen in der Woche mobil arbeiten. Dienstags sind alle im Büro.",
    ),
    plain(
      "Das Unternehmen zahlt monatlich 35 € als Zuschuss zu Strom und Internet. Laptops sind verschlüsselt; Unterlagen mit Kundendaten bleiben im Büro.",
    ),
    plain(
      "Arbeit aus dem Ausland, höchstens zwanzig Tage im Jahr und innerhalb der Europäischen Union, wird zwei Wochen vorher mit der Geschäftsführung vereinbart.",
    ),
  ]);
}

export async function budgetXlsx(): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const budget = workbook.addWorksheet("Budget");
  budget.addRow(["Item", "Planned net (€)", "Actual net (€)", "Difference (€)"]);
  const rows: [string, number, number][] = [
    ["Mover", 5200, totalsOf(invoices.mover).net],
    ["Electrical work", 7500, totalsOf(invoices.electrician).net],
    ["Furniture", 9500, totalsOf(invoices.furniture).net],
    ["Internet set-up", 300, 271],
    ["Paint and small items", 500, 73.49],
    ["Reserve", 1500, 0],
  ];
  for (const [item, planned, actual] of rows) {
    const row = budget.addRow([item, planned, actual]);
    row.getCell(4).value = {
      formula: `B${row.number}-C${row.number}`,
      result: Math.round((planned - actual) * 100) / 100,
    };
  }
  const sum = (index: 1 | 2) => rows.reduce((total, row) => total + row[index], 0);
  const last = budget.addRow(["Total"]);
  const total = (letter: string, result: number) => ({
    formula: `SUM(${letter}2:${letter}${last.number - 1})`,
    result,
  });
  last.getCell(2).value = total("B", sum(1));
  last.getCell(3).value = total("C", sum(2));
  last.getCell(4).value = total("D", Math.round((sum(1) - sum(2)) * 100) / 100);

  const payments = workbook.addWorksheet("Payments");
  payments.addRow(["Invoice", "Supplier", "Gross (€)", "Paid on"]);
  for (const [invoice, day] of [
    [invoices.electrician, "2026-02-12"],
    [invoices.mover, "2026-03-02"],
    [invoices.furniture, "2026-03-09"],
    [invoices.internet, "2026-03-14"],
  ] as const)
    payments.addRow([invoice.number, invoice.from, totalsOf(invoice).gross, new Date(day)]);
  payments.getColumn(4).numFmt = "yyyy-mm-dd";
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

export async function slidesPptx(): Promise<Buffer> {
  const deck = new PptxGenJS();
  const slides: [string, string[]][] = [
    [
      "We are moving",
      [
        "Karl-Heine-Straße 85, second floor",
        "14 and 15 February 2026",
        "All hands, 26 January 2026",
      ],
    ],
    [
      "Why",
      [
        "412 square metres instead of 260",
        "Room for a 15 kilogram roaster",
        "Tastings with up to thirty guests",
      ],
    ],
    [
      "What it costs",
      [
        "Rent €4,100 net a month, service charges €620",
        "Budget for the move: €24,500 net",
        "Deposit €12,300 as a bank guarantee",
      ],
    ],
    [
      "What you need to do",
      [
        "Pack your desk by Thursday, 12 February",
        "Label boxes with room and name",
        "Take plants home, they are not insured",
      ],
    ],
    [
      "After the move",
      [
        "First day in the new office: Monday, 16 February",
        "Roasting starts again on 19 February",
        "House-warming on 27 March, 17:00",
      ],
    ],
  ];
  for (const [title, points] of slides) {
    const slide = deck.addSlide();
    slide.addText(title, { x: 0.5, y: 0.4, w: 9, h: 0.9, fontSize: 32, bold: true });
    slide.addText(
      points.map((point) => ({ text: point, options: { bullet: true, breakLine: true } })),
      { x: 0.7, y: 1.5, w: 8.5, h: 3.5, fontSize: 20 },
    );
    slide.addNotes(`Clara speaks about: ${title.toLowerCase()}.`);
  }
  return asBuffer(await deck.write({ outputType: "nodebuffer" }));
}

/** The library's types allow every output; `nodebuffer` is what was asked for. */
function asBuffer(written: unknown): Buffer {
  return written as Buffer;
}

/** The words of a speaker, with the minute and second at which they begin. */
export type SpokenLine = [speaker: string, at: string, said: string];

/** A transcript as Teams exports it to Word. */
export function teamsTranscriptDocx({
  title,
  day,
  lasted,
  lines,
}: {
  title: string;
  day: string;
  lasted: string;
  lines: readonly SpokenLine[];
}): Promise<Buffer> {
  return docx([
    plain(title),
    plain(day),
    plain(lasted),
    ...lines.flatMap(([speaker, at, said]) => [plain(`${speaker}   ${at}`), plain(said)]),
  ]);
}

function docx(children: (Paragraph | Table)[]): Promise<Buffer> {
  return Packer.toBuffer(new Document({ creator: company.name, sections: [{ children }] }));
}

function headed(words: string, level: 1 | 2): Paragraph {
  const heading = level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2;
  return new Paragraph({ text: words, heading });
}

function plain(words: string): Paragraph {
  return new Paragraph({ children: [new TextRun(words)], spacing: { after: 160 } });
}

function decision(words: string): Paragraph {
  return new Paragraph({ children: [new TextRun({ text: `Decision: ${words}`, bold: true })] });
}

function table(rows: string[][]): Table {
  return new Table({
    rows: rows.map(
      (cells) =>
        new TableRow({
          children: cells.map((words) => new TableCell({ children: [plain(words)] })),
        }),
    ),
  });
}
