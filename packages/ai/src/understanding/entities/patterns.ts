import { isValidIBAN } from "ibantools";
import { findPhoneNumbersInText } from "libphonenumber-js";

import type { Found } from "./found";

const email =
  /(?<![\w.+-])[\w.+-]{1,64}@[\p{L}\p{N}](?:[\p{L}\p{N}.-]{0,250}[\p{L}\p{N}])?\.\p{L}{2,24}(?![\w-])/gu;
const url = /(?<![\w@])(?:https?:\/\/|www\.)[^\s<>"'()[\]{}]+[^\s<>"'()[\]{}.,;:!?]/giu;
const iban = /(?<![A-Z0-9])[A-Z]{2}\d{2}(?:[ ]?[A-Z0-9]{1,4}){3,9}(?![A-Za-z0-9])/g;
const phoneContext =
  /(?:tel|phone|fax|mobile|mobil|call|cell|hotline|telefon|téléphone|whatsapp|contact)\W*(?:no\.?|number)?\W*$/iu;
const labelled =
  /(?:invoice|order|purchase order|p\.?o\.?|customer|client|account|policy|case|claim|contract|agreement|reference|ref\.?|ticket|certificate|passport|licen[cs]e|vat|tax|registration|employee|serial|quote|quotation|receipt|rechnungs?|kunden|auftrags?|facture|commande|factuur|klant|factura|pedido)[\s-]{0,2}(?:(?:reg(?:istration)?|id(?:entification)?)\.?\s)?(?:no|nr|num|number|nummer|numéro|n°|nº|id|#|code)?\s?[.:#]{0,2}[ \t]{0,3}(?=[A-Z0-9/-]*\d)([A-Z0-9][A-Z0-9/-]{2,24}[A-Z0-9])(?![\w/-]|[.,]\d)/giu;
const labelEnds = /(?:no|nr|num|number|nummer|numéro|n°|nº|id|#|code)\s?[.:#]{0,2}\s*$|[:#]\s*$/iu;

export function findEmails(text: string): Found[] {
  return matches(text, email, "email", 0.99, (quote) => quote.toLowerCase());
}

export function findUrls(text: string): Found[] {
  return matches(text, url, "url", 0.98);
}

export function findIbans(text: string): Found[] {
  return [...text.matchAll(iban)].flatMap((match): Found[] => {
    // The pattern may run into the next word; the check digits show the end of the number.
    for (let quote = match[0]; quote.length >= 15; quote = quote.slice(0, -1).trimEnd()) {
      const compact = quote.replaceAll(" ", "");
      if (!isValidIBAN(compact)) continue;
      const end = match.index + quote.length;
      return [{ kind: "iban", start: match.index, end, confidence: 0.999, normalised: compact }];
    }
    return [];
  });
}

/** Finds numbers with a country code, and national numbers after a word such as "phone" if a country is known. */
export function findPhones(text: string): Found[] {
  return findPhoneNumbersInText(text, "US").flatMap(({ startsAt, endsAt, number }): Found[] => {
    const isInternational = text.startsWith("+", startsAt) || text.startsWith("(+", startsAt);
    const hasContext = phoneContext.test(text.slice(Math.max(0, startsAt - 24), startsAt));
    if (!number.isValid() || (!isInternational && !hasContext)) return [];
    const confidence = isInternational ? 0.97 : 0.85;
    const place = { start: startsAt, end: endsAt, confidence };
    return [{ kind: "phone", ...place, ...(isInternational && { normalised: number.number }) }];
  });
}

/** Finds numbers behind a label such as "invoice", "customer" or "policy number". */
export function findIdentifiers(text: string): Found[] {
  return [...text.matchAll(labelled)].flatMap((match): Found[] => {
    const value = match[1] ?? "";
    const start = match.index + match[0].length - value.length;
    if (!labelEnds.test(text.slice(match.index, start)) && !/[A-Z]/.test(value)) return [];
    return [{ kind: "identifier", start, end: start + value.length, confidence: 0.9 }];
  });
}

function matches(
  text: string,
  pattern: RegExp,
  kind: Found["kind"],
  confidence: number,
  normalise?: (quote: string) => string,
): Found[] {
  return [...text.matchAll(pattern)].map((match) => ({
    kind,
    start: match.index,
    end: match.index + match[0].length,
    confidence,
    ...(normalise && { normalised: normalise(match[0]) }),
  }));
}
