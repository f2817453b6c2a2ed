/** UNTDID 1001, the kinds that EN 16931 allows, with those of its extensions. */
const names: Record<string, string> = {
  "71": "Request for payment",
  "80": "Debit note for goods or services",
  "81": "Credit note for goods or services",
  "82": "Metered services invoice",
  "83": "Credit note for financial adjustments",
  "84": "Debit note for financial adjustments",
  "102": "Tax notification",
  "130": "Invoicing data sheet",
  "202": "Direct payment valuation",
  "203": "Provisional payment valuation",
  "204": "Payment valuation",
  "211": "Interim application for payment",
  "218": "Final payment request",
  "219": "Payment request for completed units",
  "261": "Self-billed credit note",
  "262": "Consolidated credit note for goods and services",
  "295": "Price variation invoice",
  "296": "Credit note for price variation",
  "308": "Delcredere credit note",
  "325": "Proforma invoice",
  "326": "Partial invoice",
  "331": "Commercial invoice with packing list",
  "380": "Invoice",
  "381": "Credit note",
  "382": "Commission note",
  "383": "Debit note",
  "384": "Corrected invoice",
  "385": "Consolidated invoice",
  "386": "Prepayment invoice",
  "387": "Hire invoice",
  "388": "Tax invoice",
  "389": "Self-billed invoice",
  "390": "Delcredere invoice",
  "393": "Factored invoice",
  "394": "Lease invoice",
  "395": "Consignment invoice",
  "396": "Factored credit note",
  "420": "Credit note for optical character reading",
  "456": "Debit advice",
  "457": "Reversal of debit",
  "458": "Reversal of credit",
  "471": "Self-billed corrected invoice",
  "472": "Self-billed consolidated invoice",
  "473": "Self-billed corrective credit note",
  "500": "Self-billed prepayment invoice",
  "501": "Self-billed factored invoice",
  "502": "Self-billed factored credit note",
  "503": "Prepayment credit note",
  "527": "Self-billed debit note",
  "532": "Forwarder's credit note",
  "553": "Forwarder's invoice discrepancy report",
  "575": "Insurer's invoice",
  "623": "Forwarder's invoice",
  "633": "Port charges documents",
  "751": "Invoice for accounting purposes",
  "780": "Freight invoice",
  "817": "Claim notification",
  "870": "Consular invoice",
  "875": "Partial construction invoice",
  "876": "Partial final construction invoice",
  "877": "Final construction invoice",
  "935": "Customs invoice",
};

const credits = new Set("81 83 261 262 296 308 381 396 420 458 473 502 503 532".split(" "));

export function isCreditNote(code: string): boolean {
  return credits.has(code);
}

/** Returns the kind of an invoice in words; plainly "Invoice" or "Credit note" for an unknown code. */
export function documentKind(code: string | undefined, fallback: string): string {
  return names[code ?? ""] ?? fallback;
}

/** Text before a code in brackets, or the code alone if it has no meaning here. */
export function withCode(meaning: string | undefined, code: string): string {
  return meaning === undefined ? code : `${meaning} (${code})`;
}

export function documentTypeInWords(code: string): string {
  return withCode(names[code], code);
}
