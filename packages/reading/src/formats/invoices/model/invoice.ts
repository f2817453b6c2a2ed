/** A labelled value. `fact` names the fact that it states, whose value is `value` if that differs from the text. */
export type Entry = { label: string; text: string; path: string; fact?: string; value?: string };

/** A number as the file writes it, without its unit or currency. */
export type Figure = { number: number; text: string; path: string };

/** A person or firm: `role` is seller, buyer, payee and others, in words. */
export type Party = { role: string; entries: Entry[] };

/** `isPart` marks a line that explains another one, so that its amount is in no sum. `adjustment` is charges less allowances. */
export type InvoiceLine = {
  id: string;
  name: string;
  article: string;
  quantity?: Figure | undefined;
  unit: string;
  price?: Figure | undefined;
  baseQuantity?: Figure | undefined;
  adjustment: number;
  tax: string;
  rate?: Figure | undefined;
  net?: Figure | undefined;
  details: string[];
  isPart: boolean;
};

/** An allowance or a charge on the whole invoice; `amount` is negative for an allowance. */
export type Adjustment = { reason: string; tax: string; amount: Figure };

export type TaxRow = {
  category: string;
  rate?: Figure | undefined;
  basis?: Figure | undefined;
  amount?: Figure | undefined;
  reason: string;
};

export const totalLabels = {
  lines: "Sum of the lines",
  allowances: "Allowances",
  charges: "Charges",
  net: "Total without VAT",
  tax: "VAT",
  stamp: "Stamp duty",
  gross: "Total with VAT",
  prepaid: "Paid already",
  withheld: "Tax withheld",
  rounding: "Rounding",
  due: "Amount due",
};

export type TotalKey = keyof typeof totalLabels;

/** One invoice or credit note of any syntax. `currency` is an ISO 4217 code, empty if the file states none. */
export type Invoice = {
  kind: string;
  isCredit: boolean;
  number: string;
  currency: string;
  general: Entry[];
  parties: Party[];
  references: Entry[];
  delivery: Entry[];
  lines: InvoiceLine[];
  adjustments: Adjustment[];
  taxes: TaxRow[];
  totals: Partial<Record<TotalKey, Figure>>;
  payment: Entry[];
  notes: Entry[];
  others: Entry[];
};
