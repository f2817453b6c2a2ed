import type { XmlElement } from "../../../xml/xml";
import { taxCategoryInWords, taxPointInWords } from "../codes/taxes";
import { entry, figure, negative, period } from "../model/entries";
import type { FieldReader } from "../model/field-reader";
import type { Adjustment, Entry } from "../model/invoice";

export function periodOf(reader: FieldReader, label: string, from: XmlElement): Entry[] {
  return reader.find(from, "InvoicePeriod").flatMap((each) => [
    ...period(label, reader.field(each, "StartDate"), reader.field(each, "EndDate")),
    ...entry("VAT becomes due on", reader.field(each, "DescriptionCode"), {
      words: taxPointInWords,
    }),
  ]);
}

/** An allowance or charge of the invoice or of a line; allowances are negative. */
export function adjustment(reader: FieldReader, each: XmlElement): Adjustment | undefined {
  const isCharge = reader.field(each, "ChargeIndicator")?.text === "true";
  const amount = figure(reader.field(each, "Amount"));
  if (!amount) return undefined;
  const percent = reader.field(each, "MultiplierFactorNumeric");
  const basis = reader.field(each, "BaseAmount");
  const reason = reader.field(each, "AllowanceChargeReason");
  const code = reader.field(each, "AllowanceChargeReasonCode");
  const category = reader.field(each, "TaxCategory/ID");
  const rate = reader.field(each, "TaxCategory/Percent");
  reader.skip(each, "TaxCategory/TaxScheme");
  const share = percent && `${percent.text} %${basis ? ` of ${basis.text}` : ""}`;
  return {
    reason: [
      reason?.text ?? (isCharge ? "Charge" : "Allowance"),
      ...(code ? [`code ${code.text}`] : []),
      ...(share ? [share] : []),
    ].join(", "),
    tax: [
      ...(category ? [taxCategoryInWords(category.text)] : []),
      ...(rate ? [`${rate.text} %`] : []),
    ].join(", "),
    amount: isCharge ? amount : negative(amount),
  };
}
