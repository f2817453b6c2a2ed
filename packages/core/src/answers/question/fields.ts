import type { FieldDefinition } from "@besunny/ai/ai";
import { allFields, cardOf, typesWithCard } from "../../understanding/contract/cards/cards";
import { asksHowMany, kindsAsked } from "./asked-kinds";
import { findIn, type TypeMention } from "./type-words";
import { alsoSays, ways } from "./ways";
import { fold, isCommon, wordsOf } from "./words";

/** A field that a question asks for, with the words that say so. */
export type FieldMention = { name: string; words: readonly string[] };

const allWays = ways.map((way) => ({ ...way, asks: new RegExp(way.asks, "g") }));

/** Words of labels that on their own say too little about a field. */
const vague = new Set(
  "cost costs worth room place part shop web software draft filed decided software position vente produit revue medio autor sender to back working company pays paid bank balance use reason court owner team holder bill cash ticket reference ref nom valor data period charge work contract agreement lease invoice quote date number name price fee fees company client product address phone version status subject location author title due end start begin term period total amount sum law law by order person issuer owner date datum nummer name preis fin fecha nombre created reporter".split(
    " ",
  ),
);

const byType = new Map(typesWithCard.map((type) => [type, cardOf(type).map(({ name }) => name)]));

const labels = allFields
  .flatMap(({ name, label, labels: more }) =>
    [...new Set([label, ...more].map(fold))].map((each) => {
      const words: readonly string[] = each.match(/[\p{L}\p{N}]+/gu) ?? [];
      return { name, words, singular: words.map(singularOf) };
    }),
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
  const present = new Set(singular);
  for (const { name, words: label, singular: singularLabel } of labels) {
    if (!present.has(singularLabel[0] ?? "")) continue;
    const isTaken = label.some((word) => taken.has(word) && label.length === 1);
    if (isTaken || found.some((each) => label.every((word) => each.words.includes(word)))) continue;
    const at = findIn(singular, singularLabel);
    if (at < 0) continue;
    // "The amendment to the lease" names a document rather than the field "amendment to".
    if (label.every((word) => taken.has(word) || isCommon(word))) continue;
    if (fits(name, named)) add({ name, words: words.slice(at, at + label.length) });
  }
  for (const { name, types: ofTypes, asks } of allWays) {
    const matches = [...folded.matchAll(asks)].map(([said]) => said);
    const hasSubject = named.some((type) => ofTypes.includes(type));
    const said = matches.flatMap((match) => match.split(" "));
    const isPlain = said.every((word) => vague.has(word));
    const isClear = named.length === 0 && !isPlain && name !== "total" && name !== "term";
    if (said.length > 0 && (hasSubject || isClear)) add({ name, words: said });
  }
  const kinds = countsDocuments(words, types) ? null : kindsAsked(part);
  const answering = found.filter(({ name }) => {
    const kind = fieldCalled(name)?.kind;
    return kinds === null || kind === undefined || kinds.includes(kind);
  });
  // "How much is still open" asks for what is left of the total.
  const isRest = answering.some(({ name }) => name === "amount due");
  const meant = answering.filter(({ name }) => !(isRest && name === "total"));
  return preferred(meant, named).map(({ name, words: said }) => ({
    name,
    words: [...said, ...(alsoSays[name] ?? [])],
  }));
}

/** "How many emails" asks for documents rather than for a number that they state. */
function countsDocuments(
  words: readonly string[],
  types: readonly Pick<TypeMention, "words">[],
): boolean {
  return (
    asksHowMany(words.join(" ")) &&
    types.some((mention) => words.slice(2, 5).includes(mention.words.at(-1) ?? ""))
  );
}

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
