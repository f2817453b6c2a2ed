import type { XmlElement } from "../../../xml/xml";
import { documentKind, documentTypeInWords, isCreditNote } from "../codes/document-types";
import { profileName } from "../codes/identifiers";
import { paymentMeansInWords } from "../codes/payment-means";
import { taxCategoryInWords } from "../codes/taxes";
import { dated, entry, figure, remaining } from "../model/entries";
import type { FieldReader } from "../model/field-reader";
import type { Adjustment, Entry, Invoice, TaxRow, TotalKey } from "../model/invoice";
import { bankAccount } from "./bank-account";
import { ublLines } from "./ubl-lines";
import { adjustment, periodOf } from "./ubl-parts";
import { schemed, ublAddress, ublParty } from "./ubl-party";

/** An invoice or credit note in UBL 2: XRechnung, Peppol BIS Billing and their relatives. */
export function ublInvoice(reader: FieldReader, root: XmlElement): Invoice {
  const isNote = root.name === "CreditNote";
  const code = reader.field(root, "InvoiceTypeCode", "CreditNoteTypeCode");
  const isCredit = isNote || isCreditNote(code?.text ?? "");
  const prefix = isCredit ? "credit note" : "invoice";
  const number = reader.field(root, "ID");
  const currency = reader.field(root, "DocumentCurrencyCode");
  const profile = reader.field(root, "CustomizationID");
  reader.skip(root, "ProfileID|UBLVersionID");
  const invoice: Invoice = {
    kind: documentKind(code?.text, isNote ? "Credit note" : "Invoice"),
    isCredit,
    number: number?.text ?? "",
    currency: currency?.text ?? currencyOf(reader, root),
    general: [
      ...entry(isCredit ? "Credit note number" : "Invoice number", number, {
        fact: `${prefix} number`,
      }),
      ...entry("Issue date", dated(reader.field(root, "IssueDate")), { fact: `${prefix} date` }),
      ...entry("Due date", dated(reader.field(root, "DueDate", "PaymentMeans/PaymentDueDate")), {
        fact: "due date",
      }),
      ...entry("Type", code, { words: documentTypeInWords }),
      ...entry("Currency", currency),
      ...entry("Currency of VAT accounting", reader.field(root, "TaxCurrencyCode")),
      ...entry("VAT becomes due on", dated(reader.field(root, "TaxPointDate"))),
      ...periodOf(reader, "Billing period", root),
      ...entry("Profile", profile && { ...profile, text: profileName(profile.text) ?? "" }).filter(
        ({ text }) => text !== "",
      ),
    ],
    parties: partiesOf(reader, root),
    references: referencesOf(reader, root),
    delivery: deliveryOf(reader, root),
    lines: ublLines(reader, root),
    adjustments: adjustmentsOf(reader, root),
    taxes: taxesOf(reader, root),
    totals: totalsOf(reader, root),
    payment: paymentOf(reader, root),
    notes: reader.fields(root, "Note").flatMap((note) => entry("Note", note)),
    others: [],
  };
  return { ...invoice, others: remaining(reader, root) };
}

function partiesOf(reader: FieldReader, root: XmlElement) {
  const at = (path: string) => reader.find(root, path)[0];
  return [
    ...ublParty(reader, "Seller", at("AccountingSupplierParty/Party"), {
      name: "supplier",
      vat: "supplier VAT number",
    }),
    ...ublParty(reader, "Buyer", at("AccountingCustomerParty/Party"), {
      name: "customer",
      vat: "customer VAT number",
    }),
    ...ublParty(reader, "Payee", at("PayeeParty")),
    ...ublParty(reader, "Tax representative of the seller", at("TaxRepresentativeParty")),
    ...ublParty(reader, "Originator", at("OriginatorCustomerParty/Party")),
  ];
}

function referencesOf(reader: FieldReader, root: XmlElement): Entry[] {
  const entries = [
    ...entry("Buyer reference", reader.field(root, "BuyerReference")),
    ...entry("Order number", reader.field(root, "OrderReference/ID"), { fact: "order number" }),
    ...entry("Sales order number", reader.field(root, "OrderReference/SalesOrderID")),
    ...entry("Accounting reference", reader.field(root, "AccountingCost")),
  ];
  const documents: [string, string][] = [
    ["Contract number", "ContractDocumentReference"],
    ["Project", "ProjectReference"],
    ["Despatch advice", "DespatchDocumentReference"],
    ["Receiving advice", "ReceiptDocumentReference"],
    ["Tender or lot", "OriginatorDocumentReference"],
    ["Preceding invoice", "BillingReference/InvoiceDocumentReference|CreditNoteDocumentReference"],
    ["Supporting document", "AdditionalDocumentReference"],
  ];
  for (const [label, path] of documents)
    for (const each of reader.find(root, path)) {
      const date = dated(reader.field(each, "IssueDate"));
      reader.skip(each, "DocumentTypeCode");
      const about = [
        reader.field(each, "DocumentDescription"),
        reader.field(each, "Attachment/ExternalReference/URI"),
      ].flatMap((field) => field?.text ?? []);
      entries.push(
        ...schemed(reader, label, each, "ID").map((found) => ({
          ...found,
          text: [found.text, ...about, ...(date ? [`of ${date.text}`] : [])].join(", "),
        })),
      );
    }
  return entries;
}

