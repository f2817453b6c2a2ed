/** UNTDID 4451, the subjects that invoices give their notes. */
const subjects: Record<string, string> = {
  AAA: "Description of goods",
  AAB: "Payment terms",
  AAC: "Dangerous goods",
  AAI: "General information",
  AAJ: "Additional conditions of sale",
  AAK: "Price conditions",
  AAR: "Terms of delivery",
  ABL: "Legal information",
  ABN: "Accounting information",
  ACB: "Additional information",
  ACD: "Reason",
  ACY: "Tax declaration",
  ADU: "Note",
  AFM: "Title",
  AGM: "Dangerous goods",
  BLR: "Transport document remarks",
  CUR: "Customer remarks",
  CUS: "Customs declaration",
  DEL: "Delivery information",
  DIN: "Delivery instructions",
  GEN: "Entire transaction",
  INV: "Invoice instruction",
  PAI: "Payment instructions",
  PMD: "Payment detail",
  PMT: "Payment information",
  PRF: "Price of energy",
  REG: "Regulatory information",
  SIN: "Special instructions",
  SUR: "Supplier remarks",
  TXD: "Tax declaration",
  WHI: "Warehouse instruction",
};

/** Returns the label of a note. Subjects without a meaning here stand in brackets. */
export function noteLabel(code: string | undefined): string {
  if (code === undefined) return "Note";
  return subjects[code] ?? `Note (${code})`;
}
