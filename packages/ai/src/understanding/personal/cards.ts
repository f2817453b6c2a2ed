import { luhnChecksumValidate } from "stdnum/lib/cjs/util/checksum.js";

import { anyOf, type FoundDetail, type Line, leadTo } from "./found-detail";

const candidate =
  /(?<![\p{L}\p{N}]|[.,-](?<=\d[.,-]))\d(?:[ \u00a0-]?\d){11,18}(?![\p{L}\p{N}]|[.,-]\d)/gu;
/** Prefixes of issuers with the lengths of their numbers. Sources: ISO/IEC 7812 and the issuers' public lists. */
const issuers: readonly [prefix: RegExp, lengths: readonly number[], isCommon: boolean][] = [
  [/^4/, [13, 16, 19], true],
  [/^(?:5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/, [16], true],
  [/^3[47]/, [15], true],
  [/^(?:6011|64[4-9]|65)/, [16, 19], true],
  [/^(?:30[0-5]|36|38|39)/, [14, 16, 19], true],
  [/^35(?:2[89]|[3-8])/, [16, 19], true],
  [/^(?:2131|1800)/, [15], true],
  [/^62/, [16, 17, 18, 19], false],
  [/^3[0-9]/, [14, 15, 16], false],
  [/^(?:50|5[6-9]|6[0-9])/, [12, 13, 14, 15, 16, 17, 18, 19], false],
];
const groups = [
  /^\d{4}([ -])\d{4}\1\d{4}\1\d{4}(?:\1\d{1,3})?$/,
  /^\d{4}([ -])\d{6}\1\d{4,5}$/,
  /^\d+$/,
];
const words = anyOf(
  "card|cards|credit|debit|cc|visa|mastercard|maestro|amex|american express|diners|discover|jcb|unionpay|pan|karte|kreditkarte|kartennummer|carte|cb|tarjeta|carta|carte bancaire|creditcard|kaart|cart[ãa]o|kort|kreditkort|kortnummer|karta|karty|kartę",
);
const others = anyOf(
  "order|invoice|tracking|imei|ean|isbn|isin|gtin|barcode|serial|iban|account|reference|ref|parcel|shipment|bestellung|rechnung|sendung|konto|commande|facture|compte|factura|pedido|fattura|ordine",
);
const SHORT = 14;

/** Finds numbers of payment cards by issuer, length and check digit. Short or rare ones also need a word such as "card" near by. */
export function findCards(line: Line): FoundDetail[] {
  return [...line.text.matchAll(candidate)].flatMap((match): FoundDetail[] => {
    const quote = match[0].replaceAll("\u00a0", " ");
    if (!groups.some((form) => form.test(quote))) return [];
    const number = quote.replace(/\D/g, "");
    const issuer = issuers.find(
      ([prefix, lengths]) => prefix.test(number) && lengths.includes(number.length),
    );
    if (!issuer || /^(\d)\1+$/.test(number) || !luhnChecksumValidate(number)) return [];
    const [start, end] = [match.index, match.index + match[0].length];
    const lead = leadTo(line, start);
    const isNamed = words.test(lead) || words.test(line.text.slice(end, end + 40));
    const isSure = issuer[2] && number.length > SHORT;
    if (!isNamed && (!isSure || others.test(lead.slice(-30)))) return [];
    const confidence = isNamed ? 0.99 : /[ -]/.test(quote) ? 0.9 : 0.75;
    return [{ kind: "card", start, end, confidence, normalised: number }];
  });
}
