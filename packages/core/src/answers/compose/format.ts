import type { DocumentFact } from "@besunny/db/workspace/documents/document-facts";
import type { QuestionLanguage } from "../question/words";

const locales: Record<QuestionLanguage, string> = {
  en: "en-GB",
  de: "de-DE",
  fr: "fr-FR",
  es: "es-ES",
};

/** Returns a day, `YYYY-MM-DD`, as people write it. */
export function formatDay(day: string, language: QuestionLanguage): string {
  return new Intl.DateTimeFormat(locales[language], { dateStyle: "long", timeZone: "UTC" }).format(
    new Date(`${day}T00:00:00Z`),
  );
}

/** Returns a sum with its currency. */
export function formatMoney(amount: number, currency: string, language: QuestionLanguage): string {
  try {
    return new Intl.NumberFormat(locales[language], { style: "currency", currency }).format(amount);
  } catch {
    // Not every three letters are a currency.
    return `${currency} ${formatNumber(amount, language)}`;
  }
}

/** Returns a number with the separators of the language. */
export function formatNumber(amount: number, language: QuestionLanguage): string {
  return new Intl.NumberFormat(locales[language], { maximumFractionDigits: 2 }).format(amount);
}

/** Returns the value of a fact as people write it; the document's own words where there is no clear value. */
export function formatFact(fact: DocumentFact, language: QuestionLanguage): string {
  const { kind, number, currency, date, dateEnd } = fact;
  if (number !== null && currency) return formatMoney(number, currency, language);
  const iso = (day: Date) => day.toISOString().slice(0, 10);
  if (kind === "date" && date && fact.normalised?.length === 10)
    return formatDay(iso(date), language);
  if (kind === "period" && date && dateEnd && fact.normalised?.includes("/"))
    return `${formatDay(iso(date), language)} – ${formatDay(iso(dateEnd), language)}`;
  // Files that state their facts write days in this way.
  if (/^\d{4}-\d{2}-\d{2}$/.test(fact.text)) return formatDay(fact.text, language);
  return plain(withoutAddresses(quoted(fact) ?? fact.text));
}

/** People are named without the addresses of their mail, if they have a name. */
function withoutAddresses(text: string): string {
  return text.replaceAll(/(?<=[\p{L}"”.)]) ?<[^<>\s]+@[^<>\s]+>/gu, "");
}

/** The words of the document, where the value was written in another way. */
function quoted({ kind, evidence }: DocumentFact): string | null {
  if (kind === "text" || !Array.isArray(evidence)) return null;
  const [first] = evidence;
  return first && typeof first === "object" && "quote" in first && typeof first.quote === "string"
    ? first.quote
    : null;
}

/** Returns text in one line, without the stop at its end. */
export function plain(text: string): string {
  return text
    .replaceAll(/\s+/g, " ")
    .trim()
    .replace(/[.;,:]+$/, "");
}

/** Returns items as a sentence lists them: "a, b and c". */
export function joined(items: readonly string[], language: QuestionLanguage): string {
  return new Intl.ListFormat(locales[language], { type: "conjunction" }).format(items);
}
