import {
  entityKey,
  type NamedKind,
  withoutTitle,
} from "@besunny/document-model/statements/entity-key";

import { foldedName } from "./folded-words";

/** A name as a text or a person wrote it. */
export type Name = { kind: NamedKind; text: string };

/** Words to look for in texts, and whose name they are. `isPart` is true for a first or last name, and for a short form. */
export type Needle = { kind: NamedKind; words: string[]; group: string; isPart: boolean };

const particles = new Set(
  "von van der den de del della di da do dos das du la le les ter ten zu zum zur al el ben ibn bin st san y e i and und et".split(
    " ",
  ),
);
const LEAST_LETTERS = 3;
const LEAST_LETTERS_OF_FIRM = 4;

/**
 * Puts names of the same person, organisation or place together: "Anna Kovács", "KOVÁCS Anna", "A. Kovács" and "Kovács". Returns all words
 * that may stand for one of them. A last name that two people share is a name of its own.
 */
export function groupNames(
  names: readonly Name[],
  isOrdinary: (word: string) => boolean,
  /** Names that stand for somebody only as a whole. */
  whole: readonly Name[] = [],
): Needle[] {
  const people = groupPeople(names.filter(({ kind }) => kind === "person"));
  const others = names.filter(({ kind }) => kind !== "person").flatMap(needlesOfOther);
  const wholly = whole.filter(({ kind }) => kind === "person").flatMap(needlesOfWhole);
  return unique([...needlesOfPeople(people, isOrdinary), ...others, ...wholly]);
}

type Person = { group: string; words: ReadonlySet<string>; forms: string[][] };

function groupPeople(names: readonly Name[]): Person[] {
  const forms = names
    .map(({ text }) => foldedName(withoutTitle(text)).filter((word) => !/^\p{N}+$/u.test(word)))
    .filter((form) => wordsOf(form).length > 0)
    .sort((a, b) => wordsOf(b).length - wordsOf(a).length);
  const people: Person[] = [];
  for (const form of forms) {
    const own = wordsOf(form);
    const initials = form.filter((word) => word.length === 1);
    const fits = people.filter(
      ({ words, forms: [full = []] }) =>
        own.every((word) => words.has(word)) &&
        (own.length > 1 ||
          initials.every((letter) => full.some((word) => word.startsWith(letter)))),
    );
    const same =
      fits.find(({ words }) => words.size === own.length) ?? (fits.length === 1 ? fits[0] : null);
    if (same) same.forms.push(form);
    else people.push({ group: [...own].sort().join(" "), words: new Set(own), forms: [form] });
  }
  return people;
}

function needlesOfWhole({ kind, text }: Name): Needle[] {
  const words = foldedName(withoutTitle(text));
  const own = wordsOf(words);
  if (own.length < 2) return [];
  return [{ kind, words, group: [...own].sort().join(" "), isPart: false }];
}

function wordsOf(form: readonly string[]): string[] {
  return form.filter((word) => word.length > 1 && !particles.has(word));
}

function needlesOfPeople(
  people: readonly Person[],
  isOrdinary: (word: string) => boolean,
): Needle[] {
  const owners = new Map<string, Set<string>>();
  for (const { words, group } of people)
    for (const each of words) owners.set(each, (owners.get(each) ?? new Set()).add(group));
  return people.flatMap(({ words, forms, group }) => {
    const whole = forms.flatMap((form) => {
      const isPart = form.length === 1;
      const reversed = form.length > 1 ? [[form.at(-1) ?? "", ...form.slice(0, -1)]] : [];
      return [form, ...reversed].map(
        (each): Needle => ({ kind: "person", words: each, group, isPart }),
      );
    });
    const parts = [...words]
      .filter((each) => each.length >= LEAST_LETTERS && words.size > 1 && !isOrdinary(each))
      .map((each): Needle => {
        const isShared = (owners.get(each)?.size ?? 0) > 1;
        return { kind: "person", words: [each], group: isShared ? each : group, isPart: true };
      });
    const own = [...words].filter((each) => !particles.has(each));
    const short = initialsOf(own).map(
      (each): Needle => ({ kind: "person", words: each, group, isPart: false }),
    );
    const tails = forms
      .flatMap(lastNames)
      .map((each): Needle => ({ kind: "person", words: each, group, isPart: false }));
    return [...whole, ...tails, ...parts, ...short];
  });
}

/** "von Ahlefeld" for "Friederike von Ahlefeld", "Kühne-Wolf" for "Sabine Kühne-Wolf". */
function lastNames(form: readonly string[]): string[][] {
  return form.length > 2 ? [form.slice(1)] : [];
}

/** "A. Kovács" for "Anna Kovács". */
function initialsOf(words: readonly string[]): string[][] {
  const last = words.at(-1);
  const first = words[0];
  return words.length > 1 && first && last ? [[first[0] ?? "", last]] : [];
}

function needlesOfOther({ kind, text }: Name): Needle[] {
  const group = entityKey(kind, text);
  const words = foldedName(text);
  if (group === "" || words.length === 0) return [];
  const key = foldedName(group);
  const isLong = key.join("").length >= LEAST_LETTERS_OF_FIRM;
  return [
    { kind, words, group, isPart: words.length === 1 },
    ...(isLong ? [{ kind, words: key, group, isPart: key.length === 1 }] : []),
  ];
}

/** Of equal words, the first stay: whole names are before parts of names. */
function unique(needles: readonly Needle[]): Needle[] {
  const known = new Map<string, Needle>();
  for (const needle of [...needles].sort((a, b) => Number(a.isPart) - Number(b.isPart))) {
    const key = `${needle.kind} ${needle.words.join(" ")}`;
    if (needle.words.length > 0 && !known.has(key)) known.set(key, needle);
  }
  return [...known.values()];
}
