import type { FieldDefinition } from "@besunny/ai/ai";
import { allFields, cardOf, typesWithCard } from "../../understanding/contract/cards/cards";
import { findIn, type TypeMention } from "./type-words";
import { fold, isCommon, wordsOf } from "./words";

/** A field that a question asks for, with the words that say so. */
export type FieldMention = { name: string; words: readonly string[] };

const bills = ["invoice", "receipt", "purchase order", "quote"];
const contracts = ["contract", "amendment", "non-disclosure agreement", "insurance policy"];

/** Ways to ask for a field that do not hold its label. They hold for documents of these types. */
const ways: { name: string; types: readonly string[]; asks: RegExp }[] = [
  {
    name: "total",
    types: bills,
    asks: /\b(?:how much (?:is|was|does|did|were)|totals?|amounts?|sum|gross|including (?:vat|tax)|incl vat|cost|costs|price|spend|spent|pay|paid|charged?|wie hoch|gesamtbetrag|betrag|kostet|kostete|summe|montant|ttc|combien (?:coute|est)|importe|cuanto (?:es|cuesta|costo))\b/,
  },
  {
    name: "due date",
    types: bills,
    asks: /\b(?:due(?: dates?)?|payable|pay by|be paid|payment deadline|fallig|faelligkeit|zahlbar|bezahlt werden|echeance|a payer|vence|vencimiento|pagar)\b/,
  },
  {
    name: "invoice date",
    types: ["invoice"],
    asks: /\b(?:issued|dated|dates?|sent|ausgestellt|datum|rechnungsdatum|emise|emitida|fecha)\b/,
  },
  {
    name: "invoice number",
    types: ["invoice"],
    asks: /\b(?:numbers?|no|nummer|rechnungsnummer|numero)\b/,
  },
  {
    name: "supplier",
    types: bills,
    asks: /\b(?:from whom|who (?:issued|sent|is (?:it|the [a-z]+) from)|seller|supplier|vendor|von wem|lieferant|fournisseur|proveedor)\b/,
  },
  {
    name: "end date",
    types: contracts,
    asks: /\b(?:end|ends|ended|expire|expires|run out|runs out|terminate on|endet|ende|lauft aus|ablauf|fin|finit|prend fin|expira|termina)\b/,
  },
  {
    name: "effective date",
    types: contracts,
    asks: /\b(?:begin|begins|start|starts|commence|commences|take effect|in force|beginnt|beginn|anfang|commence|debut|empieza|comienza|inicio)\b/,
  },
  {
    name: "agreement date",
    types: contracts,
    asks: /\b(?:signed on|when was .*(?:signed|made|concluded)|dated|geschlossen|unterzeichnet|unterschrieben|conclu|firmado|firmo)\b/,
  },
  {
    name: "governing law",
    types: contracts,
    asks: /\b(?:governing law|(?:which|what) law(?: governs| applies(?: to)?)?|law governs|governs|governed by|applicable law|anwendbares recht|welches recht|welchem recht|droit applicable|quel droit|ley aplicable|que ley)\b/,
  },
  {
    name: "notice period",
    types: contracts,
    asks: /\b(?:notice period|period of notice|kundigungsfrist|frist der kundigung|preavis|preaviso)\b/,
  },
  {
    name: "term",
    types: contracts,
    asks: /\b(?:how long (?:is|does|will)|term|duration|run for|laufzeit|wie lange|duree|duracion|cuanto dura)\b/,
  },
  {
    name: "party",
    types: contracts,
    asks: /\b(?:parties|party|between whom|who (?:is|are) (?:it|the) between|landlord and tenant|vertragspartner|vertragsparteien|parteien|parties|partes)\b/,
  },
  {
    name: "rent",
    types: contracts,
    asks: /\b(?:rent|monthly rent|miete|kaltmiete|monatsmiete|loyer|renta|alquiler)\b/,
  },
];

/** Words of labels that on their own say too little about a field. */
const vague = new Set(
  "cost costs worth room place part shop web software draft filed decided software position vente produit revue medio autor sender to back working company pays paid bank balance use reason court owner team holder bill cash ticket reference ref nom valor data period charge work contract agreement lease invoice quote date number name price fee fees company client product address phone version status subject location author title due end start begin term period total amount sum law law by order person issuer owner date datum nummer name preis fin fecha nombre created reporter".split(
    " ",
  ),
);

