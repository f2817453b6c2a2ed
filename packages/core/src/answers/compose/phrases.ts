import type { QuestionLanguage } from "../question/words";
import { lowered, nameOf, quote } from "./field-phrases";

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
  ordered: (
    order: "latest" | "earliest",
    title: string,
    day: string | null,
    language: QuestionLanguage,
  ) => {
    const named = quote(title, language);
    const words = {
      en: { latest: "The latest is", earliest: "The earliest is", of: ", of" },
      de: { latest: "Das neueste ist", earliest: "Das älteste ist", of: " vom" },
      fr: { latest: "Le plus récent est", earliest: "Le plus ancien est", of: " du" },
      es: { latest: "El más reciente es", earliest: "El más antiguo es", of: ", del" },
    }[language];
    return `${words[order]} ${named}${day ? `${words.of} ${day}` : ""}.`;
  },
  rows: (title: string, count: number, names: readonly string[], language: QuestionLanguage) => {
    const named = quote(title, language);
    const list = `${names.join(", ")}${count > names.length ? ", …" : ""}`;
    return {
      en: `${count} ${count === 1 ? "row" : "rows"} of ${named} ${count === 1 ? "matches" : "match"}: ${list}.`,
      de: `${count} ${count === 1 ? "Zeile" : "Zeilen"} von ${named}: ${list}.`,
      fr: `${count} ${count === 1 ? "ligne" : "lignes"} de ${named} : ${list}.`,
      es: `${count} ${count === 1 ? "fila" : "filas"} de ${named}: ${list}.`,
    }[language];
  },
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
  listed: (
    field: string,
    title: string,
    { count, list }: { count: number; list: string },
    language: QuestionLanguage,
  ) => {
    const named = quote(title, language);
    const name = lowered(nameOf(field, language));
    return {
      en: `${named} lists ${count} under ${name}: ${list}.`,
      de: `${named} nennt ${count} unter ${nameOf(field, language)}: ${list}.`,
      fr: `${named} en indique ${count} sous ${name} : ${list}.`,
      es: `${named} indica ${count} en ${name}: ${list}.`,
    }[language];
  },
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
  which: (
    way: `${"amount" | "day"}-${"largest" | "smallest"}`,
    title: string,
    value: string,
    language: QuestionLanguage,
  ) => {
    const named = quote(title, language);
    return {
      en: {
        "amount-largest": `It is higher in ${named}: ${value}.`,
        "amount-smallest": `It is lower in ${named}: ${value}.`,
        "day-largest": `It is later in ${named}: ${value}.`,
        "day-smallest": `It is earlier in ${named}: ${value}.`,
      },
      de: {
        "amount-largest": `Höher ist der Wert in ${named}: ${value}.`,
        "amount-smallest": `Niedriger ist der Wert in ${named}: ${value}.`,
        "day-largest": `Später ist es in ${named}: ${value}.`,
        "day-smallest": `Früher ist es in ${named}: ${value}.`,
      },
      fr: {
        "amount-largest": `La valeur est plus élevée dans ${named} : ${value}.`,
        "amount-smallest": `La valeur est plus basse dans ${named} : ${value}.`,
        "day-largest": `La date est plus tardive dans ${named} : ${value}.`,
        "day-smallest": `La date est plus proche dans ${named} : ${value}.`,
      },
      es: {
        "amount-largest": `El valor es más alto en ${named}: ${value}.`,
        "amount-smallest": `El valor es más bajo en ${named}: ${value}.`,
        "day-largest": `La fecha es más tardía en ${named}: ${value}.`,
        "day-smallest": `La fecha es más temprana en ${named}: ${value}.`,
      },
    }[language][way];
  },
  alike: (titles: string, value: string, language: QuestionLanguage) =>
    ({
      en: `It is the same in ${titles}: ${value}.`,
      de: `In ${titles} ist es gleich: ${value}.`,
      fr: `C’est la même valeur dans ${titles} : ${value}.`,
      es: `Es igual en ${titles}: ${value}.`,
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
  blank: (field: string, title: string, language: QuestionLanguage) => {
    const [name, named] = [nameOf(field, language), quote(title, language)];
    return {
      en: `${named} leaves the ${lowered(name)} blank.`,
      de: `${named} lässt diese Angabe offen: ${name}.`,
      fr: `${named} laisse ce champ vide : ${lowered(name)}.`,
      es: `${named} deja este dato en blanco: ${lowered(name)}.`,
    }[language];
  },
  unsigned: (title: string, language: QuestionLanguage) =>
    ({
      en: `${quote(title, language)} leaves the lines for signatures blank.`,
      de: `${quote(title, language)} ist an den Stellen für Unterschriften leer.`,
      fr: `${quote(title, language)} laisse les lignes de signature vides.`,
      es: `${quote(title, language)} deja en blanco las líneas de firma.`,
    })[language],
  widen: (language: QuestionLanguage) =>
    ({
      en: "Ask without the chosen scope to look in all documents.",
      de: "Fragen Sie ohne die gewählte Auswahl, um in allen Dokumenten zu suchen.",
      fr: "Posez la question sans la sélection pour chercher dans tous les documents.",
      es: "Pregunte sin la selección para buscar en todos los documentos.",
    })[language],
  none: (language: QuestionLanguage) =>
    ({ en: "not stated", de: "keine Angabe", fr: "non indiqué", es: "sin indicar" })[language],
  document: (language: QuestionLanguage) =>
    ({ en: "Document", de: "Dokument", fr: "Document", es: "Documento" })[language],
  field: (language: QuestionLanguage) =>
    ({ en: "Field", de: "Feld", fr: "Champ", es: "Campo" })[language],
  documents: (language: QuestionLanguage) =>
    ({ en: "documents", de: "Dokumente", fr: "documents", es: "documentos" })[language],
};
