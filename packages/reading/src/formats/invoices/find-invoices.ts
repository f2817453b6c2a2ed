import { elements, type XmlElement } from "../../xml/xml";
import { createFieldReader } from "./model/field-reader";
import type { FoldedLines } from "./model/folded-lines";
import type { Invoice } from "./model/invoice";
import { ciiInvoice } from "./syntax/cii";
import { facturaeInvoices } from "./syntax/facturae";
import { fatturaPaInvoices } from "./syntax/fattura-pa";
import { isUbl } from "./syntax/is-ubl";
import { ublInvoice } from "./syntax/ubl";

/**
 * Returns the invoices that an XML tree is: UBL, CII, FatturaPA or Facturae, also in a Peppol envelope. None for other XML. `folded` has the
 * lines that were taken out of the tree.
 */
export function findInvoices(root: XmlElement, folded: FoldedLines): Invoice[] {
  const [top] = elements(root);
  if (!top) return [];
  const invoice = top.name === "StandardBusinessDocument" ? payloadOf(top) : top;
  if (!invoice) return [];
  const reader = createFieldReader(invoice, { folded });
  for (const name of signatures) reader.skip(invoice, name);
  switch (invoice.name) {
    case "Invoice":
    case "CreditNote":
      return isUbl(invoice) ? [ublInvoice(reader, invoice)] : [];
    case "CrossIndustryInvoice":
    case "CrossIndustryDocument":
      return [ciiInvoice(reader, invoice)];
    case "FatturaElettronica":
    case "FatturaElettronicaSemplificata":
      return fatturaPaInvoices(reader, invoice);
    case "Facturae":
      return facturaeInvoices(reader, invoice);
    default:
      return [];
  }
}

/** Signatures hold certificates and sums of bytes, which nobody reads. */
const signatures = [
  "Signature",
  "UBLExtensions/UBLExtension/ExtensionContent/UBLDocumentSignatures",
];

function payloadOf(envelope: XmlElement): XmlElement | undefined {
  return elements(envelope).find(({ name }) => name === "Invoice" || name === "CreditNote");
}
