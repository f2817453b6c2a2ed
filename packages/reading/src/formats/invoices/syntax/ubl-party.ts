import type { XmlElement } from "../../../xml/xml";
import { withScheme } from "../codes/identifiers";
import { address, entry, joined } from "../model/entries";
import type { Field, FieldReader } from "../model/field-reader";
import type { Entry, Party } from "../model/invoice";

type Facts = { name?: string; vat?: string };

/** Returns a party of UBL; none if the element is missing or empty. `facts` names the facts that its name and VAT number are. */
export function ublParty(
  reader: FieldReader,
  role: string,
  from: XmlElement | undefined,
  facts: Facts = {},
): Party[] {
  if (!from) return [];
  const legal = reader.field(from, "PartyLegalEntity/RegistrationName");
  const trading = reader.field(from, "PartyName/Name");
  const person = joined(
    reader.field(from, "Person/FirstName"),
    reader.field(from, "Person/FamilyName"),
  );
  const name = legal ?? trading ?? person;
  const entries = [
    ...entry("Name", name, { ...(facts.name && { fact: facts.name }) }),
    ...(legal && trading && legal.text !== trading.text ? entry("Trading name", trading) : []),
    ...(person && name !== person ? entry("Person", person) : []),
    ...ublAddress(reader, "Address", reader.find(from, "PostalAddress")[0]),
    ...taxNumbers(reader, from, facts.vat),
    ...schemed(reader, "Registration number", from, "PartyLegalEntity/CompanyID"),
    ...entry("Legal information", reader.field(from, "PartyLegalEntity/CompanyLegalForm")),
    ...schemed(reader, "Identifier", from, "PartyIdentification/ID"),
    ...schemed(reader, "Electronic address", from, "EndpointID"),
    ...entry("Contact", reader.field(from, "Contact/Name")),
    ...entry("Phone", reader.field(from, "Contact/Telephone")),
    ...entry("Email", reader.field(from, "Contact/ElectronicMail")),
    ...entry("Website", reader.field(from, "WebsiteURI")),
  ];
  return entries.length > 0 ? [{ role, entries }] : [];
}

export function ublAddress(
  reader: FieldReader,
  label: string,
  from: XmlElement | undefined,
): Entry[] {
  if (!from) return [];
  const street = joined(reader.field(from, "StreetName"), reader.field(from, "BuildingNumber"));
  const town = joined(reader.field(from, "PostalZone"), reader.field(from, "CityName"));
  const parts = [
    street,
    reader.field(from, "AdditionalStreetName"),
    ...reader.fields(from, "AddressLine/Line"),
    reader.field(from, "Postbox"),
    town,
    reader.field(from, "CountrySubentity"),
  ];
  return address(label, parts, reader.field(from, "Country/IdentificationCode"));
}

function taxNumbers(reader: FieldReader, from: XmlElement, fact: string | undefined): Entry[] {
  return reader.find(from, "PartyTaxScheme").flatMap((scheme) => {
    const kind = reader.field(scheme, "TaxScheme/ID")?.text ?? "VAT";
    const number = reader.field(scheme, "CompanyID");
    const isVat = /^(VAT|VA)$/i.test(kind);
    return entry(isVat ? "VAT number" : "Tax number", number, {
      ...(fact && isVat && { fact }),
    });
  });
}

export function schemed(
  reader: FieldReader,
  label: string,
  from: XmlElement | undefined,
  path: string,
): Entry[] {
  return reader
    .fields(from, path)
    .flatMap((field: Field) =>
      entry(label, { ...field, text: withScheme(field.text, field.element.attributes.schemeID) }),
    );
}
