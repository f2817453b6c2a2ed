import { setImmediate } from "node:timers/promises";

import { isNamedKind } from "@besunny/document-model/statements/entity-key";
import type { RedactionKind } from "@besunny/document-model/statements/redaction-kinds";

import type { SentenceEncoder } from "../../minilm/sentence-encoder";
import { findMoney } from "../../understanding/entities/amounts";
import { type Conventions, conventionsOf } from "../../understanding/entities/conventions";
import { findDates } from "../../understanding/entities/dates";
import { findIdentifiers, findUrls } from "../../understanding/entities/patterns";
import { findDetails } from "../../understanding/personal/find-personal-data";
import { windows } from "../../understanding/windows";
import type { Detail, DetailsFound, KnownDetail } from "../detail";
import { findNeedles } from "./find-needles";
import { findValues, type Value, valueKey } from "./find-values";
import { fold } from "./folded-words";
import { groupNames, type Name, type Needle } from "./group-names";
import { languagesOf } from "./languages-of";
import { loadNameLists } from "./name-lists";
import { taggedNames } from "./tagged-names";
import { toldNames } from "./told-names";
import { wholeAddresses } from "./whole-addresses";

/** Words that begin and end letters. They are taken for names in languages that no tagger knows. */
const phrases = new Set(
  "atentamente saludos saludo cordialement salutations udvozlettel tisztelt kedves pozdrawiam estimado estimada hola bonjour regards sincerely dear su dni nif iban bic".split(
    " ",
  ),
);
const LONGEST_DATE = 40;
const bornBehind =
  /(?<=\d)\s+(?:in \p{Lu}[\p{L}-]+ )?(?:geboren|born|geb\.|született|urodzon|nacid|nat[oa]\b)/gu;

export type DetailsInput = {
  texts: readonly string[];
  known: readonly KnownDetail[];
  /** The kinds that are looked for. */
  kinds: readonly RedactionKind[];
};

/**
 * Finds the details of texts that leave together. A detail of one text, or one that was known before, is found in all of them. It may
 * be a last name alone, a number in another grouping, a name in capitals or broken at the end of a line.
 */
export async function findInTexts(
  { texts, known, kinds }: DetailsInput,
  encoder: SentenceEncoder,
): Promise<DetailsFound> {
  const wanted = new Set(kinds);
  const { codes, problems } = await languagesOf(texts);
  const values: Detail[][] = [];
  for (const [at, text] of texts.entries())
    values.push(await valuesIn(text, codes[at] ?? null, wanted));
  const needles = kinds.some(isNamedKind) ? await needlesFor(texts, codes, known, encoder) : [];
  const looked = needles.filter(({ kind }) => wanted.has(kind));
  const valued = valuesToFind(texts, values, known).filter(({ kind }) => wanted.has(kind));
  const details = texts.map((text, at) => [
    ...(values[at] ?? []).filter(({ kind }) => wanted.has(kind)),
    ...findValues(text, valued),
    ...findNeedles(text, looked),
  ]);
  return { details, problems: looked.length > 0 || wanted.has("person") ? problems : [] };
}

async function valuesIn(
  text: string,
  language: string | null,
  wanted: ReadonlySet<RedactionKind>,
): Promise<Detail[]> {
  const conventions = conventionsOf(text, language);
  const personal = [
    ...(await findDetails(text, conventions)),
    // A number or an address may go on in the next line.
    ...(text.includes("\n") ? await findDetails(unbroken(text), conventions) : []).filter(
      ({ kind, start, end }) => kind !== "address" && text.slice(start, end).includes("\n"),
    ),
  ];
  const found = personal.map(({ kind, start, end, normalised }): Detail => {
    const group = normalised ?? valueKey(text.slice(start, end));
    return { kind, start, end, group };
  });
  return [
    ...found,
    ...wholeAddresses(text, found),
    ...bornOn(text, conventions),
    ...(await othersIn(text, conventions, wanted)),
  ];
}

/** Dates of birth with their word behind them. */
function bornOn(text: string, conventions: Conventions): Detail[] {
  return [...text.matchAll(bornBehind)].flatMap((match) => {
    const from = Math.max(0, match.index - LONGEST_DATE);
    return findDates(text.slice(from, match.index), conventions)
      .filter(({ end }) => from + end === match.index)
      .map(({ start, end }): Detail => {
        const group = valueKey(text.slice(from + start, from + end));
        return { kind: "birth-date", start: from + start, end: from + end, group };
      });
  });
}

