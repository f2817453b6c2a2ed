import type { XmlElement } from "../../../xml/xml";
import { documentKind, documentTypeInWords, isCreditNote } from "../codes/document-types";
import { profileName } from "../codes/identifiers";
import { noteLabel } from "../codes/note-subjects";
import { paymentMeansInWords } from "../codes/payment-means";
import { taxCategoryInWords, taxPointInWords } from "../codes/taxes";
import { unitName } from "../codes/units";
import { entry, figure, remaining } from "../model/entries";
import type { FieldReader } from "../model/field-reader";
import type { Entry, Figure, Invoice, TaxRow, TotalKey } from "../model/invoice";
import { bankAccount } from "./bank-account";
import { ciiLines } from "./cii-lines";
import { ciiAddress, ciiAdjustment, ciiDate, ciiParty, ciiPeriod } from "./cii-parts";

type Parts = {
  reader: FieldReader;
  root: XmlElement;
  head: XmlElement | undefined;
  trade: XmlElement | undefined;
  agreement: XmlElement | undefined;
  delivery: XmlElement | undefined;
  settlement: XmlElement | undefined;
};

/** An invoice in UN/CEFACT CII: ZUGFeRD 1 and 2, Factur-X of every profile, XRechnung. */
export function ciiInvoice(reader: FieldReader, root: XmlElement): Invoice {
  const parts = partsOf(reader, root);
  const { head, settlement, trade } = parts;
  const code = reader.field(head, "TypeCode");
  const isCredit = isCreditNote(code?.text ?? "");
  const number = reader.field(head, "ID");
  const currency = reader.field(settlement, "InvoiceCurrencyCode");
  const invoice: Invoice = {
    kind: documentKind(code?.text, "Invoice"),
    isCredit,
    number: number?.text ?? "",
    currency: currency?.text ?? currencyOf(reader, settlement),
    general: generalOf(parts, isCredit ? "credit note" : "invoice"),
    parties: partiesOf(parts),
    references: referencesOf(parts),
    delivery: deliveryOf(parts),
    lines: ciiLines(reader, trade),
    adjustments: reader
      .find(settlement, "SpecifiedTradeAllowanceCharge|SpecifiedLogisticsServiceCharge")
      .flatMap((each) => ciiAdjustment(reader, each) ?? []),
    taxes: taxesOf(parts),
    totals: totalsOf(parts, currency?.text),
    payment: paymentOf(parts),
    notes: notesOf(parts),
    others: [],
  };
  return { ...invoice, others: remaining(reader, root) };
}

function partsOf(reader: FieldReader, root: XmlElement): Parts {
  const [head] = reader.find(root, "ExchangedDocument|HeaderExchangedDocument");
  const [trade] = reader.find(
    root,
    "SupplyChainTradeTransaction|SpecifiedSupplyChainTradeTransaction",
  );
  const part = (name: string) =>
    reader.find(trade, `ApplicableHeader${name}|ApplicableSupplyChain${name}`)[0];
  return {
    reader,
    root,
    head,
    trade,
    agreement: part("TradeAgreement"),
    delivery: part("TradeDelivery"),
    settlement: part("TradeSettlement"),
  };
}

