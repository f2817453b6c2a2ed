import type { XmlElement } from "../../../xml/xml";
import { spanishClass, spanishKind, spanishMeans, spanishTax } from "../codes/spanish-codes";
import { dated, entry, figure, joined, negative, period, remaining } from "../model/entries";
import type { FieldReader } from "../model/field-reader";
import type { Adjustment, Entry, Invoice, TaxRow, TotalKey } from "../model/invoice";
import { bankAccount } from "./bank-account";
import { facturaeLines } from "./facturae-lines";
import { facturaeParty } from "./facturae-party";

/** The invoices of a Spanish Facturae file, of versions 3.0 to 3.2; all share the parties. */
export function facturaeInvoices(reader: FieldReader, root: XmlElement): Invoice[] {
  reader.skip(root, "FileHeader/SchemaVersion|Modality|InvoiceIssuerType|Batch");
  return reader.find(root, "Invoices/Invoice").map((each, index) => {
    const invoice = invoiceOf(reader, root, each);
    const shared = index === 0 ? reader.find(root, "FileHeader|Parties") : [];
    return { ...invoice, others: [each, ...shared].flatMap((part) => remaining(reader, part)) };
  });
}

function invoiceOf(reader: FieldReader, root: XmlElement, each: XmlElement): Invoice {
  const at = (path: string) => reader.field(each, path);
  const series = at("InvoiceHeader/InvoiceSeriesCode");
  const number = joined(series, at("InvoiceHeader/InvoiceNumber"));
  const kind = at("InvoiceHeader/InvoiceClass");
  const issued = "InvoiceIssueData";
  const currency = at(`${issued}/InvoiceCurrencyCode`);
  const [due] = reader.fields(each, "PaymentDetails/Installment/InstallmentDueDate");
  reader.skip(each, "InvoiceHeader/InvoiceDocumentType");
  reader.skip(each, `${issued}/LanguageName`);
  return {
    kind: spanishKind(kind?.text ?? ""),
    isCredit: false,
    number: number?.text ?? "",
    currency: currency?.text ?? "",
    general: [
      ...entry("Invoice number", number, { fact: "invoice number" }),
      ...entry("Issue date", dated(at(`${issued}/IssueDate`)), { fact: "invoice date" }),
      ...entry("Due date", dated(due), { fact: "due date" }),
      ...entry("Type", kind, { words: spanishClass }),
      ...entry("Currency", currency),
      ...entry("Currency of VAT accounting", at(`${issued}/TaxCurrencyCode`)),
      ...entry("Operation date", dated(at(`${issued}/OperationDate`))),
      ...period(
        "Billing period",
        at(`${issued}/InvoicingPeriod/StartDate`),
        at(`${issued}/InvoicingPeriod/EndDate`),
      ),
      ...entry("Description", at(`${issued}/InvoiceDescription`)),
    ],
    parties: [
      ...facturaeParty(reader, "Seller", reader.find(root, "Parties/SellerParty")[0], {
        name: "supplier",
        vat: "supplier VAT number",
      }),
      ...facturaeParty(reader, "Buyer", reader.find(root, "Parties/BuyerParty")[0], {
        name: "customer",
        vat: "customer VAT number",
      }),
    ],
    references: referencesOf(reader, each),
    delivery: [],
    lines: facturaeLines(reader, each),
    adjustments: adjustmentsOf(reader, each),
    taxes: taxesOf(reader, each),
    totals: totalsOf(reader, each),
    payment: paymentOf(reader, each, currency?.text ?? ""),
    notes: [
      ...reader.fields(each, "LegalLiterals/LegalReference"),
      ...reader.fields(each, "AdditionalData/InvoiceAdditionalInformation"),
    ].flatMap((note) => entry("Note", note)),
    others: [],
  };
}

