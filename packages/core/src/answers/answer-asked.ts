import { findParsedDocument } from "../content/find-parsed-document";
import type { Caller } from "../operation/caller";
import { createCiter } from "./compose/citer";
import { composeComparison } from "./compose/compose-comparison";
import { composeFact, composeOrdered } from "./compose/compose-fact";
import { composeMany, narrowed, statesWords } from "./compose/compose-many";
import { composeRows } from "./compose/compose-rows";
import { composeSignatories } from "./compose/compose-signatories";
import { composeWhich } from "./compose/compose-which";
import {
  composeDefinition,
  composeMentions,
  composeOutline,
  composeSummary,
} from "./compose/compose-words";
import type { Answered } from "./compose/done";
import { doneOf } from "./compose/done";
import type { Desk, Draft, Subject } from "./compose/draft";
import { amends } from "./facts/amendments";
import { dayOf, isDatedWithin, statingDays } from "./facts/dates-of";
import { numberAsked } from "./facts/numbered";
import type { ReadQuestion } from "./find/about-documents";
import type { NamedDocument } from "./find/find-asked";
import { findFacts } from "./find/find-facts";
import { findStatements } from "./find/find-statements";
import { findText } from "./find/find-text";
import { passagesFor } from "./find/passages-for";
import { understoodOf } from "./find/read-question";
import { readable } from "./find/readable";
import { type OutlinePart, saysCount, saysMentioning } from "./question/forms";
import { type Asked, openWords } from "./question/understand";
import { doing } from "./question/ways";
import { isCommon, wordsOf } from "./question/words";

/** Documents whose facts are compared for one fact. */
const MOST_SUBJECTS = 60;
const MOST_READ = 20;
const MENTIONS = 60;
const MOST_FILES = 3;

const nobody = { documents: [], isNamed: false, unexplained: [] };

/** Answers from what was understood of the documents; null if that does not answer. */
export async function answerAsked(
  caller: Caller,
  question: ReadQuestion,
  signal?: AbortSignal,
): Promise<Answered | null> {
  const citer = createCiter();
  const desk: Desk = {
    citer,
    readText: async (ids) =>
      ids.length > 0 ? findText(caller, { ids: ids.slice(0, MOST_READ) }) : [],
  };
  const draft = await draftOf(caller, question, desk, signal);
  if (!draft) return null;
  return {
    text: draft.text,
    rest: draft.rest,
    done: doneOf(
      draft,
      citer.citations,
      understoodOf(
        question.asked.isWhoMentions ? { ...question, resolved: nobody } : question,
        draft.form,
        citer.citations,
      ),
    ),
  };
}

async function draftOf(
  caller: Caller,
  question: ReadQuestion,
  desk: Desk,
  signal?: AbortSignal,
): Promise<Draft | null> {
  const { asked, resolved } = question;
  if (asked.isWhoMentions)
    return composeMentions(
      asked,
      wordsMentioned(asked),
      await passagesFor(caller, { ...question, resolved: nobody }, MENTIONS, signal),
      desk,
    );
  if (asked.form === "definition")
    return composeDefinition(asked, await passagesFor(caller, question, MOST_READ, signal), desk);

  const hasField = asked.parts.some(({ fields }) => fields.length > 0);
  if (asked.outline && asked.form === "fact" && !hasField)
    return outlineOf(caller, question, asked.outline, desk);

  const rows = await rowsOf(caller, question, desk);
  if (rows) return rows;
  const isMany = asked.form === "list" || asked.form === "count" || asked.form === "sum";
  const chosen = isMany ? resolved.documents : await chosenOf(caller, question);
  const subjects = await subjectsOf(caller, chosen);
  if (question.isAmongNamed) {
    const which = composeWhich(asked, subjects, desk);
    if (which) return which;
  }
  if (isMany) return manyOf(question, await stating(caller, question, subjects), desk);
  if (asked.form === "comparison")
    return resolved.unexplained.length === 0 ? composeComparison(asked, subjects, desk) : null;
  if (subjects.length === 0 || subjects.length > MOST_SUBJECTS) return null;

  if (asked.form === "summary") {
    const [subject] = subjects;
    const isWhole = resolved.unexplained.length === 0 && subjects.length === 1;
    return subject && isWhole
      ? composeSummary(asked, subject, await statementsOf(caller, [subject]), desk)
      : null;
  }
  if (asked.asksWhoSigned && resolved.unexplained.length === 0)
    return composeSignatories(
      asked,
      await subjectsOf(caller, resolved.documents.slice(0, MOST_READ)),
      desk,
    );
  if (resolved.unexplained.length > 0)
    return composePart(asked, resolved.unexplained, subjects, desk);
  const [one] = subjects;
  const isPlain = asked.parts.every(({ fields }) => fields.length === 0);
  if (one && asked.order && isPlain && subjects.length === 1)
    return composeOrdered(asked, one, desk);
  return composeFact(asked, subjects, desk);
}

/** Of "Who is it for, and how much is it?" the second question may be answered by facts though words of the first are left open. */
async function composePart(
  asked: Asked,
  unexplained: readonly string[],
  subjects: readonly Subject[],
  desk: Desk,
): Promise<Draft | null> {
  const isOpen = (text: string) => wordsOf(text).some((word) => unexplained.includes(word));
  if (asked.parts.length < 2) return null;
  const parts = asked.parts.map((part) => (isOpen(part.text) ? { ...part, fields: [] } : part));
  return parts.some(({ fields }) => fields.length > 0)
    ? composeFact({ ...asked, parts }, subjects, desk)
    : null;
}

