import { withCode } from "./document-types";

/** UNTDID 5305, the categories of VAT that EN 16931 allows. */
const categories: Record<string, string> = {
  S: "Standard rate",
  Z: "Zero rate",
  E: "Exempt",
  AE: "Reverse charge",
  K: "Intra-community supply, exempt",
  G: "Export outside the EU, exempt",
  O: "Not subject to VAT",
  L: "Canary Islands tax (IGIC)",
  M: "Tax of Ceuta and Melilla (IPSI)",
  B: "Transferred VAT, Italy",
  AA: "Lower rate",
  AB: "Exempt for resale",
  AC: "VAT not now due",
  H: "Higher rate",
};

export function taxCategoryInWords(code: string): string {
  return withCode(categories[code], code);
}

/** UNTDID 2005 and 2475: the day on which VAT becomes due. */
const dueDates: Record<string, string> = {
  "3": "Date of the invoice",
  "35": "Date of delivery",
  "432": "Date of payment",
  "5": "Date of the invoice",
  "29": "Date of delivery",
  "72": "Date of payment",
};

export function taxPointInWords(code: string): string {
  return withCode(dueDates[code], code);
}
