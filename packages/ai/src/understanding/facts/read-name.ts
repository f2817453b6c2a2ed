import { firms } from "../names/firms";
import type { ValueRead } from "./value-read";

const LONGEST_NAME = 90;
const street =
  /\b(?:street|st\.|road|rd\.?|avenue|ave\.?|lane|drive|blvd|boulevard|suite|floor|p\.?o\.? box|straße|strasse|str\.|weg|platz|allee|rue|calle|via|viale|plaza|ul\.|straat|laan|gatan|vägen|vej|gade|jalan|jln|jl\.|lot|no\.? ?\d|postfach|bp \d|zip|[A-Z]{2} \d{5})/iu;
const noName =
  /^(?:date|page|seite|total|the|this|we|you|please|to be|as |for |see |if |per |tbd|n\/?a|none|name|address|signature|same|dear|by|your|our|e-?mail|tel|phone|fax|number|no\b|yes\b)/iu;

/** Heads of other fields, and numbers of suppliers, stand where a name would. */
const otherField =
  /^(?:ship(?:ping|ped)?(?: to| address)?|deliver(?:y|ed)?(?: to| address)?|billing address|(?:date of )?birth|geburtsdatum|lieferadresse|lieferanschrift|rechnungsadresse|afleveradres|factuuradres|anschrift|adresse(?: de livraison)?|date de naissance|fecha de nacimiento|dirección(?: de entrega)?|auftragnehmer(?:in)?|auftraggeber(?:in)?|beschreibung|description|contact|kontakt)$/iu;
const serial = /^(?=.*\d)[A-Z\d]+(?:[-/_.][A-Z\d]+)+$/u;

/**
 * Reads the name of a person or an organisation at the start of a text. It ends at a comma, an address, a number or a gap. Returns null if
 * the text begins with something else.
 */
export function readName(written: string): ValueRead | null {
  const lead =
    /^[\s:–-]*(?:(?:m\/s|messrs|attn|att|c\/o|z\.\s?hd\.?|t\.a\.v\.?|mr\.? and mrs|the)[.:]?\s+)?/iu.exec(
      written,
    )?.[0].length ?? 0;
  const rest = written.slice(lead);
  const [firm] = firms(rest);
  if (firm && firm.start <= 3) {
    const end = lead + firm.end;
    return named(written, lead, end, 0.92);
  }
  const stop = rest.search(
    /[;|•]|\s{3,}|\t|\s[–—-]\s|,\s*(?!(?:inc|ltd|llc|l\.l\.c|corp|co|lp|llp|jr|sr|plc|s\.a|n\.a)\b)|\s\d|\s\((?!.{0,20}\)\s?(?:ltd|inc|sdn|co|pte|pvt|bhd))|[“"„]|\bof \d|\s(?:e-?mail|tel|phone|fax|vat|tax|id|attn)\b[.:]/iu,
  );
  const raw = (stop < 0 ? rest : rest.slice(0, stop)).slice(0, LONGEST_NAME).trimEnd();
  const name = raw.replace(/[.,:]+$/, (marks) =>
    /(?:Inc|Ltd|Co|Corp|Bhd|Jr|\b\p{L}\.\p{L})$/u.test(raw.slice(0, -marks.length))
      ? marks.slice(0, 1)
      : "",
  );
  const words = name.split(/\s+/);
  if (
    name.length < 2 ||
    words.length > 9 ||
    !/\p{Lu}/u.test(name) ||
    noName.test(name) ||
    otherField.test(name) ||
    serial.test(name) ||
    /^\p{Ll}/u.test(name)
  )
    return null;
  if (
    /^\d|_{2,}|\.{4,}|<|\[|:/.test(name) ||
    (street.test(name) && !/\p{Lu}\p{L}+\s\p{Lu}/u.test(name))
  )
    return null;
  const capitals = words.filter((word) =>
    /^[\p{Lu}\d&("'’]|^(?:of|and|de|la|du|des|der|di|van|von|den|und|y|e|et|the|für|i|och|og|en|da|do|dos)$/u.test(
      word,
    ),
  );
  if (capitals.length < words.length * 0.7) return null;
  return named(written, lead, lead + name.length, 0.8);
}

function named(written: string, start: number, end: number, confidence: number): ValueRead {
  return { start, end, value: written.slice(start, end).replace(/\s+/g, " "), confidence };
}

/** True if a text looks like a postal address rather than a name. */
export function isAddress(text: string): boolean {
  return street.test(text) || /\b\d{4,6}\b/.test(text) || /^\d/.test(text);
}
