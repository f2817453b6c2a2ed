import type { Candidate } from "./candidate";
import type { Layout } from "./pieces";

/** Ways to pay and the words for them on receipts and invoices. */
const methods: readonly [name: string, words: string][] = [
  [
    "card",
    "visa|master ?card|maestro|amex|american express|credit card|debit card|credit/debit|girocard|ec[- ]?karte|ec-cash|kreditkarte|carte bancaire|carte bleue|carte|cb|tarjeta|bancomat|carta di credito|pin(?:pas|betaling)?|creditcard|cartão|multibanco|karta(?: płatnicza)?|kort(?:betalning)?|dankort|kontaktlos|contactless|chip|discover card|card(?: payment)?|bankkarte",
  ],
  ["PayPal", "paypal"],
  ["Apple Pay", "apple pay"],
  ["Google Pay", "google pay"],
  [
    "bank transfer",
    "bank transfer|wire transfer|überweisung|virement|transferencia|bonifico|overschrijving|transferência|przelew|banköverföring|bankoverførsel|bank ?giro",
  ],
  [
    "direct debit",
    "direct debit|lastschrift|prélèvement|domiciliación|addebito diretto|automatische incasso|débito direto|polecenie zapłaty|autogiro|betalingsservice",
  ],
  ["iDEAL", "ideal"],
  ["cheque", "cheque|check #|chèque|scheck|assegno"],
  [
    "cash",
    "cash(?! ?back| bill| sales?| memo| receipt| deposit| flow|ier| & carry| on delivery)|bar(?:zahlung)?|espèces|efectivo|contanti|contant|numerário|dinheiro|gotówka|kontant",
  ],
];
const patterns = methods.map(([name, words]) => ({
  name,
  line: new RegExp(
    `^(?:paid (?:by|with|in|via)|payment(?: method)?|tender(?:ed)?|total|gegeben|zahlung|bezahlt|payé)?[\\s:.(]*(?:${words})\\b[^\\p{L}]*(?:\\p{L}{1,12}[^\\p{L}]*){0,4}$`,
    "iu",
  ),
  phrase: new RegExp(
    `\\b(?:paid|charged|payment|bezahlt|payé|réglé|pagado|pagato|betaald|pago|zapłacono|betalt|afgerekend|vooruitbetaald)\\b[^.\\n]{0,40}?\\b(?:${words})\\b`,
    "iu",
  ),
}));

/** Finds how a bill was paid by the words of its lines: "VISA **** 1234", "CASH 10.00". A card goes before cash. */
export function paymentMethods({ pieces }: Layout): Candidate[] {
  for (const { name, line, phrase } of patterns)
    for (const piece of pieces) {
      if (piece.text.length > 140) continue;
      const match =
        (piece.text.length <= 60 ? line.exec(piece.text) : null) ?? phrase.exec(piece.text);
      if (!match) continue;
      const start = piece.span[0] + match.index;
      return [
        {
          name: "payment method",
          value: name,
          confidence: 0.8,
          evidence: [[start, start + match[0].trimEnd().length]],
          origin: "place",
        },
      ];
    }
  return [];
}
