import type { FieldDefinition, FieldKind } from "../src/ai";

/** Makes a field with the labels of a text, separated by semicolons. */
export function aField(
  name: string,
  kind: FieldKind,
  labels = name,
  more: Partial<FieldDefinition> = {},
): FieldDefinition {
  const label = name.charAt(0).toUpperCase() + name.slice(1);
  return { name, label, kind, meaning: `The ${name}.`, labels: labels.split("; "), ...more };
}

export const billFields: readonly FieldDefinition[] = [
  aField(
    "invoice number",
    "identifier",
    "invoice number; invoice; Rechnungsnummer; facture; facture n°",
  ),
  aField("invoice date", "date", "invoice date; date; Rechnungsdatum"),
  aField("due date", "date", "due date; Fälligkeit; échéance"),
  aField("supplier", "party", "seller; supplier"),
  aField("customer", "party", "bill to; customer"),
  aField("subtotal", "money", "subtotal; net; Nettobetrag; total ht"),
  aField("tax", "money", "tax; vat; MwSt; tva; total gst"),
  aField("total", "money", "total; total due; Gesamtbetrag; net à payer; grand total"),
  aField("IBAN", "identifier", "iban", { check: "iban" }),
  aField("supplier VAT number", "identifier", "vat number; USt-IdNr", { check: "vat number" }),
  aField("payment method", "text", "paid by"),
];

export const contractFields: readonly FieldDefinition[] = [
  aField("party", "party", "party; landlord; tenant", { isMany: true }),
  aField("agreement date", "date", "agreement date; Vertragsdatum"),
  aField("effective date", "date", "effective date; start date"),
  aField("end date", "date", "end date; expiry date"),
  aField("term", "duration", "term; Laufzeit"),
  aField("renewal", "duration"),
  aField("notice period", "duration", "notice period; Kündigungsfrist"),
  aField("termination notice", "duration"),
  aField("governing law", "text"),
];
