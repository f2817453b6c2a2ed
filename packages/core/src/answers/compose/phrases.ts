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

function lowered(name: string): string {
  return /^\p{Lu}{2}/u.test(name) ? name : name.charAt(0).toLowerCase() + name.slice(1);
}

type Counted = { count: number; of?: number };

/** The further sentences of answers, in each language. */
export const phrases = {
  before: (value: string, language: QuestionLanguage) =>
    ({
      en: `before that it was ${value}`,
      de: `davor waren es ${value}`,
      fr: `auparavant c’était ${value}`,
      es: `antes era ${value}`,
    })[language],
  now: (field: string, value: string, since: string | null, language: QuestionLanguage) => {
    const name = nameOf(field, language);
    return {
      en: `The ${lowered(name)} is ${value}${since ? ` since ${since}` : ""}`,
      de: `${name}: ${value}${since ? ` seit ${since}` : ""}`,
      fr: `${name} : ${value}${since ? ` depuis le ${since}` : ""}`,
      es: `${name}: ${value}${since ? ` desde el ${since}` : ""}`,
    }[language];
  },
  contradicted: (field: string, title: string, values: string, language: QuestionLanguage) => {
    const [name, named] = [nameOf(field, language), quote(title, language)];
    return {
      en: `${named} states several values for ${lowered(name)}: ${values}.`,
      de: `${named} nennt mehrere Werte für ${name}: ${values}.`,
      fr: `${named} indique plusieurs valeurs pour ${lowered(name)} : ${values}.`,
      es: `${named} indica varios valores para ${lowered(name)}: ${values}.`,
    }[language];
  },
  confirmed: (title: string, marks: string, language: QuestionLanguage) =>
    ({
      en: `${quote(title, language)} says the same${marks}.`,
      de: `${quote(title, language)} sagt dasselbe${marks}.`,
      fr: `${quote(title, language)} dit la même chose${marks}.`,
      es: `${quote(title, language)} dice lo mismo${marks}.`,
    })[language],
  signed: (title: string, names: string, language: QuestionLanguage) =>
    ({
      en: `${quote(title, language)} is signed by ${names}.`,
      de: `${quote(title, language)} ist unterzeichnet von ${names}.`,
      fr: `${quote(title, language)} est signé par ${names}.`,
      es: `${quote(title, language)} está firmado por ${names}.`,
    })[language],
  says: (title: string, words: string, language: QuestionLanguage) =>
    ({
      en: `${quote(title, language)} says: ${words}`,
      de: `In ${quote(title, language)} steht: ${words}`,
      fr: `${quote(title, language)} dit : ${words}`,
      es: `${quote(title, language)} dice: ${words}`,
    })[language],
  found: ({ count }: Counted, language: QuestionLanguage) =>
    ({
      en: count === 1 ? "There is 1 document." : `There are ${count} documents.`,
      de: count === 1 ? "Es gibt 1 Dokument." : `Es gibt ${count} Dokumente.`,
      fr: count === 1 ? "Il y a 1 document." : `Il y a ${count} documents.`,
      es: count === 1 ? "Hay 1 documento." : `Hay ${count} documentos.`,
    })[language],
  counted: (what: string, { count }: Counted, language: QuestionLanguage) =>
    ({
      en: count === 1 ? `There is 1 ${what}` : `There are ${count} ${what}`,
      de: `Es gibt ${count} ${what}`,
      fr: `Il y a ${count} ${what}`,
      es: `Hay ${count} ${what}`,
    })[language],
  total: (what: string, { count }: Counted, sum: string, language: QuestionLanguage) =>
    ({
      en:
        count === 1
          ? `The 1 ${what} comes to ${sum}`
          : `The ${count} ${what} come to ${sum} in total`,
      de: `${count} ${what} ergeben zusammen ${sum}`,
      fr: `${count} ${what} font ${sum} au total`,
      es: `${count} ${what} suman ${sum} en total`,
    })[language],
  average: (what: string, { count }: Counted, value: string, language: QuestionLanguage) =>
    ({
      en: `The average of ${count} ${what} is ${value}`,
      de: `Der Durchschnitt von ${count} ${what} ist ${value}`,
      fr: `La moyenne de ${count} ${what} est de ${value}`,
      es: `La media de ${count} ${what} es ${value}`,
    })[language],
  largest: (title: string, value: string, language: QuestionLanguage) =>
    ({
      en: `The largest is ${quote(title, language)} with ${value}`,
      de: `Am höchsten ist ${quote(title, language)} mit ${value}`,
      fr: `Le plus élevé est ${quote(title, language)} avec ${value}`,
      es: `El mayor es ${quote(title, language)} con ${value}`,
    })[language],
  smallest: (title: string, value: string, language: QuestionLanguage) =>
    ({
      en: `The smallest is ${quote(title, language)} with ${value}`,
      de: `Am niedrigsten ist ${quote(title, language)} mit ${value}`,
      fr: `Le plus bas est ${quote(title, language)} avec ${value}`,
      es: `El menor es ${quote(title, language)} con ${value}`,
    })[language],
  unknown: (
    field: string,
    titles: readonly string[],
    { count, of = 0 }: Counted,
    language: QuestionLanguage,
  ) => {
    const name = lowered(nameOf(field, language));
    const named = titles.map((title) => quote(title, language)).join(", ");
    const more = count > titles.length ? ", …" : "";
    return {
      en: `${count} of ${of} ${count === 1 ? "states" : "state"} no certain ${name}: ${named}${more}.`,
      de: `${count} von ${of} ohne sichere Angabe (${nameOf(field, language)}): ${named}${more}.`,
      fr: `${count} sur ${of} sans valeur sûre (${name}) : ${named}${more}.`,
      es: `${count} de ${of} sin valor seguro (${name}): ${named}${more}.`,
    }[language];
  },
  differ: (a: string, b: string, fields: string, language: QuestionLanguage) =>
    ({
      en: `${a} and ${b} differ in ${fields}.`,
      de: `${a} und ${b} unterscheiden sich in: ${fields}.`,
      fr: `${a} et ${b} diffèrent par : ${fields}.`,
      es: `${a} y ${b} difieren en: ${fields}.`,
    })[language],
  same: (a: string, b: string, language: QuestionLanguage) =>
    ({
      en: `${a} and ${b} state the same values.`,
      de: `${a} und ${b} nennen dieselben Werte.`,
      fr: `${a} et ${b} indiquent les mêmes valeurs.`,
      es: `${a} y ${b} indican los mismos valores.`,
    })[language],
  later: (title: string, day: string, what: string, language: QuestionLanguage) =>
    ({
      en: `${quote(title, language)} of ${day} is later and records no ${what}.`,
      de: `${quote(title, language)} vom ${day} ist neuer, hält aber nichts dazu fest.`,
      fr: `${quote(title, language)} du ${day} est plus récent et n’en consigne pas.`,
      es: `${quote(title, language)} del ${day} es posterior y no recoge nada.`,
    })[language],
  declined: (where: string | null, language: QuestionLanguage) =>
    ({
      en: where ? `${where} does not say this.` : "Your documents do not say this.",
      de: where ? `${where} sagt dazu nichts.` : "Ihre Dokumente sagen dazu nichts.",
      fr: where ? `${where} ne le dit pas.` : "Vos documents ne le disent pas.",
      es: where ? `${where} no lo dice.` : "Sus documentos no lo dicen.",
    })[language],
  widen: (language: QuestionLanguage) =>
    ({
      en: "Ask without the chosen scope to look in all documents.",
      de: "Fragen Sie ohne die gewählte Auswahl, um in allen Dokumenten zu suchen.",
      fr: "Posez la question sans la sélection pour chercher dans tous les documents.",
      es: "Pregunte sin la selección para buscar en todos los documentos.",
    })[language],
  document: (language: QuestionLanguage) =>
    ({ en: "Document", de: "Dokument", fr: "Document", es: "Documento" })[language],
  field: (language: QuestionLanguage) =>
    ({ en: "Field", de: "Feld", fr: "Champ", es: "Campo" })[language],
  documents: (language: QuestionLanguage) =>
    ({ en: "documents", de: "Dokumente", fr: "documents", es: "documentos" })[language],
};