/** Decisions and tasks are looked for in the meetings that the question names, else in all of them. */
async function outlineOf(
  caller: Caller,
  { asked, resolved, documents, isChosen }: ReadQuestion,
  part: OutlinePart,
  desk: Desk,
): Promise<Draft | null> {
  const isMeeting = ({ type }: NamedDocument) =>
    type === "meeting minutes" || type === "meeting transcript";
  const named = resolved.documents.filter(isMeeting);
  const isNamed = named.length > 0;
  const meetings = isNamed ? named : isChosen ? resolved.documents : documents.filter(isMeeting);
  const words = isNamed ? resolved.unexplained : openWords(asked);
  const subjects = narrowed(
    { ...asked, parts: [] },
    await subjectsOf(caller, meetings.slice(0, MOST_SUBJECTS)),
    [],
  );
  const newest = subjects.sort((a, b) => b.day.localeCompare(a.day)).slice(0, MOST_READ);
  const understood = await statementsOf(caller, newest);
  return composeOutline(asked, part, { subjects: newest, understood, words }, desk);
}

/** Rows of the table files that the question names answer what it asks of their columns. */
async function rowsOf(
  caller: Caller,
  { asked, resolved }: ReadQuestion,
  desk: Desk,
): Promise<Draft | null> {
  const files = resolved.documents.filter(({ type }) => type === "spreadsheet");
  if (!resolved.isNamed || files.length === 0 || files.length > MOST_FILES) return null;
  for (const subject of await subjectsOf(caller, files)) {
    const model = await findParsedDocument(caller, { id: subject.id });
    const draft = composeRows(asked, resolved.unexplained, { subject, model }, desk);
    if (draft) return draft;
  }
  return null;
}

/** "Agreements governed by New York law" are those whose fact says so, rather than those that mention New York. */
async function stating(
  caller: Caller,
  { asked, documents, isChosen }: ReadQuestion,
  subjects: readonly Subject[],
): Promise<readonly Subject[]> {
  const fields = asked.parts.flatMap((part) => part.fields.map(({ name }) => name));
  const words = openWords(asked);
  if (fields.length === 0 || words.length === 0 || isChosen) return subjects;
  const types = asked.types.flatMap((mention) => mention.types);
  const all = await subjectsOf(
    caller,
    documents.filter(({ type }) => types.includes(type ?? "")),
  );
  const said = statesWords(asked, all, words);
  const isDoing = asked.parts.some((part) =>
    part.fields.some((field) => field.words.some((word) => doing.test(word))),
  );
  // Those that only mention somebody are not those that they sent.
  return said.length > 0 || (isDoing && types.length > 0) ? said : subjects;
}

function manyOf(
  { asked, resolved }: ReadQuestion,
  subjects: readonly Subject[],
  desk: Desk,
): Promise<Draft | null> {
  const isStated = statesWords(asked, subjects, openWords(asked)).length === subjects.length;
  // "The four invoices for the move" says how many it means, whatever they are called.
  const isCounted = saysCount(asked.question, subjects.length);
  const left = narrowed(asked, subjects, isStated || isCounted ? [] : resolved.unexplained);

  const newest = [...left].sort((a, b) => b.day.localeCompare(a.day));
  return composeMany(asked, newest, desk);
}

/** One document, or the newest of those that are meant, with the amendments of each. */
async function chosenOf(
  caller: Caller,
  { asked, resolved, documents }: ReadQuestion,
): Promise<NamedDocument[]> {
  const meant = resolved.documents;
  if (meant.length === 0 || meant.length > MOST_SUBJECTS) return [];
  if (asked.form === "comparison") return meant;
  const subjects =
    asked.days || (asked.order && !asked.outline) ? await subjectsOf(caller, meant) : null;
  if (subjects) {
    // Documents of another year or month are no answer.
    const { days } = asked;
    const dated = days ? subjects.filter((subject) => isDatedWithin(subject, days)) : subjects;
    const sorted = statingDays(dated).sort((a, b) => a.day.localeCompare(b.day));
    const one =
      asked.order === "earliest" ? sorted[0] : asked.order === "latest" ? sorted.at(-1) : null;
    return one ? [one] : sorted;
  }
  const isOne = numberAsked(asked) !== null;
  if (asked.form === "summary" || asked.outline || isOne) return meant;
  return withAmendments(caller, meant, documents);
}

async function withAmendments(
  caller: Caller,
  meant: readonly NamedDocument[],
  documents: readonly NamedDocument[],
) {
  const amendments = documents.filter(
    ({ type, id }) => type === "amendment" && !meant.some((each) => each.id === id),
  );
  if (amendments.length === 0 || amendments.length > MOST_SUBJECTS || meant.length > 5)
    return [...meant];
  const facts = await findFacts(caller, { ids: [...meant, ...amendments].map(({ id }) => id) });
  const factsOf = (id: string) => facts.filter(({ documentId }) => documentId === id);
  const more = amendments.filter((each) =>
    meant.some((document) => amends(each, document, factsOf)),
  );
  return [...meant, ...more];
}

async function subjectsOf(caller: Caller, documents: readonly NamedDocument[]): Promise<Subject[]> {
  if (documents.length === 0) return [];
  const facts = await findFacts(caller, { ids: documents.map(({ id }) => id) });
  const byDocument = Map.groupBy(facts, ({ documentId }) => documentId);
  return documents.map((document) => {
    const own = byDocument.get(document.id) ?? [];
    const title = readable(document.title);
    return { ...document, title, facts: own, day: dayOf(document, own) };
  });
}

/** The words that documents have to mention: all of the question that are no common words and say no form. */
function wordsMentioned({ question }: Asked): string[] {
  return [...new Set(wordsOf(question))].filter((word) => !isCommon(word) && !saysMentioning(word));
}

function statementsOf(caller: Caller, subjects: readonly Subject[]) {
  return findStatements(caller, { ids: subjects.map(({ id }) => id) });
}
