import type { Fact } from "../ai";
import type { Conventions } from "./entities/conventions";
import { findDates } from "./entities/dates";
import { firms } from "./names/firms";

const HEAD = 6_000;
const between =
  /\b(?:by and (?:between|among)|made (?:and entered into )?(?:by and )?between|entered into (?:by and )?between|between|zwischen|entre)\b/iu;
const name =
  /^[\s:(]*(?:the )?(?<name>\p{Lu}[\p{L}\p{N}&'’.,-]*(?: (?:\p{Lu}|&|of |and (?=\p{Lu})|de |von )[\p{L}\p{N}&'’.,-]*){0,6}?)(?=,? (?:\(|a |an |as |with |whose |having |der |die |and )|\s*[(,;]|$)/u;
const effective =
  /\b(?:effective|dated|made|entered into|as of|effective as of|on)\b[^.\n]{0,40}$/iu;
const law =
  /governed by(?: and construed in accordance with)?,?(?: and construed[^.]{0,60})? the (?:internal )?laws? of (?:the )?(?<law>(?:(?:State|Commonwealth|Province|Republic|Kingdom) of )?\p{Lu}\p{L}+(?:(?: and)? \p{Lu}\p{L}+){0,3})/u;

/** Finds facts that agreements state in phrases rather than behind labels: parties, effective date, governing law. */
export function statedFacts(text: string, conventions: Conventions): Fact[] {
  if (!/\b(?:agreement|contract|lease|vertrag|contrat|amendment)\b/iu.test(text.slice(0, HEAD)))
    return [];
  return [...parties(text), ...effectiveDate(text, conventions), ...governingLaw(text)];
}

function parties(text: string): Fact[] {
  const opening = between.exec(text.slice(0, HEAD));
  if (!opening) return [];
  const from = opening.index + opening[0].length;
  const rest = text.slice(from, from + 700).split(/\n\s*\n|WHEREAS|RECITALS/u, 1)[0] ?? "";
  const found = firms(rest)
    .slice(0, 4)
    .map(({ start, end }) => ({ start: from + start, end: from + end, confidence: 0.85 }));
  const first = name.exec(rest);
  const person = first?.groups?.name;
  if (found.length === 0 && person && first) {
    const start = from + first.index + first[0].indexOf(person);
    found.push({ start, end: start + person.length, confidence: 0.6 });
  }
  return found.map(({ start, end, confidence }) => ({
    name: "party",
    value: text.slice(start, end).replace(/\s+/g, " "),
    confidence,
    evidence: [[start, end]],
  }));
}

function effectiveDate(text: string, conventions: Conventions): Fact[] {
  const head = text.slice(0, HEAD);
  const date = findDates(head, conventions).find(({ start }) =>
    effective.test(head.slice(Math.max(0, start - 60), start)),
  );
  if (!date) return [];
  const value = date.normalised ?? head.slice(date.start, date.end);
  return [{ name: "effective date", value, confidence: 0.75, evidence: [[date.start, date.end]] }];
}

function governingLaw(text: string): Fact[] {
  const match = law.exec(text);
  const value = match?.groups?.law;
  if (!match || !value) return [];
  const start = match.index + match[0].length - value.length;
  return [
    { name: "governing law", value, confidence: 0.9, evidence: [[start, start + value.length]] },
  ];
}
