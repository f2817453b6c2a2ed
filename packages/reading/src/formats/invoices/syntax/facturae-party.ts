import type { XmlElement } from "../../../xml/xml";
import { address, entry, joined } from "../model/entries";
import type { FieldReader } from "../model/field-reader";
import type { Party } from "../model/invoice";

type Facts = { name?: string; vat?: string };

/** Returns a party of Facturae with its administrative centres; none if the element is missing or empty. */
export function facturaeParty(
  reader: FieldReader,
  role: string,
  from: XmlElement | undefined,
  facts: Facts = {},
): Party[] {
  if (!from) return [];
  const who = "LegalEntity|Individual";
  const at = (path: string) => reader.field(from, path);
  const surnames = joined(at(`${who}/FirstSurname`), at(`${who}/SecondSurname`));
  const name = at(`${who}/CorporateName`) ?? joined(at(`${who}/Name`), surnames);
  reader.skip(from, "TaxIdentification/PersonTypeCode|ResidenceTypeCode");
  const [place] = reader.find(from, `${who}/AddressInSpain|OverseasAddress`);
  const entries = [
    ...entry("Name", name, { ...(facts.name && { fact: facts.name }) }),
    ...entry("Trading name", at(`${who}/TradeName`)),
    ...addressOf(reader, "Address", place),
    ...entry("VAT number", at("TaxIdentification/TaxIdentificationNumber"), {
      ...(facts.vat && { fact: facts.vat }),
    }),
    ...entry("Phone", at(`${who}/ContactDetails/Telephone`)),
    ...entry("Email", at(`${who}/ContactDetails/ElectronicMail`)),
    ...entry("Website", at(`${who}/ContactDetails/WebAddress`)),
    ...entry("Contact", at(`${who}/ContactDetails/ContactPersons`)),
    ...reader.find(from, "AdministrativeCentres/AdministrativeCentre").flatMap((centre) => {
      const centreRole =
        roles[reader.field(centre, "RoleTypeCode")?.text ?? ""] ?? "Administrative centre";
      const title = reader.field(centre, "CentreDescription", "Name");
      const [seat] = reader.find(centre, "AddressInSpain|OverseasAddress");
      return [
        ...entry(centreRole, joined(reader.field(centre, "CentreCode"), title)),
        ...addressOf(reader, "Address of the centre", seat),
      ];
    }),
  ];
  return entries.length > 0 ? [{ role, entries }] : [];
}

const roles: Record<string, string> = {
  "01": "Accounting office",
  "02": "Managing body",
  "03": "Processing unit",
  "04": "Proposing body",
};

function addressOf(reader: FieldReader, label: string, from: XmlElement | undefined) {
  if (!from) return [];
  const town = joined(reader.field(from, "PostCode"), reader.field(from, "Town"));
  const parts = [
    reader.field(from, "Address"),
    town,
    reader.field(from, "PostCodeAndTown"),
    reader.field(from, "Province"),
  ];
  const country = reader.field(from, "CountryCode");
  return address(label, parts, country);
}