/** Joins lines, except where a blank line or a label ends them. The text keeps its length. */
function unbroken(text: string): string {
  return text.replace(/(?<=[\p{L}\p{N}@.-])[ \t]*\n(?=[\p{L}\p{N}])/gu, (end) =>
    " ".repeat(end.length),
  );
}

async function othersIn(
  text: string,
  conventions: Conventions,
  wanted: ReadonlySet<RedactionKind>,
): Promise<Detail[]> {
  const found: Detail[] = [];
  for (const { offset, text: line } of windows(text)) {
    await setImmediate();
    for (const { kind, start, end, normalised } of [
      ...(wanted.has("url") ? findUrls(line) : []),
      ...(wanted.has("date") ? findDates(line, conventions) : []),
      ...(wanted.has("money") ? findMoney(line, conventions) : []),
      ...(wanted.has("identifier") ? findIdentifiers(line) : []),
    ]) {
      if (kind !== "url" && kind !== "date" && kind !== "money" && kind !== "identifier") continue;
      const group = normalised ?? valueKey(line.slice(start, end));
      found.push({ kind, start: offset + start, end: offset + end, group });
    }
  }
  return found;
}

/** Values that texts hold or that were known before; sums and dates are found by their form alone. */
function valuesToFind(
  texts: readonly string[],
  details: readonly (readonly Detail[])[],
  known: readonly KnownDetail[],
): Value[] {
  const found = details.flatMap((own, at) =>
    own.map(({ kind, group, start, end }) => ({
      kind,
      group,
      text: (texts[at] ?? "").slice(start, end),
    })),
  );
  const before = known.map(({ kind, text }) => ({ kind, text, group: valueKey(text) }));
  const groups = new Map(found.map(({ text, group }) => [valueKey(text), group]));
  const all = [
    ...found,
    ...before.map((each) => ({ ...each, group: groups.get(each.group) ?? each.group })),
  ].filter(({ kind }) => !isNamedKind(kind) && kind !== "money" && kind !== "date");
  return [...new Map(all.map((each) => [`${each.kind} ${valueKey(each.text)}`, each])).values()];
}

async function needlesFor(
  texts: readonly string[],
  codes: readonly (string | null)[],
  known: readonly KnownDetail[],
  encoder: SentenceEncoder,
): Promise<Needle[]> {
  const lists = await loadNameLists();
  const before = known.flatMap(({ kind, ...each }) =>
    isNamedKind(kind) ? [{ kind, ...each }] : [],
  );
  const names: Name[] = before.filter(({ isWhole }) => !isWhole);
  const whole = before.filter(({ isWhole }) => isWhole);
  /** "Will" and "Terms" are no names where the texts have "will" and "terms", unless a list has them. */
  const ordinary = new Set(
    texts
      .flatMap((text) => text.match(/(?<!\p{L})\p{Ll}{3,}(?!\p{L})/gu) ?? [])
      .filter((word) => !lists(word).isSurname)
      .map(fold),
  );
  const isOrdinary = (word: string) => ordinary.has(fold(word));
  for (const [at, text] of texts.entries()) {
    if (!/\p{L}/u.test(text)) continue;
    const read = withoutBreaks(text);
    for (const { kind, start, end } of await taggedNames(read, codes[at] ?? null, encoder))
      if (isNamedKind(kind)) names.push({ kind, text: read.slice(start, end) });
    for (const span of toldNames(read, lists, isOrdinary))
      names.push({ kind: "person", text: read.slice(...span) });
  }
  return groupNames(
    names.filter(({ text }) => !phrases.has(fold(text))),
    isOrdinary,
    whole,
  );
}

/** Names are wanted here, not their places, so words that are broken at the end of a line are put together, and "Kovacs_Anna" is two. */
function withoutBreaks(text: string): string {
  return text
    .replace(/(?<=\p{L})_(?=\p{L})/gu, " ")
    .replace(/(?<=\p{L})[-\u00ad‐][ \t]*\n[ \t]*(?=\p{Ll})|\u00ad/gu, "");
}