function generalOf({ reader, root, head, settlement }: Parts, prefix: string): Entry[] {
  const context = "ExchangedDocumentContext|SpecifiedExchangedDocumentContext";
  const profile = reader.field(root, `${context}/GuidelineSpecifiedDocumentContextParameter/ID`);
  reader.skip(root, `${context}/BusinessProcessSpecifiedDocumentContextParameter`);
  const test = reader.field(root, `${context}/TestIndicator/Indicator`);
  const terms = "SpecifiedTradePaymentTerms";
  const [term] = reader
    .find(settlement, terms)
    .filter((each) => reader.find(each, "DueDateDateTime").length > 0);
  return [
    ...entry(
      prefix === "invoice" ? "Invoice number" : "Credit note number",
      reader.field(head, "ID"),
      { fact: `${prefix} number` },
    ),
    ...entry("Issue date", ciiDate(reader, head, "IssueDateTime"), { fact: `${prefix} date` }),
    ...entry("Due date", ciiDate(reader, term, "DueDateDateTime"), { fact: "due date" }),
    ...entry("Type", reader.field(head, "TypeCode"), { words: documentTypeInWords }),
    ...entry("Name", reader.field(head, "Name")),
    ...entry("Currency", reader.field(settlement, "InvoiceCurrencyCode")),
    ...entry("Currency of VAT accounting", reader.field(settlement, "TaxCurrencyCode")),
    ...(settlement ? ciiPeriod(reader, "Billing period", settlement) : []),
    ...(test?.text === "true" ? entry("Test invoice", { ...test, text: "yes" }) : []),
    ...entry("Profile", profile && { ...profile, text: profileName(profile.text) ?? "" }).filter(
      ({ text }) => text !== "",
    ),
  ];
}

function partiesOf({ reader, agreement, delivery, settlement }: Parts) {
  const agreed = (name: string) => reader.find(agreement, name)[0];
  const settled = (name: string) => reader.find(settlement, name)[0];
  return [
    ...ciiParty(reader, "Seller", agreed("SellerTradeParty"), {
      name: "supplier",
      vat: "supplier VAT number",
    }),
    ...ciiParty(reader, "Buyer", agreed("BuyerTradeParty"), {
      name: "customer",
      vat: "customer VAT number",
    }),
    ...ciiParty(reader, "Payee", settled("PayeeTradeParty")),
    ...ciiParty(
      reader,
      "Tax representative of the seller",
      agreed("SellerTaxRepresentativeTradeParty"),
    ),
    ...ciiParty(reader, "Invoice issuer", settled("InvoicerTradeParty")),
    ...ciiParty(reader, "Invoice recipient", settled("InvoiceeTradeParty")),
    ...ciiParty(reader, "End user", agreed("ProductEndUserTradeParty")),
    ...ciiParty(reader, "Deliver to", reader.find(delivery, "ShipToTradeParty")[0]),
    ...ciiParty(reader, "Deliver finally to", reader.find(delivery, "UltimateShipToTradeParty")[0]),
    ...ciiParty(reader, "Shipped from", reader.find(delivery, "ShipFromTradeParty")[0]),
  ];
}

function referencesOf({ reader, agreement, delivery, settlement }: Parts): Entry[] {
  const documents: [string, XmlElement | undefined, string][] = [
    ["Order number", agreement, "BuyerOrderReferencedDocument"],
    ["Sales order number", agreement, "SellerOrderReferencedDocument"],
    ["Contract number", agreement, "ContractReferencedDocument"],
    ["Quotation", agreement, "QuotationReferencedDocument"],
    ["Supporting document", agreement, "AdditionalReferencedDocument"],
    ["Despatch advice", delivery, "DespatchAdviceReferencedDocument"],
    ["Delivery note", delivery, "DeliveryNoteReferencedDocument"],
    ["Receiving advice", delivery, "ReceivingAdviceReferencedDocument"],
    ["Preceding invoice", settlement, "InvoiceReferencedDocument"],
  ];
  return [
    ...entry("Buyer reference", reader.field(agreement, "BuyerReference")),
    ...documents.flatMap(([label, from, name]) =>
      reader.find(from, name).flatMap((each) => referenceOf(reader, label, each)),
    ),
    ...reader.find(agreement, "SpecifiedProcuringProject").flatMap((each) => {
      const name = reader.field(each, "Name");
      return entry("Project", reader.field(each, "ID")).map((found) => ({
        ...found,
        text: name && name.text !== found.text ? `${found.text}, ${name.text}` : found.text,
      }));
    }),
    ...entry(
      "Accounting reference",
      reader.field(settlement, "ReceivableSpecifiedTradeAccountingAccount/ID"),
    ),
  ];
}

