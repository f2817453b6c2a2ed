import { readdir, readFile } from "node:fs/promises";
import { join, parse } from "node:path";
import type { FactCase } from "./expected";

/** invoice2data: `NAME.json` beside `NAME.pdf`, `NAME.txt` or `NAME.png`, a list with the fields of one invoice. */
export async function readInvoices(directory: string): Promise<FactCase[]> {
  const names = (await readdir(directory)).sort();
  const cases: FactCase[] = [];
  for (const name of names) {
    const { name: stem, ext } = parse(name);
    if (!/^\.(?:pdf|txt|png)$/i.test(ext) || !names.includes(`${stem}.json`)) continue;
    const [given] = JSON.parse(await readFile(join(directory, `${stem}.json`), "utf8"));
    const fields = fieldsOfInvoice(given);
    cases.push({ name, path: join(directory, name), expected: { type: "invoice", fields } });
  }
  return cases;
}

/** The fields of invoice2data by the names of ours. */
export function fieldsOfInvoice(given: Given): Record<string, string[]> {
  return Object.fromEntries(Object.entries(fieldsOf).map(([field, of]) => [field, of(given)]));
}

type Given = Record<string, unknown>;

const fieldsOf: Record<string, (given: Given) => string[]> = {
  "invoice number": ({ invoice_number }) => text(invoice_number),
  "invoice date": ({ date }) => text(date).map((each) => each.slice(0, 10)),
  "due date": ({ date_due }) => text(date_due).map((each) => each.slice(0, 10)),
  supplier: ({ issuer, partner_name }) => {
    const ways = [...text(issuer), ...text(partner_name)];
    return ways.length > 0 ? [ways.join(" | ")] : [];
  },
  total: ({ amount }) => text(amount),
  subtotal: ({ amount_untaxed, amount, amount_tax }) =>
    amount_untaxed === amount && !amount_tax ? [] : text(amount_untaxed),
  tax: ({ amount_tax }) => text(amount_tax),
  IBAN: ({ iban }) => text(iban),
  "supplier VAT number": ({ vat, static_vat }) => text(vat ?? static_vat),
};

function text(value: unknown): string[] {
  return typeof value === "string" || typeof value === "number" ? [String(value)] : [];
}
