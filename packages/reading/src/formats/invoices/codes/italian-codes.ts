import { withCode } from "./document-types";

const documents: Record<string, string> = {
  TD01: "Invoice",
  TD02: "Advance on an invoice",
  TD03: "Advance on a fee",
  TD04: "Credit note",
  TD05: "Debit note",
  TD06: "Fee note",
  TD07: "Simplified invoice",
  TD08: "Simplified credit note",
  TD09: "Simplified debit note",
  TD10: "Self-billed invoice, purchase of goods within the EU",
  TD11: "Self-billed invoice, purchase of services within the EU",
  TD12: "Summary document",
  TD16: "Reverse charge integration of an invoice",
  TD17: "Self-billed invoice for services from abroad",
  TD18: "Integration for goods from within the EU",
  TD19: "Self-billed invoice for goods, article 17",
  TD20: "Self-billed invoice for regularisation",
  TD21: "Self-billed invoice for exceeding the ceiling",
  TD22: "Release of goods from a VAT warehouse",
  TD23: "Release from a VAT warehouse with payment of VAT",
  TD24: "Deferred invoice",
  TD25: "Deferred invoice, triangular operation",
  TD26: "Sale of depreciable goods or internal transfer",
  TD27: "Self-billed invoice for own use or free supply",
  TD28: "Purchases from San Marino with VAT",
  TD29: "Notice of a missing or irregular invoice",
};

/** Returns the kind of a FatturaPA document in words, such as "Credit note". */
export function italianKind(code: string): string {
  return documents[code] ?? "Invoice";
}

export function italianDocument(code: string): string {
  return withCode(documents[code], code);
}

const means: Record<string, string> = {
  MP01: "Cash",
  MP02: "Cheque",
  MP03: "Banker's draft",
  MP04: "Cash at the Treasury",
  MP05: "Bank transfer",
  MP06: "Promissory note",
  MP07: "Bank payment slip",
  MP08: "Payment card",
  MP09: "Direct debit (RID)",
  MP10: "Direct debit for utilities (RID)",
  MP11: "Fast direct debit (RID)",
  MP12: "Bank receipt (RIBA)",
  MP13: "Payment notice (MAV)",
  MP14: "Receipt of the tax office",
  MP15: "Transfer on special accounts",
  MP16: "Bank direct debit",
  MP17: "Postal direct debit",
  MP18: "Postal payment slip",
  MP19: "SEPA direct debit",
  MP20: "SEPA direct debit, core",
  MP21: "SEPA direct debit, business",
  MP22: "Deduction from sums already collected",
  MP23: "PagoPA",
};

export function italianMeans(code: string): string {
  return withCode(means[code], code);
}

const terms: Record<string, string> = {
  TP01: "Payment in instalments",
  TP02: "Payment in full",
  TP03: "Advance",
};

export function italianTerms(code: string): string {
  return withCode(terms[code], code);
}

const natures: Record<string, string> = {
  N1: "Excluded, article 15",
  N2: "Not subject to VAT",
  N3: "Not taxable",
  N4: "Exempt",
  N5: "Margin scheme, VAT not shown",
  N6: "Reverse charge",
  N7: "VAT paid in another EU state",
};

export function italianNature(code: string): string {
  return withCode(natures[code.split(".")[0] ?? ""], code);
}

const liabilities: Record<string, string> = {
  I: "VAT due at once",
  D: "VAT due on payment",
  S: "Split payment: the buyer pays the VAT to the state",
};

export function italianLiability(code: string): string {
  return withCode(liabilities[code], code);
}

const regimes: Record<string, string> = {
  RF01: "Ordinary regime",
  RF02: "Minimum taxpayers",
  RF04: "Farming and fishing",
  RF16: "VAT on payment, public bodies",
  RF17: "VAT on payment",
  RF18: "Other regime",
  RF19: "Flat-rate regime",
};

export function italianRegime(code: string): string {
  return withCode(regimes[code], code);
}