/** A reference with the name and the date of its document. The type code only repeats the kind of the reference. */
export function referenceOf(reader: FieldReader, label: string, each: XmlElement): Entry[] {
  const date = ciiDate(reader, each, "FormattedIssueDateTime|IssueDateTime");
  const about = [reader.field(each, "Name"), reader.field(each, "URIID")];
  reader.skip(each, "TypeCode|ReferenceTypeCode");
  const id = reader.field(each, "IssuerAssignedID|ID");
  const fact = label === "Order number" ? { fact: "order number" } : {};
  return entry(label, id, fact).map((found) => ({
    ...found,
    value: found.text,
    text: [
      found.text,
      ...about.flatMap((field) => field?.text ?? []),
      ...(date ? [`of ${date.text}`] : []),
    ].join(", "),
  }));
}

function deliveryOf({ reader, agreement, delivery }: Parts): Entry[] {
  const date = ciiDate(reader, delivery, "ActualDeliverySupplyChainEvent/OccurrenceDateTime");
  return [
    ...entry("Delivery date", date, { fact: "delivery date" }),
    ...entry(
      "Terms of delivery",
      reader.field(agreement, "ApplicableTradeDeliveryTerms/DeliveryTypeCode"),
    ),
    ...ciiAddress(reader, "Delivery address", reader.find(delivery, "ShipToTradeAddress")[0]),
  ];
}

function taxesOf({ reader, settlement }: Parts): TaxRow[] {
  return reader.find(settlement, "ApplicableTradeTax").map((each) => {
    const kind = reader.field(each, "TypeCode");
    const category = reader.field(each, "CategoryCode");
    const reason = [
      reader.field(each, "ExemptionReason"),
      reader.field(each, "ExemptionReasonCode"),
    ].flatMap((field) => field?.text ?? []);
    const due = ciiDate(reader, each, "TaxPointDate");
    const code = reader.field(each, "DueDateTypeCode");
    const name = kind && kind.text !== "VAT" ? `${kind.text} ` : "";
    return {
      category: `${name}${category ? taxCategoryInWords(category.text) : ""}`.trim(),
      rate: figure(reader.field(each, "RateApplicablePercent|ApplicablePercent")),
      basis: figure(reader.field(each, "BasisAmount")),
      amount: figure(reader.field(each, "CalculatedAmount")),
      reason: [
        ...reason,
        ...(due ? [`due on ${due.text}`] : []),
        ...(code ? [`due on: ${taxPointInWords(code.text)}`] : []),
      ].join(", "),
    };
  });
}

function summaryOf({ reader, settlement }: Parts): XmlElement | undefined {
  return reader.find(
    settlement,
    "SpecifiedTradeSettlementHeaderMonetarySummation|SpecifiedTradeSettlementMonetarySummation",
  )[0];
}

function totalsOf(parts: Parts, currency: string | undefined): Invoice["totals"] {
  const { reader } = parts;
  const summary = summaryOf(parts);
  const names: [TotalKey, string][] = [
    ["lines", "LineTotalAmount"],
    ["allowances", "AllowanceTotalAmount"],
    ["charges", "ChargeTotalAmount"],
    ["net", "TaxBasisTotalAmount"],
    ["gross", "GrandTotalAmount"],
    ["prepaid", "TotalPrepaidAmount"],
    ["rounding", "RoundingAmount"],
    ["due", "DuePayableAmount"],
  ];
  const totals: Invoice["totals"] = {};
  for (const [key, name] of names) {
    const found = inCurrency(parts, name, currency);
    if (found) totals[key] = found;
  }
  const tax = inCurrency(parts, "TaxTotalAmount", currency);
  reader.skip(summary, "InformationAmount");
  return { ...totals, ...(tax && { tax }) };
}

/** Amounts may stand twice, the second time in the currency of the accounts, which stays among the other values. */
function inCurrency(parts: Parts, name: string, currency: string | undefined): Figure | undefined {
  const found = parts.reader.find(summaryOf(parts), name);
  const own = found.find(({ attributes }) => attributes.currencyID === currency) ?? found[0];
  if (!own) return undefined;
  return figure(parts.reader.field({ name: "", attributes: {}, children: [own] }, name));
}

