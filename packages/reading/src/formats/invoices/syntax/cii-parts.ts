import type { XmlElement } from "../../../xml/xml";
import { withScheme } from "../codes/identifiers";
import { taxCategoryInWords } from "../codes/taxes";
import { address, dated, entry, figure, joined, negative, period } from "../model/entries";
import type { Field, FieldReader } from "../model/field-reader";
import type { Adjustment, Entry, Party } from "../model/invoice";

type Facts = { name?: string; vat?: string };

/** Returns a party of CII; none if the element is missing or empty. `facts` names the facts that its name and VAT number are. */
export function ciiParty(
  reader: FieldReader,
  role: string,
  from: XmlElement | undefined,
  facts: Facts = {},
): Party[] {
  if (!from) return [];
  const at = (path: string) => reader.field(from, path);
  const contact = "DefinedTradeContact";
  const entries = [
    ...entry("Name", at("Name"), { ...(facts.name && { fact: facts.name }) }),
    ...entry("Trading name", at("SpecifiedLegalOrganization/TradingBusinessName")),
    ...ciiAddress(reader, "Address", reader.find(from, "PostalTradeAddress")[0]),
    ...reader.find(from, "SpecifiedTaxRegistration/ID").flatMap((id) => {
      const isVat = /^(VA|VAT)$/i.test(id.attributes.schemeID ?? "VA");
      return entry(isVat ? "VAT number" : "Tax number", own(reader, id), {
        ...(facts.vat && isVat && { fact: facts.vat }),
      });
    }),
    ...schemed(reader, "Registration number", from, "SpecifiedLegalOrganization/ID"),
    ...schemed(reader, "Identifier", from, "GlobalID"),
    ...entry("Identifier", at("ID")),
    ...schemed(reader, "Electronic address", from, "URIUniversalCommunication/URIID"),
    ...entry("Contact", at(`${contact}/PersonName`)),
    ...entry("Department", at(`${contact}/DepartmentName`)),
    ...entry("Phone", at(`${contact}/TelephoneUniversalCommunication/CompleteNumber`)),
    ...entry("Fax", at(`${contact}/FaxUniversalCommunication/CompleteNumber`)),
    ...entry("Email", at(`${contact}/EmailURIUniversalCommunication/URIID|CompleteNumber`)),
    ...entry("Legal information", at("Description")),
  ];
  return entries.length > 0 ? [{ role, entries }] : [];
}

function own(reader: FieldReader, element: XmlElement): Field | undefined {
  const above = { name: "", attributes: {}, children: [element] };
  return reader.field(above, element.name);
}

export function ciiAddress(
  reader: FieldReader,
  label: string,
  from: XmlElement | undefined,
): Entry[] {
  if (!from) return [];
  const town = joined(reader.field(from, "PostcodeCode"), reader.field(from, "CityName"));
  const parts = [
    reader.field(from, "LineOne"),
    reader.field(from, "LineTwo"),
    reader.field(from, "LineThree"),
    reader.field(from, "StreetName"),
    town,
    reader.field(from, "CountrySubDivisionName"),
  ];
  return address(label, parts, reader.field(from, "CountryID"));
}

export function schemed(
  reader: FieldReader,
  label: string,
  from: XmlElement,
  path: string,
): Entry[] {
  return reader
    .fields(from, path)
    .flatMap((field) =>
      entry(label, { ...field, text: withScheme(field.text, field.element.attributes.schemeID) }),
    );
}

const dateNames = "DateTimeString|DateString|DateTime|Date";

/** Returns a date of CII as ISO 8601, in any of its forms. */
export function ciiDate(
  reader: FieldReader,
  from: XmlElement | undefined,
  path: string,
): Field | undefined {
  return dated(reader.field(from, `${path}/${dateNames}`, path));
}

export function ciiPeriod(reader: FieldReader, label: string, from: XmlElement): Entry[] {
  return reader
    .find(from, "BillingSpecifiedPeriod")
    .flatMap((each) => [
      ...period(
        label,
        ciiDate(reader, each, "StartDateTime"),
        ciiDate(reader, each, "EndDateTime"),
      ),
      ...entry("Period", reader.field(each, "Description")),
    ]);
}

/** An allowance or charge of the invoice or of a line; allowances are negative. */
export function ciiAdjustment(reader: FieldReader, each: XmlElement): Adjustment | undefined {
  const isCharge = reader.field(each, "ChargeIndicator/Indicator", "ChargeIndicator")?.text;
  const amount = figure(reader.field(each, "ActualAmount|AppliedAmount"));
  if (!amount) return undefined;
  const isAllowance = isCharge !== "true" && each.name !== "SpecifiedLogisticsServiceCharge";
  const percent = reader.field(each, "CalculationPercent");
  const basis = reader.field(each, "BasisAmount");
  const reason = reader.field(each, "Reason|Description");
  const code = reader.field(each, "ReasonCode");
  const tax = reader.find(each, "CategoryTradeTax|AppliedTradeTax")[0];
  const category = reader.field(tax, "CategoryCode");
  const rate = reader.field(tax, "RateApplicablePercent|ApplicablePercent");
  reader.skip(tax);
  const share = percent && `${percent.text} %${basis ? ` of ${basis.text}` : ""}`;
  return {
    reason: [
      reason?.text ?? (isAllowance ? "Allowance" : "Charge"),
      ...(code ? [`code ${code.text}`] : []),
      ...(share ? [share] : []),
    ].join(", "),
    tax: [
      ...(category ? [taxCategoryInWords(category.text)] : []),
      ...(rate ? [`${rate.text} %`] : []),
    ].join(", "),
    amount: isAllowance ? negative(amount) : amount,
  };
}
