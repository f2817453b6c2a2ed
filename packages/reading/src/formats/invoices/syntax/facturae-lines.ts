import type { XmlElement } from "../../../xml/xml";
import { spanishTax, spanishUnit } from "../codes/spanish-codes";
import { entry, figure, inOneLine, period, remaining } from "../model/entries";
import type { FieldReader } from "../model/field-reader";
import type { InvoiceLine } from "../model/invoice";

/** The lines of a Facturae invoice. */
export function facturaeLines(reader: FieldReader, invoice: XmlElement): InvoiceLine[] {
  return reader
    .find(invoice, "Items/InvoiceLine")
    .map((each, index) => lineOf(reader, each, index + 1));
}

function lineOf(reader: FieldReader, each: XmlElement, number: number): InvoiceLine {
  const at = (path: string) => reader.field(each, path);
  const tax = at("TaxesOutputs/Tax/TaxTypeCode");
  const unit = at("UnitOfMeasure");
  const changes = [
    ...reader
      .find(each, "DiscountsAndRebates/Discount")
      .map((found) => ({ found, name: "Discount" })),
    ...reader.find(each, "Charges/Charge").map((found) => ({ found, name: "Charge" })),
  ].flatMap(({ found, name }) => {
    const amount = figure(reader.field(found, `${name}Amount`));
    const label = reader.field(found, `${name}Reason`)?.text ?? name;
    reader.skip(found, `${name}Rate`);
    const sign = name === "Charge" ? 1 : -1;
    return amount ? [{ label, text: amount.text, path: "", number: sign * amount.number }] : [];
  });
  reader.skip(each, "TotalCost");
  reader.skip(each, "TaxesOutputs/Tax/TaxableBase|TaxAmount");
  return {
    id: at("SequenceNumber")?.text ?? String(number),
    name: at("ItemDescription")?.text ?? "",
    article: at("ArticleCode")?.text ?? "",
    quantity: figure(at("Quantity")),
    unit: unit ? spanishUnit(unit.text) : "",
    price: figure(at("UnitPriceWithoutTax")),
    adjustment: changes.reduce((sum, change) => sum + change.number, 0),
    tax: tax ? spanishTax(tax.text) : "",
    rate: figure(at("TaxesOutputs/Tax/TaxRate")),
    net: figure(at("GrossAmount")),
    details: [
      ...changes,
      ...period("Period", at("LineItemPeriod/StartDate"), at("LineItemPeriod/EndDate")),
      ...entry("", at("AdditionalLineItemInformation")),
      ...remaining(reader, each),
    ].map(inOneLine),
    isPart: false,
  };
}
