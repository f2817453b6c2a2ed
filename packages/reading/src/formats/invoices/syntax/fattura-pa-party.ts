import type { XmlElement } from "../../../xml/xml";
import { italianRegime } from "../codes/italian-codes";
import { address, entry, joined } from "../model/entries";
import type { Field, FieldReader } from "../model/field-reader";
import type { Party } from "../model/invoice";

type Facts = { name?: string; vat?: string };

const holders = "DatiAnagrafici|AltriDatiIdentificativi|IdentificativiFiscali";

/** Returns a party of FatturaPA; none if the element is missing or empty. */
export function fatturaParty(
  reader: FieldReader,
  role: string,
  from: XmlElement | undefined,
  facts: Facts = {},
): Party[] {
  if (!from) return [];
  const at = (path: string) =>
    reader.field(
      from,
      `${holders}/${path}`,
      `${holders}/Anagrafica/${path}`,
      `Anagrafica/${path}`,
      path,
    );
  const seat = reader.find(from, "Sede")[0] ?? reader.find(from, `${holders}/Sede`)[0];
  const entries = [
    ...entry("Name", nameOf(at), { ...(facts.name && { fact: facts.name }) }),
    ...entry("VAT number", vatOf(at), { ...(facts.vat && { fact: facts.vat }) }),
    ...entry("Tax number", at("CodiceFiscale")),
    ...entry("EORI number", at("CodEORI")),
    ...entry("Tax regime", at("RegimeFiscale"), { words: italianRegime }),
    ...addressOf(reader, "Address", seat),
    ...addressOf(reader, "Permanent establishment", reader.find(from, "StabileOrganizzazione")[0]),
    ...entry("Phone", reader.field(from, "Contatti/Telefono")),
    ...entry("Fax", reader.field(from, "Contatti/Fax")),
    ...entry("Email", reader.field(from, "Contatti/Email")),
    ...entry("Reference", reader.field(from, "RiferimentoAmministrazione")),
    ...entry(
      "Business register",
      joined(
        reader.field(from, "IscrizioneREA/Ufficio"),
        reader.field(from, "IscrizioneREA/NumeroREA"),
      ),
    ),
  ];
  return entries.length > 0 ? [{ role, entries }] : [];
}

type At = (path: string) => Field | undefined;

function nameOf(at: At): Field | undefined {
  return at("Denominazione") ?? joined(joined(at("Titolo"), at("Nome")), at("Cognome"));
}

/** The country is no part of the code, and some programs write it there as well. */
function vatOf(at: At): Field | undefined {
  const country = at("IdFiscaleIVA/IdPaese");
  const code = at("IdFiscaleIVA/IdCodice");
  if (!code || !country) return code;
  const isDoubled = code.text.startsWith(country.text);
  return { ...code, text: isDoubled ? code.text : `${country.text}${code.text}` };
}

function addressOf(reader: FieldReader, label: string, from: XmlElement | undefined) {
  if (!from) return [];
  const street = joined(reader.field(from, "Indirizzo"), reader.field(from, "NumeroCivico"));
  const town = joined(reader.field(from, "CAP"), reader.field(from, "Comune"));
  return address(
    label,
    [street, town, reader.field(from, "Provincia")],
    reader.field(from, "Nazione"),
  );
}
