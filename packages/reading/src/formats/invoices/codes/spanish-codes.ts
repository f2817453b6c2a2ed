import { withCode } from "./document-types";

const taxes: Record<string, string> = {
  "01": "VAT",
  "02": "IPSI",
  "03": "IGIC",
  "04": "Income tax (IRPF)",
  "05": "Other tax",
  "06": "Transfer tax and stamp duty",
  "07": "Special taxes",
  "17": "IGTE of Ceuta and Melilla",
  "19": "Insurance premium tax",
  "25": "Corporation tax",
  "26": "Non-residents' income tax",
  "29": "Refundable container charge",
};

export function spanishTax(code: string): string {
  return withCode(taxes[code], code);
}

const means: Record<string, string> = {
  "01": "Cash",
  "02": "Direct debit",
  "03": "Receipt",
  "04": "Credit transfer",
  "05": "Accepted bill of exchange",
  "06": "Documentary credit",
  "07": "Contract award",
  "08": "Bill of exchange",
  "09": "Promissory note to order",
  "10": "Promissory note not to order",
  "11": "Cheque",
  "12": "Settlement of accounts",
  "13": "Special means",
  "14": "Set-off",
  "15": "Payment by postgiro",
  "16": "Certified cheque",
  "17": "Banker's draft",
  "18": "Cash on delivery",
  "19": "Payment card",
};

export function spanishMeans(code: string): string {
  return withCode(means[code], code);
}

const units: Record<string, string> = {
  "01": "unit",
  "02": "hour",
  "03": "kilogram",
  "04": "litre",
  "05": "other",
  "06": "box",
  "07": "tray",
  "08": "barrel",
  "09": "jerrican",
  "10": "bag",
  "11": "carboy",
  "12": "bottle",
  "13": "canister",
  "14": "tetra brik",
  "15": "centilitre",
  "16": "centimetre",
  "17": "bin",
  "18": "dozen",
  "19": "case",
  "20": "demijohn",
  "21": "gram",
  "22": "kilometre",
  "23": "can",
  "24": "bunch",
  "25": "metre",
  "26": "millimetre",
  "27": "six-pack",
  "28": "package",
  "29": "portion",
  "30": "roll",
  "31": "envelope",
  "32": "tub",
  "33": "cubic metre",
  "34": "second",
  "35": "watt",
  "36": "kilowatt hour",
};

export function spanishUnit(code: string): string {
  return units[code] ?? code;
}

const classes: Record<string, string> = {
  OO: "Invoice",
  OR: "Corrected invoice",
  OC: "Summary invoice",
  CO: "Copy of an invoice",
  CR: "Copy of a corrected invoice",
  CC: "Copy of a summary invoice",
};

export function spanishClass(code: string): string {
  return withCode(classes[code], code);
}

/** Returns the kind of a Facturae invoice in words. */
export function spanishKind(code: string): string {
  return classes[code] ?? "Invoice";
}
