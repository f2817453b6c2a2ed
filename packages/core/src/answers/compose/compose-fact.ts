import { amends } from "../facts/amendments";
import { blankIn } from "../facts/blank";
import { dateFactOf } from "../facts/dates-of";
import { asksHowMany } from "../question/asked-kinds";
import { fieldCalled } from "../question/fields";
import type { Asked, AskedPart } from "../question/understand";
import type { QuestionLanguage } from "../question/words";
import { markers } from "./citer";
import { composeTable, usualColumns } from "./compose-table";
import type { Desk, Draft, Subject } from "./draft";
import { factSentence } from "./field-phrases";
import { formatDay } from "./format";
import { phrases } from "./phrases";
import { type Value, valuesOf } from "./values";

/** More documents than these that state different values are shown as a table. */
const MOST_SENTENCES = 3;

/**
 * Answers each part of a question that asks for one field of the documents. Parts that it cannot answer are left open; null if it can answer
 * none.
 */
export async function composeFact(
  asked: Asked,
  subjects: readonly Subject[],
  desk: Desk,
): Promise<Draft | null> {
  const sentences: string[] = [];
  const rest: string[] = [];
  let table: Draft["table"] = null;
  for (const part of asked.parts) {
    const field = onlyField(part);
    const values = field ? await valuesOf(field, subjects, desk, asked.language) : [];
    if (!field || values.length === 0) {
      rest.push(part.text);
      continue;
    }
    const composed =
      asksHowMany(part.text) && isList(field)
        ? countSentence(field, values, asked.language)
        : sentencesOf(field, values, asked.language);
    if (composed) sentences.push(composed);
    else if (asked.parts.length === 1) {
      const drawn = await composeTable(
        values.map(({ subject }) => subject),
        [field],
        desk,
        asked.language,
      );
      sentences.push(drawn.sentence);
      table = drawn.table;
    } else rest.push(part.text);
  }
  if (sentences.length === 0) return blankOf(asked, subjects, desk);
  return { form: table ? "list" : "fact", text: sentences.join(" "), table, rest };
}

/** Says that the one document which is asked about leaves the value blank; null if it does not. */
async function blankOf(
  asked: Asked,
  subjects: readonly Subject[],
  desk: Desk,
): Promise<Draft | null> {
  const [part, ...others] = asked.parts;
  const field = part && others.length === 0 ? onlyField(part) : null;
  const [subject] = subjects;
  if (!field || !subject || subjects.length > 1) return null;
  const blank = blankIn(await desk.readText([subject.id]), field);
  if (!blank) return null;
  const text = phrases.blank(field, subject.title, asked.language);
  return { form: "declined", text, table: null, rest: [], blank: { subject, blank } };
}

function onlyField({ fields }: AskedPart): string | null {
  return fields.length === 1 ? (fields[0]?.name ?? null) : null;
}

function sentencesOf(
  field: string,
  values: readonly Value[],
  language: QuestionLanguage,
): string | null {
  if (isList(field)) return agreed(field, values.slice(0, 1), language);
  const newest = [...values].sort((a, b) => b.subject.day.localeCompare(a.subject.day));
  const [first, ...others] = newest;
  if (!first) return null;
  if (first.was && values.length <= MOST_SENTENCES) return changed(field, first, others, language);
  if (values.every(({ key }) => key === first.key)) return agreed(field, values, language);
  if (values.length > MOST_SENTENCES) return null;
  const isFamily =
    !ownDays.has(field) && others.every((other) => isAmendedBy(other.subject, first.subject));
  return isFamily
    ? changed(field, first, others, language)
    : newest.map((each) => agreed(field, [each], language)).join(" ");
}

function isList(field: string): boolean {
  const known = fieldCalled(field);
  return known?.isMany === true || known?.kind === "list";
}

/** "How many people attended" is the number of those that the document lists. */
function countSentence(
  field: string,
  [first]: readonly Value[],
  language: QuestionLanguage,
): string | null {
  if (!first) return null;
  return phrases.listed(
    field,
    first.subject.title,
    { count: first.count, list: `${first.text}${markers(first.cite())}` },
    language,
  );
}

/** An amendment has days of its own, which do not replace those of the contract. */
const ownDays = new Set(["agreement date", "effective date", "date", "invoice date"]);

function isAmendedBy(other: Subject, amendment: Subject): boolean {
  const facts = new Map([other, amendment].map((each) => [each.id, each.facts]));
  return amends(amendment, other, (id) => facts.get(id) ?? []);
}

/** One value, said of the first document that states it; further documents confirm it. */
function agreed(
  field: string,
  values: readonly Value[],
  language: QuestionLanguage,
): string | null {
  const [first, ...others] = values;
  if (!first || values.length > MOST_SENTENCES) return null;
  const { subject, label } = first;
  if (first.isContradicted)
    return phrases.contradicted(
      field,
      subject.title,
      `${first.text}${markers(first.cite())}`,
      language,
    );
  const said = factSentence(
    field,
    subject.title,
    `${first.text}${markers(first.cite())}`,
    language,
    label,
  );
  return [
    said,
    ...others.map((each) => phrases.confirmed(each.subject.title, markers(each.cite()), language)),
  ].join(" ");
}

/** The newer document wins; what applied before is said too. */
function changed(
  field: string,
  newest: Value,
  others: readonly Value[],
  language: QuestionLanguage,
): string {
  const now = `${phrases.now(field, newest.text, newest.since, language)}${markers(newest.cite())}`;
  const before = others.find(({ key }) => key !== newest.key);
  const text = before?.text ?? newest.was;
  if (!text) return `${now}.`;
  const marks = before ? markers(before.cite()) : "";
  return `${now}; ${phrases.before(text, language)}${marks}.`;
}

/** Says which document is the newest or the oldest of its kind, with its day and what else its facts say first. */
export async function composeOrdered(
  asked: Asked,
  subject: Subject,
  desk: Desk,
): Promise<Draft | null> {
  const { language, order } = asked;
  const dated = dateFactOf(subject);
  const day = dated
    ? `${formatDay(subject.day, language)}${markers(desk.citer.citeAll(subject, dated.evidence))}`
    : null;
  if (!order) return null;
  const { table } = await composeTable([subject], usualColumns(subject.type ?? ""), desk, language);
  return {
    form: "fact",
    text: phrases.ordered(order, subject.title, day, language),
    table,
    rest: [],
  };
}