function referencesOf(reader: FieldReader, each: XmlElement): Entry[] {
  const issued = "InvoiceIssueData";
  const corrective = "InvoiceHeader/Corrective";
  const corrected = joined(
    reader.field(each, `${corrective}/InvoiceSeriesCode`),
    reader.field(each, `${corrective}/InvoiceNumber`),
  );
  return [
    ...entry("Corrected invoice", corrected),
    ...entry("Reason of the correction", reader.field(each, `${corrective}/ReasonDescription`)),
    ...entry("Order number", reader.field(each, `${issued}/ReceiverTransactionReference`), {
      fact: "order number",
    }),
    ...entry("File reference", reader.field(each, `${issued}/FileReference`)),
    ...entry("Contract number", reader.field(each, `${issued}/ReceiverContractReference`)),
    ...reader
      .fields(each, "AdditionalData/RelatedDocuments/Attachment/AttachmentDescription")
      .flatMap((field) => entry("Supporting document", field)),
  ];
}

function adjustmentsOf(reader: FieldReader, each: XmlElement): Adjustment[] {
  const totals = "InvoiceTotals";
  const read = (path: string, name: "Discount" | "Charge") =>
    reader.find(each, `${totals}/${path}`).flatMap((found): Adjustment[] => {
      const amount = figure(reader.field(found, `${name}Amount`));
      const reason = reader.field(found, `${name}Reason`)?.text ?? name;
      const rate = reader.field(found, `${name}Rate`);
      if (!amount) return [];
      const told = rate ? `${reason}, ${rate.text} %` : reason;
      return [{ reason: told, tax: "", amount: name === "Charge" ? amount : negative(amount) }];
    });
  return [
    ...read("GeneralDiscounts/Discount", "Discount"),
    ...read("GeneralSurcharges/Charge", "Charge"),
  ];
}

function taxesOf(reader: FieldReader, each: XmlElement): TaxRow[] {
  const read = (path: string, name: string) =>
    reader.find(each, path).map((tax) => {
      const code = reader.field(tax, "TaxTypeCode");
      const surcharge = reader.field(tax, "EquivalenceSurcharge");
      const amount = reader.field(tax, "EquivalenceSurchargeAmount/TotalAmount");
      return {
        category: `${code ? spanishTax(code.text) : "Tax"}${name}`,
        rate: figure(reader.field(tax, "TaxRate")),
        basis: figure(reader.field(tax, "TaxableBase/TotalAmount")),
        amount: figure(reader.field(tax, "TaxAmount/TotalAmount")),
        reason:
          surcharge && amount ? `equivalence surcharge ${surcharge.text} %: ${amount.text}` : "",
      };
    });
  return [...read("TaxesOutputs/Tax", ""), ...read("TaxesWithheld/Tax", ", withheld")];
}

function totalsOf(reader: FieldReader, each: XmlElement): Invoice["totals"] {
  const names: [TotalKey, string][] = [
    ["lines", "TotalGrossAmount"],
    ["allowances", "TotalGeneralDiscounts"],
    ["charges", "TotalGeneralSurcharges"],
    ["net", "TotalGrossAmountBeforeTaxes"],
    ["tax", "TotalTaxOutputs"],
    ["withheld", "TotalTaxesWithheld"],
    ["gross", "InvoiceTotal"],
    ["prepaid", "TotalPaymentsOnAccount"],
    ["due", "TotalExecutableAmount"],
  ];
  const totals: Invoice["totals"] = {};
  for (const [key, name] of names) {
    const found = figure(reader.field(each, `InvoiceTotals/${name}`));
    if (found) totals[key] = found;
  }
  return totals;
}

function paymentOf(reader: FieldReader, each: XmlElement, currency: string): Entry[] {
  const all = reader.find(each, "PaymentDetails/Installment");
  return all.flatMap((one) => {
    const amount = reader.field(one, "InstallmentAmount");
    const text = amount && { ...amount, text: `${currency} ${amount.text}`.trim() };
    const account = "AccountToBeCredited|AccountToBeDebited";
    return [
      ...entry("Means of payment", reader.field(one, "PaymentMeans"), { words: spanishMeans }),
      ...entry("Amount to pay", text),
      ...(all.length > 1 ? entry("Due date", dated(reader.field(one, "InstallmentDueDate"))) : []),
      ...bankAccount(reader.field(one, `${account}/IBAN`)),
      ...entry("Account", reader.field(one, `${account}/AccountNumber`)),
      ...entry("BIC", reader.field(one, `${account}/BIC`)),
      ...entry("Payment reference", reader.field(one, "PaymentReconciliationReference")),
    ];
  });
}
