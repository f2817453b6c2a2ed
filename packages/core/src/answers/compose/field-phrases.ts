import { fieldCalled } from "../question/fields";
import type { QuestionLanguage } from "../question/words";

type Words = Record<QuestionLanguage, string>;

/** Sentences about a field: `T` is the title of the document in quotation marks, `V` the value with its sources. */
const sentences: Record<string, Words> = {
  "end date": {
    en: "T ends on V.",
    de: "T endet am V.",
    fr: "T prend fin le V.",
    es: "T termina el V.",
  },
  "effective date": {
    en: "T applies from V.",
    de: "T gilt ab V.",
    fr: "T prend effet le V.",
    es: "T entra en vigor el V.",
  },
  "agreement date": {
    en: "T was made on V.",
    de: "T wurde am V geschlossen.",
    fr: "T a été conclu le V.",
    es: "T se firmó el V.",
  },
  "due date": {
    en: "T is due on V.",
    de: "T ist am V fällig.",
    fr: "T est à payer le V.",
    es: "T vence el V.",
  },
  "invoice date": {
    en: "T is dated V.",
    de: "T ist vom V.",
    fr: "T est daté du V.",
    es: "T tiene fecha de V.",
  },
  date: {
    en: "T is dated V.",
    de: "T ist vom V.",
    fr: "T est daté du V.",
    es: "T tiene fecha de V.",
  },
  total: {
    en: "The total of T is V.",
    de: "Der Gesamtbetrag von T ist V.",
    fr: "Le total de T est de V.",
    es: "El total de T es V.",
  },
  subtotal: {
    en: "The net amount of T is V.",
    de: "Der Nettobetrag von T ist V.",
    fr: "Le montant net de T est de V.",
    es: "El importe neto de T es V.",
  },
  rent: {
    en: "The rent in T is V.",
    de: "Die Miete in T ist V.",
    fr: "Le loyer dans T est de V.",
    es: "La renta en T es V.",
  },
  supplier: { en: "T is from V.", de: "T ist von V.", fr: "T vient de V.", es: "T es de V." },
  sender: { en: "T is from V.", de: "T ist von V.", fr: "T vient de V.", es: "T es de V." },
  customer: {
    en: "T is addressed to V.",
    de: "T ist an V gerichtet.",
    fr: "T est adressé à V.",
    es: "T va dirigido a V.",
  },
  recipient: {
    en: "T is addressed to V.",
    de: "T ist an V gerichtet.",
    fr: "T est adressé à V.",
    es: "T va dirigido a V.",
  },
  "governing law": {
    en: "The governing law of T is V.",
    de: "Anwendbares Recht von T: V.",
    fr: "Droit applicable de T : V.",
    es: "Ley aplicable de T: V.",
  },
  "notice period": {
    en: "The notice period in T is V.",
    de: "Die Kündigungsfrist in T ist V.",
    fr: "Le préavis dans T est de V.",
    es: "El preaviso en T es de V.",
  },
  party: {
    en: "The parties of T are V.",
    de: "Die Parteien von T sind V.",
    fr: "Les parties de T sont V.",
    es: "Las partes de T son V.",
  },
  attendees: {
    en: "T lists as attendees: V.",
    de: "T nennt als Anwesende: V.",
    fr: "T indique comme présents : V.",
    es: "T indica como asistentes: V.",
  },
  absent: {
    en: "T lists as absent: V.",
    de: "T nennt als abwesend: V.",
    fr: "T indique comme absents : V.",
    es: "T indica como ausentes: V.",
  },
};

const names: Record<string, Omit<Words, "en">> = {
  total: { de: "Gesamtbetrag", fr: "Total", es: "Total" },
  subtotal: { de: "Nettobetrag", fr: "Montant net", es: "Importe neto" },
  tax: { de: "Steuer", fr: "Taxe", es: "Impuesto" },
  "invoice number": { de: "Rechnungsnummer", fr: "Numéro de facture", es: "Número de factura" },
  "invoice date": { de: "Rechnungsdatum", fr: "Date de facture", es: "Fecha de factura" },
  "due date": { de: "Fällig am", fr: "Échéance", es: "Vencimiento" },
  supplier: { de: "Lieferant", fr: "Fournisseur", es: "Proveedor" },
  customer: { de: "Kunde", fr: "Client", es: "Cliente" },
  date: { de: "Datum", fr: "Date", es: "Fecha" },
  party: { de: "Vertragspartei", fr: "Partie", es: "Parte" },
  "agreement date": { de: "Vertragsdatum", fr: "Date du contrat", es: "Fecha del contrato" },
  "effective date": { de: "Beginn", fr: "Début", es: "Inicio" },
  "end date": { de: "Ende", fr: "Fin", es: "Fin" },
  term: { de: "Laufzeit", fr: "Durée", es: "Duración" },
  "notice period": { de: "Kündigungsfrist", fr: "Préavis", es: "Preaviso" },
  "governing law": { de: "Anwendbares Recht", fr: "Droit applicable", es: "Ley aplicable" },
  rent: { de: "Miete", fr: "Loyer", es: "Renta" },
  premium: { de: "Prämie", fr: "Prime", es: "Prima" },
  deductible: { de: "Selbstbehalt", fr: "Franchise", es: "Franquicia" },
  sender: { de: "Absender", fr: "Expéditeur", es: "Remitente" },
  recipient: { de: "Empfänger", fr: "Destinataire", es: "Destinatario" },
  subject: { de: "Betreff", fr: "Objet", es: "Asunto" },
};

const quotation: Record<QuestionLanguage, (title: string) => string> = {
  en: (title) => `“${title}”`,
  de: (title) => `„${title}“`,
  fr: (title) => `« ${title} »`,
  es: (title) => `«${title}»`,
};

/** Returns a title, or words of a document, in the quotation marks of the language. */
export function quote(title: string, language: QuestionLanguage): string {
  return quotation[language](title);
}

/** Returns the name of a field for people: of the language, else as the card has it. */
export function nameOf(field: string, language: QuestionLanguage, label?: string | null): string {
  const own = language === "en" ? null : names[field]?.[language];
  return own ?? fieldCalled(field)?.label ?? label ?? field;
}

/** Returns the sentence that states the value of a field in a document. */
export function factSentence(
  field: string,
  title: string,
  value: string,
  language: QuestionLanguage,
  label?: string | null,
): string {
  const pattern = sentences[field]?.[language];
  const named = quote(title, language);
  if (pattern)
    return pattern.replace(/[TV](?![a-zà-ÿ])/g, (letter) => (letter === "T" ? named : value));
  const name = nameOf(field, language, label);
  if (language === "en") return `The ${lowered(name)} in ${named} is ${value}.`;
  return `${name} in ${named}: ${value}.`.replace(
    " in ",
    { de: " in ", fr: " dans ", es: " en " }[language],
  );
}

/** Returns the name of a field within a sentence. */
export function lowered(name: string): string {
  return /^\p{Lu}{2}/u.test(name) ? name : name.charAt(0).toLowerCase() + name.slice(1);
}
