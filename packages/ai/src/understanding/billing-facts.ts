import type { Fact, Span } from "../ai";
import { findMoney } from "./entities/amounts";
import type { Conventions } from "./entities/conventions";
import { findDates } from "./entities/dates";

const kinds: readonly { name: string; words: string }[] = [
  { name: "invoice", words: "(?:tax |proforma )?invoice|facture|rechnung|factuur|fattura|factura" },
  { name: "order", words: "purchase order|p\\.?o\\.?|bestellung|bon de commande" },
  { name: "quote", words: "quotation|quote|estimate|angebot|devis|offerte" },
  { name: "receipt", words: "receipt|quittung|reçu" },
];
const numbered = kinds.map(({ name, words }) => ({
  name,
  pattern: new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${words})[ \\t]*(?:number|no|nr|n°|nº|num|#)?[.:]?[ \\t]*(?<id>#?(?=[^\\s]*\\d{3})[A-Z0-9][A-Z0-9/_.-]*[A-Z0-9])(?![\\p{L}%])`,
    "iu",
  ),
}));
const total =
  /^[ \t]*(?:grand |invoice |order |total )?(?:totals?|amount (?:now )?due|balance due|total amount|totaal|te betalen|gesamtbetrag|rechnungsbetrag|net à payer|total ttc|importe total|factuur totaal)\b(?! ?(?:ht|excl|before|hours|days|quantity))[^\n]*$/gimu;
const afterNumber = /^[ \t]*(?:du|vom|of|dated|van|de)[ \t]+/iu;

/** Finds facts that bills state without a label and a colon: "Invoice INV/2023/08", "Total due on 3 August $4.11". */
export function billingFacts(text: string, conventions: Conventions): Fact[] {
  return [...numbers(text, conventions), ...totals(text, conventions)];
}

function numbers(text: string, conventions: Conventions): Fact[] {
  return numbered.flatMap(({ name, pattern }) => {
    const match = pattern.exec(text);
    const id = match?.groups?.id;
    if (!match || !id) return [];
    const end = match.index + match[0].length;
    const span: Span = [end - id.length, end];
    const fact = { name: `${name} number`, value: id, confidence: 0.8, evidence: [span] };
    const link = afterNumber.exec(text.slice(end, end + 12));
    const [date] = link ? findDates(text.slice(end, end + 40), conventions) : [];
    if (!date) return [fact];
    const dated: Span = [end + date.start, end + date.end];
    const value = date.normalised ?? text.slice(...dated);
    return [fact, { name: `${name} date`, value, confidence: 0.85, evidence: [dated] }];
  });
}

function totals(text: string, conventions: Conventions): Fact[] {
  return [...text.matchAll(total)].flatMap((match): Fact[] => {
    const sum = findMoney(match[0], conventions).at(-1);
    if (!sum) return [];
    const span: Span = [match.index + sum.start, match.index + sum.end];
    const value = sum.normalised ?? text.slice(...span);
    return [{ name: "total", value, confidence: 0.82, evidence: [span] }];
  });
}
