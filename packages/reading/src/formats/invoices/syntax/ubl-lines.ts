import type { XmlElement } from "../../../xml/xml";
import { taxCategoryInWords } from "../codes/taxes";
import { unitName } from "../codes/units";
import { countryName, entry, figure, inOneLine, remaining } from "../model/entries";
import type { FieldReader } from "../model/field-reader";
import type { InvoiceLine } from "../model/invoice";
import { adjustment, periodOf } from "./ubl-parts";
import { schemed } from "./ubl-party";

/** The lines in their order; lines within lines follow the line that they explain. */
export function ublLines(reader: FieldReader, root: XmlElement, isPart = false): InvoiceLine[] {
  const name = isPart ? "SubInvoiceLine|SubCreditNoteLine" : "InvoiceLine|CreditNoteLine";
  return reader
    .find(root, name)
    .flatMap((each) => reader.linesOf(each) ?? ublLine(reader, each, isPart));
}

/** Returns a line and the lines within it. */
export function ublLine(reader: FieldReader, each: XmlElement, isPart = false): InvoiceLine[] {
  const parts = ublLines(reader, each, true);
  return [lineOf(reader, each, isPart), ...parts];
}

function lineOf(reader: FieldReader, each: XmlElement, isPart: boolean): InvoiceLine {
  const at = (...paths: string[]) => reader.field(each, ...paths);
  const quantity = at("InvoicedQuantity|CreditedQuantity");
  const seller = at("Item/SellersItemIdentification/ID");
  const tax = at("Item/ClassifiedTaxCategory/ID", "TaxTotal/TaxSubtotal/TaxCategory/ID");
  const adjustments = reader
    .find(each, "AllowanceCharge")
    .flatMap((found) => adjustment(reader, found) ?? []);
  reader.skip(each, "Item/ClassifiedTaxCategory/TaxScheme");
  const line: InvoiceLine = {
    id: at("ID")?.text ?? "",
    name: at("Item/Name", "Item/Description")?.text ?? "",
    article: seller?.text ?? "",
    quantity: figure(quantity),
    unit: unitName(quantity?.element.attributes.unitCode ?? ""),
    price: figure(at("Price/PriceAmount")),
    baseQuantity: figure(at("Price/BaseQuantity")),
    adjustment: adjustments.reduce((sum, { amount }) => sum + amount.number, 0),
    tax: tax ? taxCategoryInWords(tax.text) : "",
    rate: figure(
      at("Item/ClassifiedTaxCategory/Percent", "TaxTotal/TaxSubtotal/TaxCategory/Percent"),
    ),
    net: figure(at("LineExtensionAmount")),
    details: [],
    isPart,
  };
  const details = [
    ...entry("", at("Item/Description")).filter(({ text }) => text !== line.name),
    ...periodOf(reader, "Period", each),
    ...adjustments.map(({ reason, amount }) => ({ label: reason, text: amount.text, path: "" })),
    ...schemed(reader, "Standard number", each, "Item/StandardItemIdentification/ID"),
    ...entry("Buyer's number", at("Item/BuyersItemIdentification/ID")),
    ...reader.find(each, "Item/AdditionalItemProperty").flatMap((property) => {
      const label = reader.field(property, "Name")?.text ?? "Property";
      return entry(label, reader.field(property, "Value"));
    }),
    ...entry("Origin", at("Item/OriginCountry/IdentificationCode"), { words: countryName }),
    ...entry("Order line", at("OrderLineReference/LineID")),
    ...remaining(reader, each),
  ];
  return { ...line, details: details.map(inOneLine) };
}