const byType = new Map(typesWithCard.map((type) => [type, cardOf(type).map(({ name }) => name)]));

const labels = allFields
  .flatMap(({ name, label, labels: more }) =>
    [...new Set([label, ...more].map(fold))].map((each) => ({
      name,
      words: each.match(/[\p{L}\p{N}]+/gu) ?? [],
    })),
  )
  .filter(
    ({ words: [first = "", ...more] }) =>
      more.length > 0 || !(vague.has(singularOf(first)) || isCommon(first)),
  )
  .sort((a, b) => b.words.length - a.words.length || lengthOf(b.words) - lengthOf(a.words));

function lengthOf(words: readonly string[]): number {
  return words.join("").length;
}

/** Returns the fields that a part of a question asks for. Vague words count only beside a word for the type of document that has the field. */
export function fieldsIn(
  part: string,
  types: readonly Pick<TypeMention, "types" | "words">[],
): FieldMention[] {
  const words = wordsOf(part);
  const singular = words.map(singularOf);
  const folded = words.join(" ");
  const named = types.flatMap((mention) => mention.types);
  const found: FieldMention[] = [];
  const add = (mention: FieldMention) => {
    if (!found.some(({ name }) => name === mention.name)) found.push(mention);
  };
  const taken = new Set(types.flatMap((mention) => mention.words));
  for (const { name, words: label } of labels) {
    const isTaken = label.some((word) => taken.has(word) && label.length === 1);
    if (isTaken || found.some((each) => label.every((word) => each.words.includes(word)))) continue;
    const at = findIn(singular, label.map(singularOf));
    if (at >= 0 && fits(name, named)) add({ name, words: words.slice(at, at + label.length) });
  }
  for (const { name, types: ofTypes, asks } of ways) {
    const matches = [...folded.matchAll(new RegExp(asks, "g"))].map(([said]) => said);
    const hasSubject = named.some((type) => ofTypes.includes(type));
    const said = matches.flatMap((match) => match.split(" "));
    const isPlain = said.every((word) => vague.has(word));
    const isClear = named.length === 0 && !isPlain && name !== "total" && name !== "term";
    const also = name === "governing law" ? laws : [];
    if (said.length > 0 && (hasSubject || isClear)) add({ name, words: [...said, ...also] });
  }
  return preferred(found, named);
}

/** "Governed by New York law" says law apart from the rest. */
const laws = ["law", "laws", "recht", "droit", "ley", "applies", "gilt"];

function singularOf(word: string): string {
  return word.length > 4 && word.endsWith("s") && !word.endsWith("ss") ? word.slice(0, -1) : word;
}

/** If the type is named, only fields of its card are asked for. */
function fits(name: string, types: readonly string[]): boolean {
  return (
    types.length === 0 || types.some((type) => fieldsOf(type).includes(name)) || !isOnSomeCard(name)
  );
}

function isOnSomeCard(name: string): boolean {
  return typesWithCard.some((type) => fieldsOf(type).includes(name));
}

/** A field whose words are all words of a longer label is not meant. */
function preferred(found: readonly FieldMention[], types: readonly string[]): FieldMention[] {
  return found.filter(
    (each) =>
      !found.some(
        (other) =>
          other !== each &&
          other.words.length >= each.words.length &&
          each.words.every((word) => other.words.includes(word)) &&
          (other.words.length > each.words.length || rank(other, types) < rank(each, types)),
      ),
  );
}

function rank({ name }: FieldMention, types: readonly string[]): number {
  const at = types.flatMap(fieldsOf).indexOf(name);
  return at < 0 ? 1_000 + allFields.findIndex((field) => field.name === name) : at;
}

/** Returns a field by its name; undefined for a field of a workspace's own. */
export function fieldCalled(name: string): FieldDefinition | undefined {
  return allFields.find((field) => field.name === name);
}

/** Returns the names of the fields of a type's card. */
export function fieldsOf(type: string): readonly string[] {
  return byType.get(type) ?? [];
}
