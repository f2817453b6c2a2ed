import type { DocumentFact } from "@besunny/db/workspace/documents/document-facts";
import { isSure } from "../facts/dates-of";
import { type Stated, statedIn } from "../facts/stated";
import { fieldCalled } from "../question/fields";
import { fold, type QuestionLanguage } from "../question/words";
import type { Desk, Subject } from "./draft";
import { formatFact, joined, plain } from "./format";

/** The value of a field in one document. `cite` adds its sources and returns their numbers. */
export type Value = {
  subject: Subject;
  label: string | null;
  text: string;
  /** Equal for equal values, however they are written. */
  key: string;
  /** The number of values that the document states. */
  count: number;
  isContradicted: boolean;
  was: string | null;
  since: string | null;
  cite: () => number[];
};

/** Documents whose text is read for a value that no fact holds. */
const MOST_READ = 6;

/** Returns the values of a field in documents: sure facts, else what their text states right after a label of the field. */
export async function valuesOf(
  field: string,
  subjects: readonly Subject[],
  desk: Desk,
  language: QuestionLanguage,
): Promise<Value[]> {
  const known = knownValues(field, subjects, desk, language);
  const open = subjects.filter(
    (subject) => !known.some((value) => value.subject.id === subject.id),
  );
  if (open.length === 0 || open.length > MOST_READ) return known;
  const passages = await desk.readText(open.map(({ id }) => id));
  const read = open.flatMap((subject) => {
    const stated = statedIn(
      passages.filter(({ documentId }) => documentId === subject.id),
      field,
    );
    const best = stated.find(({ was }) => was !== null) ?? stated[0];
    return best ? [readValue(best, subject, desk)] : [];
  });
  return [...known, ...read];
}

/** Returns the values of a field that facts hold. */
export function knownValues(
  field: string,
  subjects: readonly Subject[],
  desk: Desk,
  language: QuestionLanguage,
): Value[] {
  return subjects.flatMap((subject) => knownValue(field, subject, desk, language));
}

function knownValue(
  field: string,
  subject: Subject,
  desk: Desk,
  language: QuestionLanguage,
): Value[] {
  const facts = subject.facts.filter((fact) => fact.name === field && isSure(fact));
  const [first] = facts;
  if (!first) return [];
  const known = fieldCalled(field);
  const isMany = known?.isMany === true || known?.kind === "list";
  const said = isMany ? facts : distinct(facts);
  const each = said.map((fact) => ({ fact, text: formatFact(fact, language) }));
  const isContradicted = !isMany && each.length > 1;
  return [
    {
      subject,
      label: first.label,
      text:
        isContradicted || isMany
          ? joined([...new Set(each.map(({ text }) => text))], language)
          : (each[0]?.text ?? ""),
      key: each
        .map(({ fact }) => keyOf(fact))
        .sort()
        .join("|"),
      count: countOf([...new Set(each.map(({ text }) => text))]),
      isContradicted,
      was: null,
      since: null,
      cite: () => each.flatMap(({ fact }) => desk.citer.citeAll(subject, fact.evidence)),
    },
  ];
}

/** A document may list people one by one, or all of them on one line. */
function countOf(texts: readonly string[]): number {
  const [only = ""] = texts;
  if (texts.length !== 1) return texts.length;
  return only.split(/[,;]\s|\s(?:and|und|et|y|&)\s/u).filter((part) => part.trim() !== "").length;
}

function distinct(facts: readonly DocumentFact[]): DocumentFact[] {
  return [...new Map([...facts].reverse().map((fact) => [keyOf(fact), fact])).values()].reverse();
}

function keyOf({ normalised, text }: DocumentFact): string {
  return normalised ?? fold(text);
}

function readValue(
  { passage, value, span, was, since }: Stated,
  subject: Subject,
  desk: Desk,
): Value {
  return {
    subject,
    label: null,
    text: plain(value),
    key: fold(value).replaceAll(/[^\p{L}\p{N}]/gu, ""),
    count: 1,
    isContradicted: false,
    was: was && plain(was),
    since: since && plain(since),
    cite: () => [citePassage(desk, subject, passage, span)],
  };
}

/** Adds a part of a passage as a source and returns its number. */
export function citePassage(
  { citer }: Desk,
  subject: { id: string; title: string },
  passage: { text: string; start: number; page: number; at: Stated["passage"]["at"] },
  [from, to]: readonly [number, number],
): number {
  const evidence = {
    quote: passage.text.slice(from, to),
    span: [passage.start + from, passage.start + to] as [number, number],
    at: passage.at,
    isProven: true,
  };
  return citer.cite(subject, evidence, passage.page);
}