function paymentOf({ reader, settlement }: Parts): Entry[] {
  const means = reader.find(settlement, "SpecifiedTradeSettlementPaymentMeans").flatMap((each) => {
    const account = "PayeePartyCreditorFinancialAccount";
    const bank = "PayeeSpecifiedCreditorFinancialInstitution";
    const card = "ApplicableTradeSettlementFinancialCard";
    return [
      ...entry("Means of payment", reader.field(each, "TypeCode"), { words: paymentMeansInWords }),
      ...entry("Instruction", reader.field(each, "Information")),
      ...bankAccount(reader.field(each, `${account}/IBANID`)),
      ...entry("Account", reader.field(each, `${account}/ProprietaryID`)),
      ...entry("Account holder", reader.field(each, `${account}/AccountName`)),
      ...entry("BIC", reader.field(each, `${bank}/BICID`)),
      ...entry("Bank", reader.field(each, `${bank}/Name`)),
      ...entry("Card number", reader.field(each, `${card}/ID`)),
      ...entry("Card holder", reader.field(each, `${card}/CardholderName`)),
      ...entry("Debited account", reader.field(each, "PayerPartyDebtorFinancialAccount/IBANID")),
    ];
  });
  const all = reader.find(settlement, "SpecifiedTradePaymentTerms");
  const terms = all.flatMap((each) => [
    ...entry("Payment terms", reader.field(each, "Description")),
    ...(all.length > 1 ? entry("Due date", ciiDate(reader, each, "DueDateDateTime")) : []),
    ...discountOf(reader, each),
    ...entry("Mandate", reader.field(each, "DirectDebitMandateID")),
  ]);
  return [
    ...means,
    ...entry("Payment reference", reader.field(settlement, "PaymentReference")),
    ...entry("Creditor identifier", reader.field(settlement, "CreditorReferenceID")),
    ...terms,
  ];
}

function discountOf(reader: FieldReader, terms: XmlElement): Entry[] {
  return reader.find(terms, "ApplicableTradePaymentDiscountTerms").flatMap((each) => {
    const percent = reader.field(each, "CalculationPercent");
    const amount = reader.field(each, "ActualDiscountAmount");
    const basis = reader.field(each, "BasisAmount");
    const span = reader.field(each, "BasisPeriodMeasure");
    const unit = unitName(span?.element.attributes.unitCode ?? "");
    const until = ciiDate(reader, each, "BasisDateTime");
    const text = [
      ...(percent ? [`${percent.text} %`] : []),
      ...(amount ? [amount.text] : []),
      ...(basis ? [`of ${basis.text}`] : []),
      ...(span ? [`within ${span.text} ${unit}${span.text === "1" || !unit ? "" : "s"}`] : []),
      ...(until ? [`from ${until.text}`] : []),
    ];
    const path = reader.pathOf(each);
    return text.length > 0
      ? [{ label: "Discount for early payment", text: text.join(" "), path }]
      : [];
  });
}

function notesOf({ reader, head }: Parts): Entry[] {
  return reader.find(head, "IncludedNote").flatMap((each) => {
    const label = noteLabel(reader.field(each, "SubjectCode")?.text);
    reader.skip(each, "ContentCode");
    return reader.fields(each, "Content").flatMap((note) => entry(label, note));
  });
}

/** Some files leave the currency out and name it at the amounts alone. */
function currencyOf(reader: FieldReader, settlement: XmlElement | undefined): string {
  const [summary] = reader.find(
    settlement,
    "SpecifiedTradeSettlementHeaderMonetarySummation|SpecifiedTradeSettlementMonetarySummation",
  );
  const amounts = reader.find(summary, "DuePayableAmount|GrandTotalAmount|TaxTotalAmount");
  return amounts.flatMap(({ attributes }) => attributes.currencyID ?? [])[0] ?? "";
}
