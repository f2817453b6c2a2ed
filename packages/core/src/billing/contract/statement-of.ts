import type { Statement } from "@besunny/reports/statement";

import type { Meter } from "../../usage/contract/meters";
import type { InvoicePreview } from "./invoice";

const names: Readonly<Record<Meter, string>> = {
  pages: "Pages read",
  tokens: "Tokens of outside models",
  questions: "Questions asked",
  storage: "Storage, highest level of the month",
  seats: "Seats, most in the month",
  connectors: "Sources, most in the month",
  apiCalls: "API calls",
};

const GIB = 1024 ** 3;

/** Returns what the file of an invoice says. Without a number it is a preview. */
export function statementOf(
  invoice: InvoicePreview,
  { about, number, at }: { about: string; number: string | null; at: Date },
): Statement {
  const month = invoice.startsAt.toISOString().slice(0, 7);
  const money = moneyOf(invoice.currency);
  const major = (minor: number) => money(minor / 10 ** invoice.digits, invoice.digits);
  return {
    title: number ? `Invoice ${number}` : `Preview of ${month}`,
    about,
    facts: [
      ["Plan", invoice.plan],
      ["Month (UTC)", month],
      [number ? "Issued" : "As of", `${at.toISOString().slice(0, 16).replace("T", " ")} UTC`],
    ],
    columns: ["What", "Quantity", "Price", "Amount"],
    rows: invoice.lines.flatMap(({ meter, quantity, per, amountMinor, parts }) => [
      {
        cells: [
          meter ? names[meter] : "Fixed price of the month",
          meter ? quantityText(meter, quantity) : "",
          "",
          major(amountMinor),
        ],
        isPart: false,
      },
      ...(meter
        ? parts.map((part) => ({
            cells: [
              "",
              quantityText(meter, part.quantity),
              `${money(part.unitMicro / 1_000_000, 6)} per ${quantityText(meter, per)}`,
              "",
            ],
            isPart: true,
          }))
        : []),
    ]),
    total: ["Total", major(invoice.totalMinor)],
    note: number
      ? "Each line is the sum of rows of the usage ledger, which the workspace can list and export."
      : "This month is not over. The amounts are those of now.",
  };
}

function quantityText(meter: Meter, quantity: number): string {
  if (meter !== "storage") return quantity.toLocaleString("en");
  const gib = quantity / GIB;
  return `${gib.toLocaleString("en", { maximumFractionDigits: 3 })} GiB`;
}

function moneyOf(currency: string): (amount: number, digits: number) => string {
  return (amount, digits) =>
    `${currency} ${amount.toLocaleString("en", { minimumFractionDigits: Math.min(2, digits), maximumFractionDigits: digits })}`;
}
