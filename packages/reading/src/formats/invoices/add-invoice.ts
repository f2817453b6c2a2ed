import type {
  CellInput,
  DocumentBuilder,
  FactInput,
} from "@besunny/document-model/document-builder";
import type { Limits } from "../../contract/limits";
import { checkInvoice } from "./check-invoice";
import type { Entry, Figure, Invoice, InvoiceLine, TotalKey } from "./model/invoice";
import { totalLabels } from "./model/invoice";

/** Writes an invoice as people read one: parties, lines and taxes as tables, totals, payment, notes; facts at their values. */
export function addInvoice(builder: DocumentBuilder, invoice: Invoice, limits: Limits) {
  const title = titleOf(invoice);
  builder.metadata.title ??= title;
  builder.add({ kind: "title", text: title });
  addEntries(builder, invoice.general);
  for (const { role, entries } of invoice.parties) addSection(builder, role, entries);
  addSection(builder, "References", invoice.references);
  addSection(builder, "Delivery", invoice.delivery);
  const { warnings, doubts } = checkInvoice(invoice);
  addLines(builder, invoice, doubts, limits);
  addAdjustments(builder, invoice);
  addTaxes(builder, invoice, doubts);
  addSection(builder, "Totals", totalEntries(invoice));
  addSection(builder, "Payment", invoice.payment);
  addSection(builder, "Notes", invoice.notes);
  addSection(builder, "Further details", invoice.others);
  builder.warnings.push(...warnings);
}

export function titleOf({ kind, number }: Invoice): string {
  return `${kind} ${number}`.trim();
}

function addSection(builder: DocumentBuilder, heading: string, entries: Entry[]) {
  if (entries.length === 0) return;
  builder.add({ kind: "heading", level: 2, text: heading });
  addEntries(builder, entries);
}

function addEntries(builder: DocumentBuilder, entries: Entry[]) {
  let text = "";
  const facts: FactInput[] = [];
  for (const { label, text: value, path, fact, value: normal = value } of entries) {
    text += `${text === "" ? "" : "\n"}${label}: `;
    const start = text.length;
    text += value;
    if (fact) facts.push({ name: fact, value: normal, element: path, start, end: text.length });
  }
  builder.add({ kind: "paragraph", text, facts });
}

const factsOfTotals: Partial<Record<TotalKey, string>> = {
  net: "subtotal",
  tax: "tax",
  gross: "total",
  due: "amount due",
};

/** The totals that the invoice states, in the order of a bill. What is left to pay is the total where no other is stated. */
export function totalEntries({ totals, currency }: Invoice): Entry[] {
  return totalKeys.flatMap((key) => {
    const total = totals[key];
    if (!total) return [];
    const fact = key === "due" && !totals.gross ? "total" : factsOfTotals[key];
    const text = `${currency} ${total.text}`.trim();
    return [{ label: totalLabels[key], text, path: total.path, ...(fact && { fact }) }];
  });
}

/** Safe because the labels are written with exactly these keys. */
const totalKeys = Object.keys(totalLabels) as TotalKey[];

type Column<Row> = {
  head: string;
  cell: (row: Row) => { text: string; number?: number | undefined; doubt?: string | undefined };
};

function addLines(
  builder: DocumentBuilder,
  { lines, currency }: Invoice,
  doubts: Map<Figure, string>,
  limits: Limits,
) {
  if (lines.length === 0) return;
  const money = currency ? ` (${currency})` : "";
  const columns: Column<InvoiceLine>[] = [
    { head: "No.", cell: ({ id }) => ({ text: id }) },
    { head: "Item", cell: ({ name }) => ({ text: name }) },
    { head: "Article number", cell: ({ article }) => ({ text: article }) },
    { head: "Details", cell: ({ details }) => ({ text: details.join("; ") }) },
    { head: "Quantity", cell: ({ quantity }) => plain(quantity) },
    { head: "Unit", cell: ({ unit }) => ({ text: unit }) },
    { head: `Unit price${money}`, cell: ({ price }) => plain(price) },
    {
      head: "Price for",
      cell: ({ baseQuantity: base }) => (base?.number === 1 ? none : plain(base)),
    },
    { head: "VAT category", cell: ({ tax }) => ({ text: tax }) },
    { head: "VAT rate", cell: ({ rate }) => percent(rate) },
    {
      head: `Net amount${money}`,
      cell: ({ net }) => ({ ...plain(net), doubt: net && doubts.get(net) }),
    },
  ];
  const most = Math.max(1, Math.floor(limits.cells / columns.length) - 1);
  if (lines.length > most)
    builder.warnings.push(`Only the first ${most} of ${lines.length} lines were read.`);
  builder.add({ kind: "heading", level: 2, text: "Lines" });
  addTable(builder, columns, lines.slice(0, most));
}

function addAdjustments(builder: DocumentBuilder, { adjustments, currency }: Invoice) {
  if (adjustments.length === 0) return;
  builder.add({ kind: "heading", level: 2, text: "Allowances and charges" });
  addTable(
    builder,
    [
      { head: "Reason", cell: ({ reason }) => ({ text: reason }) },
      { head: "VAT", cell: ({ tax }) => ({ text: tax }) },
      { head: currency ? `Amount (${currency})` : "Amount", cell: ({ amount }) => plain(amount) },
    ],
    adjustments,
  );
}

function addTaxes(
  builder: DocumentBuilder,
  { taxes, currency }: Invoice,
  doubts: Map<Figure, string>,
) {
  if (taxes.length === 0) return;
  const money = currency ? ` (${currency})` : "";
  builder.add({ kind: "heading", level: 2, text: "VAT" });
  addTable(
    builder,
    [
      { head: "Category", cell: ({ category }) => ({ text: category }) },
      { head: "Rate", cell: ({ rate }) => percent(rate) },
      { head: `Taxable amount${money}`, cell: ({ basis }) => plain(basis) },
      {
        head: `VAT amount${money}`,
        cell: ({ amount }) => ({ ...plain(amount), doubt: amount && doubts.get(amount) }),
      },
      { head: "Remark", cell: ({ reason }) => ({ text: reason }) },
    ],
    taxes,
  );
}

const none = { text: "" };

function plain(figure: Figure | undefined) {
  return figure ? { text: figure.text, number: figure.number } : none;
}

/** A share of 19 % has the number 0.19, as everywhere in tables. */
function percent(rate: Figure | undefined) {
  if (!rate) return none;
  const text = `${rate.text.replace(/\.0+$/, "")} %`;
  return { text, number: Number((rate.number / 100).toFixed(6)) };
}

/** Leaves out columns in which no row has anything. */
function addTable<Row>(builder: DocumentBuilder, all: Column<Row>[], rows: Row[]) {
  const columns = all.filter(({ cell }) => rows.some((row) => cell(row).text !== ""));
  const cells: CellInput[] = columns.map(({ head }, column) => ({
    text: head,
    row: 0,
    column,
    isHeader: true,
  }));
  for (const [index, row] of rows.entries())
    for (const [column, { cell }] of columns.entries()) {
      const { text, number, doubt } = cell(row);
      cells.push({
        text,
        row: index + 1,
        column,
        ...(number !== undefined && { number }),
        ...(doubt && { doubt }),
      });
    }
  builder.addTable({ cells });
}
