import type { Fact, Span } from "../ai";
import { billingFacts } from "./billing-facts";
import type { DocumentView } from "./document-view";
import { clearNumber, findMoney } from "./entities/amounts";
import type { Conventions } from "./entities/conventions";
import { findDates } from "./entities/dates";
import { type FactLabel, type FactValue, factLabels } from "./fact-labels";
import { factsOfFields } from "./facts-of-fields";
import { statedFacts } from "./stated-facts";

const CHARACTERS_READ = 60_000;
const LONGEST_TEXT = 120;
const MOST_FACTS = 40;
const pair =
  /^[ \t]*(?<label>\p{L}[\p{L}\p{N} .°º#'’/()%-]{0,40}?)[ \t]*(?::|\.{3,}|[#]|\t|[ ]{2,}|$|[ ](?=(?:EUR|USD|GBP|CHF|[$€£])?[ ]?[\d(][\d.,() ]*(?:[ ](?:EUR|USD|GBP|CHF|€))?[ \t]*$))[ \t]*(?<value>\S.*)?$/u;
const bareNumber = /^\(?-?(?:\d{1,3}(?:[.,'’ ]\d{3})+|\d+)(?:[.,]\d{1,2})?\)?(?: ?[A-Z])?$/;

/** Finds facts in fields of the file, behind a label ("Due date: 3 May") or in a customary phrase ("by and between"). */
export function findFacts(view: Pick<DocumentView, "document">, conventions: Conventions): Fact[] {
  const text = view.document.text.slice(0, CHARACTERS_READ);
  const facts: Fact[] = [];
  const lines = lineSpans(text);
  for (const [index, [start, end]] of lines.entries())
    for (const [from, to] of columns(text, start, end)) {
      const match = pair.exec(text.slice(from, to));
      const named = match?.groups?.label?.trim();
      const label = named && factLabels.find((each) => each.label.test(named));
      if (!label) continue;
      const written = match?.groups?.value;
      const next = lines[index + 1];
      const value: Span | undefined = written ? [to - written.length, to] : next;
      const fact = value && readFact(text, label, value, conventions);
      if (fact)
        facts.push({ ...fact, confidence: written ? fact.confidence : fact.confidence - 0.15 });
    }
  const unlabelled = [...billingFacts(text, conventions), ...statedFacts(text, conventions)];
  const ofFields = factsOfFields(view.document.statedFacts ?? []);
  return [...ofFields, ...unique(withoutFacts([...facts, ...unlabelled], ofFields))].slice(
    0,
    MOST_FACTS,
  );
}

function readFact(
  text: string,
  { name, value: kind }: FactLabel,
  span: Span,
  conventions: Conventions,
): Fact | null {
  const [start, end] = trimmed(text, span);
  const written = text.slice(start, end);
  const found = readers[kind](written, conventions);
  if (!found) return null;
  const evidence: Span = [start + found.start, start + found.end];
  return { name, value: found.value, confidence: found.confidence, evidence: [evidence] };
}

type Read = { start: number; end: number; value: string; confidence: number };

const readers: Record<FactValue, (written: string, conventions: Conventions) => Read | null> = {
  money(written, conventions) {
    const [sum] = findMoney(written, conventions).slice(-1);
    if (sum)
      return {
        ...sum,
        value: sum.normalised ?? written.slice(sum.start, sum.end),
        confidence: 0.92,
      };
    const last =
      written
        .split(/\s{2,}|\t/)
        .at(-1)
        ?.trim() ?? "";
    if (!bareNumber.test(last) || clearNumber(last.replace(/[()A-Z ]/g, ""), conventions) === null)
      return null;
    const start = written.lastIndexOf(last);
    return { start, end: start + last.length, value: last, confidence: 0.8 };
  },
  date(written, conventions) {
    const [date] = findDates(written, conventions);
    if (!date || date.start > 30) return null;
    return {
      ...date,
      value: date.normalised ?? written.slice(date.start, date.end),
      confidence: 0.93,
    };
  },
  identifier(written) {
    const match = /^[#:]?\s*((?=[^\s]*\d)[\p{L}\p{N}][\p{L}\p{N}/._-]*(?: \d[\d-]*){0,5})/u.exec(
      written,
    );
    if (!match?.[1]) return null;
    const start = match.index + match[0].length - match[1].length;
    const value = match[1].replace(/[.,]$/, "");
    return { start, end: start + value.length, value, confidence: 0.9 };
  },
  text(written) {
    const value = (written.split(/\s{3,}|\t/)[0] ?? "").slice(0, LONGEST_TEXT).trimEnd();
    if (!/\p{L}{2}/u.test(value) || /_{3,}|\.{5,}/.test(value)) return null;
    return { start: 0, end: value.length, value: value.replace(/\s+/g, " "), confidence: 0.75 };
  },
  period(written) {
    const value = (written.split(/\s{3,}|\t/)[0] ?? "").slice(0, 60).trimEnd();
    return /\d/.test(value) ? { start: 0, end: value.length, value, confidence: 0.8 } : null;
  },
};

/** Splits a line at spaces or full stops if it has several labelled values, so that each is tried by itself. */
function columns(text: string, start: number, end: number): Span[] {
  const line = text.slice(start, end);
  if (!/:.*(?:\s{2,}|[.;,] ).*:/.test(line)) return [[start, end]];
  const spans: Span[] = [];
  let from = 0;
  for (const gap of line.matchAll(/(?:\s{2,}|[.;,] )(?=\p{L}[^:.;,]{0,40}:)/gu)) {
    spans.push([start + from, start + gap.index]);
    from = gap.index + gap[0].length;
  }
  spans.push([start + from, end]);
  return spans;
}

function lineSpans(text: string): Span[] {
  const spans: Span[] = [];
  for (const line of text.matchAll(/[^\n]*\S[^\n]*/g))
    spans.push([line.index, line.index + line[0].length]);
  return spans;
}

function trimmed(text: string, [start, end]: Span): Span {
  const piece = text.slice(start, end);
  const from = start + piece.length - piece.trimStart().length;
  return [from, Math.max(from, start + piece.trimEnd().length)];
}

/** Leaves out what the fields say already, under the same name or at the same place. */
function withoutFacts(facts: readonly Fact[], known: readonly Fact[]): Fact[] {
  const names = new Set(known.map(({ name }) => name));
  const places = known.flatMap(({ evidence }) => evidence);
  return facts.filter(
    ({ name, evidence }) =>
      !names.has(name) &&
      !evidence.some(([start, end]) => places.some((place) => start < place[1] && place[0] < end)),
  );
}

/** Keeps the surest statement of each fact. Keeps a second value of the same name only if it differs and is as sure. */
function unique(facts: readonly Fact[]): Fact[] {
  const kept: Fact[] = [];
  for (const fact of [...facts].sort((a, b) => b.confidence - a.confidence)) {
    const same = kept.find(({ name, value }) => name === fact.name && value === fact.value);
    if (same) same.evidence.push(...fact.evidence);
    else if (!kept.some(({ name }) => name === fact.name) || fact.name === "party")
      kept.push({ ...fact, evidence: [...fact.evidence] });
  }
  return kept;
}
