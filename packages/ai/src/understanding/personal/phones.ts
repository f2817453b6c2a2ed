import { type CountryCode, parsePhoneNumberFromString } from "libphonenumber-js/max";

import { type FoundDetail, type Line, leadTo, type Setting } from "./found-detail";

const candidate =
  /(?<![\p{L}\p{N}@#/+]|[.,:=_-](?=\S)(?<=\p{N}[.,:=_-]))(?:\(?\+ ?)?(?:\(\d{1,5}\)|\d)(?:[ \u00a0\u202f]?[-.–/()]?[ \u00a0\u202f]?\(?\d\)?){4,18}(?<=[\d)])(?:[ ]?(?:x|ext\.?|extension|dw|poste)[ ]?\d{1,5})?(?![\p{L}\p{N}]|[.,/:-]\d|\s?[%€$£°])/giu;
const words =
  "tel|tél|tlf|tfno|tfn|tf|ph|phone|phones|telephone|telefon|telefone|telefono|teléfono|téléphone|telefoon|telefoonnummer|telefonnummer|rufnummer|phone number|mobile|mob|mobil|mobiltelefon|mobilnummer|mobiel|handy|handynummer|portable|cell|cellphone|cellulare|celular|móvil|movil|telemóvel|komórka|kom|tel\\. kom|gsm|fax|faks|telefax|facsimile|hotline|helpline|durchwahl|whatsapp|sms|switchboard|landline|desk|direct line|direct dial|toll[- ]free|contact number|numer telefonu|numéro de téléphone|número de teléfono|fon|vast|bellen";
const label = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${words})(?![\\p{L}])[\\s.:)\\]*_|(–-]{0,6}(?:(?:no|nr|num|number|nummer|numéro|número|numero|is|at|on|office|work|home|business|private|privat|gesch[äa]ftlich|bureau|dom)(?!\\p{L})[\\s.:)(–-]{0,4}){0,3}$`,
  "iu",
);
const verbs =
  "call|calls|calling|ring|dial|text|texting|reach|phone|telephone|contact|fax|messages?|answering|sms|anrufen|rückruf|erreichbar|appelez|joignable|bel|bellen|llámenos|llame|chiamare|ligue|ringe?|zadzwo[nń]";
const particles =
  "me|us|him|her|them|back|to|at|on|number|the|my|our|registered|under|unter|au|al|all['’]|pod|på|op";
const asked = new RegExp(
  `(?<!\\p{L})(?:${verbs})(?!\\p{L})(?:\\s+(?:${particles})(?!\\p{L}))*\\s*[:(]?\\s*$`,
  "iu",
);
const askedAt = new RegExp(
  `(?<!\\p{L})(?:${verbs})(?!\\p{L})(?:\\s+(?:${particles})(?!\\p{L}))+\\s*[:(]?\\s*$`,
  "iu",
);
const numberOf =
  /(?<!\p{L})(?:my|our|his|her|their|your|new|the|registered)\s+(?:(?:new|old|cell|mobile|home|work|phone|contact|registered)\s+){0,2}(?:number|no\.?)?\s*(?:is|:)?\s*$/iu;
const after =
  /^[\s,;|)(–-]{0,3}(?:\(?(?:office|fax|mobile|mob|cell|home|work|desk|direct|tel|phone|mobil|handy|büro|bureau|m[óo]vil)\b)/iu;
/** Numbers that people write in this form are phones in these countries, even without a word that says so. */
const forms: Partial<Record<CountryCode, RegExp>> = {
  US: /^(?:\+?1[ .-])?(?:\(\d{3}\) ?\d{3}[-. ]\d{4}|\d{3}([-.])\d{3}\1\d{4})(?:\D|$)/,
  FR: /^0[1-9](?:[ .]\d{2}){4}$/,
  GB: /^(?:\(?0\d{2}\)? \d{4} \d{4}|\(?0\d{4}\)? \d{3} ?\d{3}|\(?0\d{3}\)? \d{3} \d{4})$/,
};
/** Countries in which a national number is written with a zero before it, and one without it is another country's. */
const beginsWithZero = new Set<string>(
  "DE AT CH FR GB IE NL BE SE FI AU NZ ZA TR RO HR SI SK BG UA JP KR IL ID".split(" "),
);
/** Labels of one letter, which mark a phone only if a number of the country follows. */
const letter = /(?<![\p{L}\p{N}])[TMFP][:.]\s{0,2}$/u;
const notPhone =
  /^(?:(?:19|20)\d\d[-./ ]\d{1,2}[-./ ]\d{1,2}|\d{1,2}[-./]\d{1,2}[-./](?:19|20)?\d\d|(?:19|20)\d\d ?[-–/] ?(?:19|20)?\d\d)$|^\d{1,3}(?:\.\d{1,3}){3}$/;
const otherLabel =
  /(?:iban|bic|swift|vat|order|invoice|account|acct|konto|isbn|issn|ean|serial|sku|ref(?:erence)?|case|policy|customer|kunden|rechnung\w*|bestell\w*|facture|siret|siren|card|ssn|id|zip|plz|section|clause|part|article|[€$£])\W{0,3}(?:no|nr|number|nummer|#)?\W{0,3}$/iu;

/** Finds phones with a country code, and national ones behind a word such as "phone" or in a form that only phones have. */
export function findPhones(line: Line, { countries }: Setting): FoundDetail[] {
  return [...line.text.matchAll(candidate)].flatMap((match): FoundDetail[] => {
    const quote = balanced(match[0]);
    const start = match.index + match[0].indexOf(quote);
    const end = start + quote.length;
    const digits = quote.replace(/(?:x|ext|dw|poste).*$/i, "").replace(/\D/g, "").length;
    if (digits < 6 || digits > 15 || notPhone.test(quote)) return [];
    const place = { kind: "phone" as const, start, end };

    const lead = leadTo(line, start);
    const international = parsed(quote.replace(/^00(?=[1-9])/, "+").replace(/^\(\+/, "+("));
    if (international?.isValid())
      return quote.startsWith("00") && !hasLabel(line, start, end) && otherLabel.test(lead)
        ? []
        : [{ ...place, confidence: 0.97, normalised: international.number }];

    const isLabelled = hasLabel(line, start, end);
    const national = nationalOf(quote, countries);
    if (national && (isLabelled || asked.test(lead) || letter.test(lead)))
      return [{ ...place, confidence: 0.93, normalised: national }];
    if (isLabelled && isGrouped(quote, digits)) return [{ ...place, confidence: 0.8 }];
    if (national && hasForm(quote, countries) && !otherLabel.test(lead))
      return [{ ...place, confidence: 0.85, normalised: national }];
    return [];
  });
}

function hasLabel(line: Line, start: number, end: number): boolean {
  const lead = leadTo(line, start);
  if (label.test(lead) || askedAt.test(lead)) return true;
  if (after.test(line.text.slice(end, end + 20))) return true;
  if (/\b(?:phone|call|text|mobile|cell)\b/iu.test(lead) && numberOf.test(lead)) return true;
  // "Tel. 030 23125000 / 23125001": the second number belongs to the label of the first.
  return /(?:tel|phone|telefon|fax|mobil\w*|tél)[.:\s]{1,3}[\d\s()/+.-]{6,24}\s(?:or|oder|ou|\/|,|;|und|and)\s?$/iu.test(
    lead,
  );
}

function nationalOf(quote: string, countries: readonly CountryCode[]): string | undefined {
  for (const country of countries) {
    if (beginsWithZero.has(country) && !/^\(?0/.test(quote)) continue;
    const number = parsed(quote, country);
    if (number?.isValid()) return number.number;
  }
  return undefined;
}

function parsed(text: string, country?: CountryCode) {
  return country
    ? parsePhoneNumberFromString(text, country)
    : text.startsWith("+")
      ? parsePhoneNumberFromString(text)
      : undefined;
}

function hasForm(quote: string, countries: readonly CountryCode[]): boolean {
  return countries.some((country) => forms[country === "CA" ? "US" : country]?.test(quote));
}

/** Behind a label, nearly every number is a phone: it only must not be one that is too short, a price or a year. */
function isGrouped(quote: string, digits: number): boolean {
  return digits >= 6 && !/\d[.,]\d{1,2}$/.test(quote) && !/^(?:19|20)\d\d(?:\D|$)/.test(quote);
}

/** Drops a bracket at either end that has no partner. */
function balanced(quote: string): string {
  let text = quote.trim();
  const opens = () => (text.match(/\(/g) ?? []).length;
  const closes = () => (text.match(/\)/g) ?? []).length;
  if (closes() > opens() && text.endsWith(")")) text = text.slice(0, -1);
  if (opens() > closes() && text.startsWith("(")) text = text.slice(1);
  return text.trim();
}
