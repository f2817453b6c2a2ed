import type { Figure, Invoice, InvoiceLine, TotalKey } from "./model/invoice";

type Checked = { warnings: string[]; doubts: Map<Figure, string> };

/** Adds up an invoice. Returns a sentence for each sum that its parts contradict, and the doubts of single amounts. */
export function checkInvoice(invoice: Invoice): Checked {
  const doubts = new Map<Figure, string>();
  for (const line of invoice.lines) checkLine(line, doubts);
  for (const { rate, basis, amount } of invoice.taxes) {
    if (!rate || !basis || !amount) continue;
    const tax = (basis.number * rate.number) / 100;
    // VAT may be worked out line by line, each with its own rounding.
    if (!isNear(tax, amount.number, cent * (2 + invoice.lines.length)))
      doubts.set(
        amount,
        `${rate.text} % of ${basis.text} is ${tax.toFixed(2)}, not ${amount.text}.`,
      );
  }
  const inMoney = (number: number) => `${invoice.currency} ${number.toFixed(2)}`.trim();
  const told = sumsOf(invoice).flatMap(({ key, of, parts, slack = 0 }) => {
    const total = invoice.totals[key];
    if (!total || isNear(parts, total.number, cent + slack)) return [];
    return [`${of} ${inMoney(parts)}, but the invoice states ${inMoney(total.number)}.`];
  });
  return { warnings: [...told, ...first([...doubts.values()])], doubts };
}

const mostTold = 5;

/** The cells of the table hold every doubt, so the warnings need not. */
function first(doubts: string[]): string[] {
  const rest = doubts.length - mostTold;
  return rest > 0 ? [...doubts.slice(0, mostTold), `${rest} more amounts are doubtful.`] : doubts;
}

const cent = 0.0101;

function isNear(a: number, b: number, tolerance: number): boolean {
  return Math.abs(a - b) <= tolerance;
}

/** Quantity times price is the net amount, but prices may be rounded: that much a quantity may multiply. */
function checkLine(line: InvoiceLine, doubts: Map<Figure, string>) {
  const { quantity, price, net, baseQuantity, adjustment } = line;
  if (!quantity || !price || !net || line.isPart) return;
  const base = baseQuantity && baseQuantity.number !== 0 ? baseQuantity.number : 1;
  const product = (quantity.number * price.number) / base;
  const decimals = Math.max(2, price.text.split(".")[1]?.length ?? 0);
  const tolerance = cent + (0.5 * 10 ** -decimals * Math.abs(quantity.number)) / base;
  const sum = product + adjustment;
  if (isNear(sum, net.number, tolerance) || isNear(product, net.number, tolerance)) return;
  const name = line.id ? `Line ${line.id}` : line.name;
  doubts.set(
    net,
    `${name}: quantity and price give ${sum.toFixed(2)}, but the net amount is ${net.text}.`,
  );
}

type Sum = { key: TotalKey; of: string; parts: number; slack?: number };

function sumsOf({ lines, taxes, adjustments, totals }: Invoice): Sum[] {
  const at = (key: TotalKey) => totals[key]?.number ?? 0;
  const counted = lines.filter(({ isPart }) => !isPart);
  const hasAll = counted.length > 0 && counted.every(({ net }) => net !== undefined);
  const ofLines = counted.reduce((sum, { net }) => sum + (net?.number ?? 0), 0);
  const own = adjustments.reduce((sum, { amount }) => sum + amount.number, 0);
  const stated = at("charges") - at("allowances");
  const rounding = (cent / 2) * lines.length;
  const sums: Sum[] = [];
  if (hasAll) sums.push({ key: "lines", of: "The lines add up to", parts: ofLines });
  if (totals.lines || hasAll)
    sums.push({
      key: "net",
      of: "Lines, allowances and charges add up to",
      parts: (totals.lines ? at("lines") : ofLines) + (stated || own),
      slack: totals.lines ? 0 : rounding,
    });
  const charged = taxes.filter(({ category }) => !category.endsWith(", withheld"));
  if (charged.length > 0 && charged.every(({ amount }) => amount !== undefined))
    sums.push({
      key: "tax",
      of: "The amounts of VAT add up to",
      parts: charged.reduce((sum, { amount }) => sum + (amount?.number ?? 0), 0),
    });
  if (totals.net && totals.tax) sums.push(...grossOf(totals));
  if (totals.gross)
    sums.push({
      key: "due",
      of: "Total with VAT, what was paid and rounding give",
      parts: at("gross") - at("prepaid") + at("rounding"),
    });
  return sums;
}

/** Stamp duty and withheld tax are within the total in some countries and beside it in others. */
function grossOf(totals: Invoice["totals"]): Sum[] {
  const at = (key: TotalKey) => totals[key]?.number ?? 0;
  const plain = at("net") + at("tax");
  const ways = [plain, plain + at("stamp"), plain - at("withheld"), plain + at("rounding")];
  ways.push(plain + at("stamp") + at("rounding"));
  if (ways.some((way) => isNear(way, at("gross"), cent))) return [];
  return [{ key: "gross", of: "Total without VAT and VAT add up to", parts: plain }];
}
