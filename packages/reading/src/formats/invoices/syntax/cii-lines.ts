import type { XmlElement } from "../../../xml/xml";
import { noteLabel } from "../codes/note-subjects";
import { taxCategoryInWords } from "../codes/taxes";
import { unitName } from "../codes/units";
import { countryName, entry, figure, inOneLine, remaining } from "../model/entries";
import type { FieldReader } from "../model/field-reader";
import type { InvoiceLine } from "../model/invoice";
import { ciiAdjustment, ciiPeriod, schemed } from "./cii-parts";

/** The lines of a CII invoice. Groups and mere information of the profile EXTENDED are marked as parts. */
export function ciiLines(reader: FieldReader, trade: XmlElement | undefined): InvoiceLine[] {
  return reader
    .find(trade, "IncludedSupplyChainTradeLineItem")
    .flatMap((each) => reader.linesOf(each) ?? ciiLine(reader, each));
}

/** Returns the line of an element. */
export function ciiLine(reader: FieldReader, each: XmlElement): InvoiceLine[] {
  return [lineOf(reader, each)];
}

const agreement = "SpecifiedLineTradeAgreement|SpecifiedSupplyChainTradeAgreement";
const delivery = "SpecifiedLineTradeDelivery|SpecifiedSupplyChainTradeDelivery";
const settlement = "SpecifiedLineTradeSettlement|SpecifiedSupplyChainTradeSettlement";
const product = "SpecifiedTradeProduct";
const summation =
  "SpecifiedTradeSettlementLineMonetarySummation|SpecifiedTradeSettlementMonetarySummation";

function lineOf(reader: FieldReader, each: XmlElement): InvoiceLine {
  const at = (...paths: string[]) => reader.field(each, ...paths);
  const [terms] = reader.find(each, settlement);
  const net = `${agreement}/NetPriceProductTradePrice`;
  const quantity = at(`${delivery}/BilledQuantity`);
  const tax = at(`${settlement}/ApplicableTradeTax/CategoryCode`);
  const rate = at(`${settlement}/ApplicableTradeTax/RateApplicablePercent|ApplicablePercent`);
  const status = at("AssociatedDocumentLineDocument/LineStatusReasonCode");
  reader.skip(each, `${settlement}/ApplicableTradeTax/TypeCode`);
  const adjustments = reader
    .find(terms, "SpecifiedTradeAllowanceCharge")
    .flatMap((found) => ciiAdjustment(reader, found) ?? []);
  return {
    id: at("AssociatedDocumentLineDocument/LineID")?.text ?? "",
    name: at(`${product}/Name`, `${product}/Description`)?.text ?? "",
    article: at(`${product}/SellerAssignedID`)?.text ?? "",
    quantity: figure(quantity),
    unit: unitName(quantity?.element.attributes.unitCode ?? ""),
    price: figure(at(`${net}/ChargeAmount`)),
    baseQuantity: figure(at(`${net}/BasisQuantity`)),
    adjustment: adjustments.reduce((sum, { amount }) => sum + amount.number, 0),
    tax: tax ? taxCategoryInWords(tax.text) : "",
    rate: figure(rate),
    net: figure(at(`${settlement}/${summation}/LineTotalAmount`)),
    isPart: /^(GROUP|INFORMATION)$/.test(status?.text ?? ""),
    details: detailsOf(reader, each, terms, adjustments).map(inOneLine),
  };
}

function detailsOf(
  reader: FieldReader,
  each: XmlElement,
  terms: XmlElement | undefined,
  adjustments: { reason: string; amount: { text: string } }[],
) {
  return [
    ...entry("", reader.field(each, `${product}/Description`)),
    ...reader.find(each, "AssociatedDocumentLineDocument/IncludedNote").flatMap((note) => {
      const label = noteLabel(reader.field(note, "SubjectCode")?.text);
      return entry(label, reader.field(note, "Content"));
    }),
    ...(terms ? ciiPeriod(reader, "Period", terms) : []),
    ...adjustments.map(({ reason, amount }) => ({ label: reason, text: amount.text, path: "" })),
    ...schemed(reader, "Standard number", each, `${product}/GlobalID`),
    ...entry("Buyer's number", reader.field(each, `${product}/BuyerAssignedID`)),
    ...reader.find(each, `${product}/ApplicableProductCharacteristic`).flatMap((property) => {
      const label = reader.field(property, "Description")?.text ?? "Property";
      return entry(label, reader.field(property, "Value|ValueMeasure"));
    }),
    ...entry("Origin", reader.field(each, `${product}/OriginTradeCountry/ID`), {
      words: countryName,
    }),
    ...entry("Order line", reader.field(each, `${agreement}/BuyerOrderReferencedDocument/LineID`)),
    ...remaining(reader, each),
  ];
}