function deliveryOf(reader: FieldReader, root: XmlElement): Entry[] {
  return reader.find(root, "Delivery").flatMap((each) => [
    ...entry("Delivery date", dated(reader.field(each, "ActualDeliveryDate")), {
      fact: "delivery date",
    }),
    ...entry("Deliver to", reader.field(each, "DeliveryParty/PartyName/Name")),
    ...ublAddress(reader, "Delivery address", reader.find(each, "DeliveryLocation/Address")[0]),
    ...schemed(reader, "Delivery location", each, "DeliveryLocation/ID"),
  ]);
}

function adjustmentsOf(reader: FieldReader, root: XmlElement): Adjustment[] {
  return reader.find(root, "AllowanceCharge").flatMap((each) => {
    const found = adjustment(reader, each);
    return found ? [found] : [];
  });
}

function taxesOf(reader: FieldReader, root: XmlElement): TaxRow[] {
  return reader.find(root, "TaxTotal/TaxSubtotal").map((each) => {
    const category = reader.field(each, "TaxCategory/ID");
    const scheme = reader.field(each, "TaxCategory/TaxScheme/ID");
    const reason = reader.field(each, "TaxCategory/TaxExemptionReason");
    const code = reader.field(each, "TaxCategory/TaxExemptionReasonCode");
    const name = scheme && scheme.text !== "VAT" ? `${scheme.text} ` : "";
    return {
      category: `${name}${category ? taxCategoryInWords(category.text) : ""}`.trim(),
      rate: figure(reader.field(each, "TaxCategory/Percent", "Percent")),
      basis: figure(reader.field(each, "TaxableAmount")),
      amount: figure(reader.field(each, "TaxAmount")),
      reason: [reason, code].flatMap((field) => field?.text ?? []).join(", "),
    };
  });
}

function totalsOf(reader: FieldReader, root: XmlElement): Invoice["totals"] {
  const names: [TotalKey, string][] = [
    ["lines", "LineExtensionAmount"],
    ["allowances", "AllowanceTotalAmount"],
    ["charges", "ChargeTotalAmount"],
    ["net", "TaxExclusiveAmount"],
    ["gross", "TaxInclusiveAmount"],
    ["prepaid", "PrepaidAmount"],
    ["rounding", "PayableRoundingAmount"],
    ["due", "PayableAmount"],
  ];
  const totals: Invoice["totals"] = {};
  for (const [key, name] of names) {
    const found = figure(reader.field(root, `LegalMonetaryTotal/${name}`));
    if (found) totals[key] = found;
  }
  // A second total states the same tax in the currency of the accounts.
  const taxes = reader.find(root, "TaxTotal");
  const main = taxes.find((each) => reader.find(each, "TaxSubtotal").length > 0) ?? taxes[0];
  const tax = figure(reader.field(main, "TaxAmount"));
  const withheld = figure(reader.field(root, "WithholdingTaxTotal/TaxAmount"));
  return { ...totals, ...(tax && { tax }), ...(withheld && { withheld }) };
}

function paymentOf(reader: FieldReader, root: XmlElement): Entry[] {
  const means = reader.find(root, "PaymentMeans").flatMap((each) => {
    const code = reader.field(each, "PaymentMeansCode");
    return [
      ...entry("Means of payment", code, { words: paymentMeansInWords }),
      ...entry("Payment reference", reader.field(each, "PaymentID")),
      ...entry("Instruction", reader.field(each, "InstructionNote")),
      ...bankAccount(reader.field(each, "PayeeFinancialAccount/ID")),
      ...entry("Account holder", reader.field(each, "PayeeFinancialAccount/Name")),
      ...entry("BIC", reader.field(each, "PayeeFinancialAccount/FinancialInstitutionBranch/ID")),
      ...entry("Card number", reader.field(each, "CardAccount/PrimaryAccountNumberID")),
      ...entry("Card network", reader.field(each, "CardAccount/NetworkID")),
      ...entry("Card holder", reader.field(each, "CardAccount/HolderName")),
      ...entry("Mandate", reader.field(each, "PaymentMandate/ID")),
      ...entry("Debited account", reader.field(each, "PaymentMandate/PayerFinancialAccount/ID")),
    ];
  });
  const terms = reader
    .fields(root, "PaymentTerms/Note")
    .flatMap((note) => entry("Payment terms", note));
  return [...means, ...terms];
}

/** Some files leave the currency out and name it at the amounts alone. */
function currencyOf(reader: FieldReader, root: XmlElement): string {
  const [amount] = reader.find(root, "LegalMonetaryTotal/PayableAmount|TaxInclusiveAmount");
  return amount?.attributes.currencyID ?? "";
}
