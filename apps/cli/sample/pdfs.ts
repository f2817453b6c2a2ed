import PDFDocument from "pdfkit";

import { amendment, company, euros, type Invoice, invoices, lease, totalsOf } from "./company";

type Pdf = PDFKit.PDFDocument;
type Section = { heading: string; clauses: string[] };

const margin = 64;

export async function leasePdf(): Promise<Buffer> {
  return pdf("Commercial lease, Karl-Heine-Straße 85", (page) => {
    title(page, "Commercial Lease");
    text(page, "made on 14 October 2025 between");
    text(page, `${company.landlord}, Industriestraße 18, 04229 Leipzig ("the Landlord"), and`);
    text(page, `${company.name}, ${company.oldAddress} ("the Tenant").`);
    sections(page, lease);
    signatures(page, "Leipzig, 14 October 2025");
    page.addPage();
    heading(page, "Annex A: floor plan");
    text(
      page,
      "Second floor, 412 square metres: roastery 140, packing 92, office 128, tasting room 52.",
    );
    heading(page, "Annex B: electrical work by the Tenant");
    text(
      page,
      "Sub-distribution board with a 32 A connection for the roaster; cabling and sockets for 14 desks.",
    );
  });
}

export async function amendmentPdf(): Promise<Buffer> {
  return pdf("Amendment No. 1 to the lease of 14 October 2025", (page) => {
    title(page, "Amendment No. 1");
    text(
      page,
      `to the Commercial Lease of 14 October 2025 between ${company.landlord} ("the Landlord") and ${company.name} ("the Tenant") for Karl-Heine-Straße 85, 04229 Leipzig.`,
    );
    sections(page, amendment);
    signatures(page, "Leipzig, 3 March 2026");
  });
}

export async function invoicePdf(invoice: Invoice): Promise<Buffer> {
  return pdf(`Invoice ${invoice.number}`, (page) => {
    text(page, `${invoice.from} · ${invoice.address}`);
    text(page, `To: ${company.name}, ${company.newAddress}`);
    title(page, `Invoice ${invoice.number}`);
    text(page, `Date: ${invoice.date}\nPayable by: ${invoice.due}`);
    const { net, tax, gross } = totalsOf(invoice);
    table(page, [
      ["Description", "Quantity", "Net each", "Net"],
      ...invoice.lines.map(([description, quantity, each]) => [
        description,
        String(quantity),
        euros(each),
        euros(quantity * each),
      ]),
      ["Net", "", "", euros(net)],
      ["VAT 19 %", "", "", euros(tax)],
      ["Total", "", "", euros(gross)],
    ]);
    text(page, `Please pay ${euros(gross)} to ${invoice.iban}, naming the invoice number.`);
  });
}

export async function quotePdf(): Promise<Buffer> {
  return pdf("Quote Q-26-014", (page) => {
    text(page, `${invoices.mover.from} · ${invoices.mover.address}`);
    title(page, "Quote Q-26-014");
    text(
      page,
      `For ${company.name}: office move on 14 and 15 February 2026, eleven people, two lorries, crane for the roaster, 120 boxes.`,
    );
    table(page, [
      ["Item", "Net"],
      ["Office move", euros(3650)],
      ["Roaster with crane", euros(890)],
      ["120 boxes", euros(360)],
      ["Total net", euros(4900)],
    ]);
    text(
      page,
      "The quote is valid until 31 January 2026. Insurance of up to €250,000 is included.",
    );
  });
}

export async function reportPdf(): Promise<Buffer> {
  return pdf("Quarterly report Q1 2026", (page) => {
    title(page, "Quarterly Report, Q1 2026");
    text(page, `${company.name} · written by Clara Finch, 20 April 2026`);
    heading(page, "Summary");
    text(
      page,
      "Revenue rose to €418,000, twelve per cent more than in the first quarter of 2025, although roasting stood still for five days during the move. Wholesale brought 61 per cent of it. The move to Karl-Heine-Straße 85 stayed within its budget.",
    );
    heading(page, "Results");
    table(page, [
      ["", "Q1 2025", "Q1 2026", "Change"],
      ["Revenue", "€373,200", "€418,000", "+12.0 %"],
      ["Wholesale", "€220,200", "€255,000", "+15.8 %"],
      ["Online shop", "€104,500", "€117,000", "+12.0 %"],
      ["Tastings and courses", "€48,500", "€46,000", "-5.2 %"],
      ["Operating profit", "€31,900", "€29,400", "-7.8 %"],
    ]);
    text(
      page,
      "Operating profit fell because of the one-off costs of the move. Without them it would have been €51,700.",
    );
    heading(page, "Coffee prices");
    text(
      page,
      "Green coffee cost €6.85 per kilogram on average, up from €5.90. Two thirds of the year's need are secured by contracts with cooperatives in Huila, Colombia, and Sidama, Ethiopia.",
    );
    heading(page, "People");
    text(
      page,
      "Fourteen people worked for us at the end of March, two more than a year before. Sick days fell from 4.1 to 3.2 per person.",
    );
    page.addPage();
    heading(page, "Outlook");
    text(
      page,
      "For the second quarter we expect revenue of €430,000 to €445,000. The storage room in the basement, rented from 1 April, saves us the external warehouse in Markkleeberg, €390 a month.",
    );
    heading(page, "Risks");
    text(
      page,
      "The exhaust filter of the roaster reaches its limit at full load. Should the yearly inspection in October fail, roasting would stop for about a week. A second filter costs €6,200.",
    );
  });
}

export async function encryptedPdf(): Promise<Buffer> {
  return pdf(
    "Salaries 2026",
    (page) => {
      title(page, "Salaries 2026, confidential");
      text(page, "This list is opened with the password that the managing director keeps.");
    },
    { userPassword: "not-in-this-workspace", ownerPassword: "nor-this-one", pdfVersion: "1.7" },
  );
}

function pdf(
  name: string,
  write: (page: Pdf) => void,
  protection: PDFKit.PDFDocumentOptions = {},
): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const page = new PDFDocument({
      size: "A4",
      margin,
      info: { Title: name, Author: "BeSunny sample", CreationDate: new Date("2026-04-20") },
      ...protection,
    });
    const chunks: Buffer[] = [];
    page.on("data", (chunk: Buffer) => chunks.push(chunk));
    page.on("end", () => resolve(Buffer.concat(chunks)));
    page.on("error", reject);
    write(page);
    page.end();
  });
}

function title(page: Pdf, words: string): void {
  page.moveDown(0.5).font("Helvetica-Bold").fontSize(20).text(words).moveDown(0.6);
}

function heading(page: Pdf, words: string): void {
  page.moveDown(0.6).font("Helvetica-Bold").fontSize(13).text(words).moveDown(0.3);
}

function text(page: Pdf, words: string): void {
  page.font("Helvetica").fontSize(11).text(words, { lineGap: 4 }).moveDown(0.6);
}

function sections(page: Pdf, all: readonly Section[]): void {
  for (const section of all) {
    heading(page, section.heading);
    for (const clause of section.clauses) text(page, clause);
  }
}

function signatures(page: Pdf, placeAndDate: string): void {
  page.moveDown(1.5);
  text(page, placeAndDate);
  text(page, "For the Landlord: Friederike Aust, managing director");
  text(page, "For the Tenant: Clara Finch, managing director");
}

function table(page: Pdf, rows: string[][]): void {
  page.font("Helvetica").fontSize(10);
  page.table({ data: rows, rowStyles: (row) => (row === 0 ? { backgroundColor: "#eeeeee" } : {}) });
  page.moveDown(1);
}
