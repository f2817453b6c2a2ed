import type { Ai } from "@besunny/ai/ai";
import type { z } from "zod";
import { findParsedDocument } from "../../content/find-parsed-document";
import type { Caller } from "../../operation/caller";
import { findInstructions } from "../../projects/find-instructions";
import { findBarred } from "../../redaction/find-barred";
import { prove } from "../../understanding/contract/statements";
import type { Answered, Done } from "../compose/done";
import { quote } from "../compose/field-phrases";
import { phrases } from "../compose/phrases";
import type { AnswerItem, Citation } from "../contract/answer";
import { namesIn } from "../question/names";
import { isOfPeriod, namesPeriod } from "../question/periods";
import type { ReadQuestion } from "./about-documents";
import { askTables } from "./ask-tables";
import { holdNames, speakOfField } from "./names-held";
import { type FoundText, namedOf, scopeOf, search } from "./passages-for";
import { understoodOf } from "./read-question";

/** The most passages that an answer uses. */
export const READ = 10;
const NEAR_MISSES = 3;
const MOST_ABOUT = 12;

type Tools = {
  caller: Caller;
  ai: Pick<Ai, "answer" | "readTables">;
  signal: AbortSignal | undefined;
};
type Item = z.input<typeof AnswerItem>;

/**
 * Yields an answer read from passages: of the documents that the question names first, then of all. `begun` is what facts have answered of it.
 */
export async function* askPassages(
  tools: Tools,
  question: ReadQuestion,
  begun: Answered | null,
): AsyncGenerator<Item> {
  const open = begun ? begun.rest.join(" ") : question.asked.question;
  // The rest of a question is asked of the documents that answered its beginning.
  const named = begun
    ? { documentIds: [...new Set(begun.done.citations.map(({ documentId }) => documentId))] }
    : namedOf(question);
  const tries = named.documentIds
    ? [named, ...(question.isChosen || begun ? [] : [{}])]
    : [...aboutOf(question), {}];
  let misses: readonly FoundText[] = [];
  for (const [at, filter] of tries.entries()) {
    const within = { ...scopeOf(question), ...filter };
    const passages = await nearest(tools, question, open, within);
    misses = misses.length > 0 ? misses : passages;
    const cells = begun ? null : await askTables(tools, question, open, passages);
    if (cells) {
      yield { kind: "text", text: cells.text, read: cells.done.read };
      yield cells.done;
      return;
    }
    const isLive = at === tries.length - 1 && !begun;
    const answer = yield* readAnswer(tools, question, { open, passages, within, isLive });
    if (answer.done.found || isLive) {
      yield* withFacts(answer, begun, question, misses);
      return;
    }
  }
  if (begun) yield* withFacts(null, begun, question, misses);
}

/** The documents that the conversation was about, as a filter. */
function aboutOf({ about }: ReadQuestion): { documentIds: string[] }[] {
  const ids = about.slice(0, MOST_ABOUT).map(({ id }) => id);
  return ids.length > 0 ? [{ documentIds: ids }] : [];
}

/** The passages nearest to a question, and by turns those nearest to it with the question that it goes on from. */
async function nearest(
  { caller, signal }: Tools,
  { context }: ReadQuestion,
  open: string,
  within: Reading["within"],
): Promise<FoundText[]> {
  const own = await search(caller, open, within, READ, signal);
  if (!(context && within.documentIds)) return own;
  const withContext = await search(caller, `${open} ${context}`, within, READ, signal);
  const both = own.flatMap((passage, at) => [passage, ...withContext.slice(at, at + 1)]);
  const all = [...both, ...withContext.slice(own.length)];
  const keyed = new Map(
    all.toReversed().map((each) => [`${each.documentId}/${each.number}`, each]),
  );
  return [...keyed.values()].toReversed().slice(0, READ);
}

/** An answer from passages. Live text was yielded as it came; other text is held back until it is known whether there is an answer. */
type Read = { texts: string[]; done: Done; isYielded: boolean };

type Reading = {
  open: string;
  passages: readonly FoundText[];
  within: Parameters<typeof search>[2];
  isLive: boolean;
};

async function* readAnswer(
  { caller, ai, signal }: Tools,
  question: ReadQuestion,
  { open, passages, within, isLive }: Reading,
): AsyncGenerator<Item, Read> {
  const held: FoundText[] = [...passages];
  const texts: string[] = [];
  // An answer about a period or a name is shown once it is known to be about it.
  const isStreamed = isLive && !namesPeriod(open) && namesIn(open, question.asked).length === 0;
  const { projectId } = question.scope;
  const instructions = projectId ? await findInstructions(caller, { id: projectId }) : null;
  const input = {
    ...(instructions && { instructions }),
    question: open,
    passages: await numbered(caller, passages, 0),
    history: question.history.map(({ question: said, answer }) => ({ question: said, answer })),
    retrieve: async (other: string, stop?: AbortSignal) => {
      const more = await search(caller, other, within, READ, stop);
      const from = held.length;
      held.push(...more);
      return numbered(caller, more, from);
    },
  };
  for await (const event of ai.answer(input, signal)) {
    const read = [...new Set(held.map(({ documentId }) => documentId))];
    if (event.kind === "text") {
      texts.push(event.text);
      if (isStreamed) yield { kind: "text", text: event.text, read };
      continue;
    }
    const cited = event.citations.map(({ n, passage, span }) =>
      cite(caller, held[passage - 1], n, span),
    );
    const quoted = event.citations.flatMap(({ passage }) => held[passage - 1] ?? []);
    const isAbout =
      event.sent !== null ||
      (isOfPeriod(open, quoted) &&
        speakOfField(question.asked, quoted) &&
        (await holdNames(
          caller,
          question,
          open,
          quoted.map(({ documentId }) => documentId),
        )));
    const found = event.found && isAbout;
    const done: Done = {
      kind: "done",
      found,
      citations: found ? (await Promise.all(cited)).flat() : [],
      table: null,
      understood: understoodOf(question, found ? "quotes" : "declined"),
      nearMisses: found ? [] : passages.slice(0, NEAR_MISSES).map(toNearMiss),
      read,
      sent: event.sent,
      producedBy: { fallbackReason: null, ...event.producedBy },
      cost: event.cost,
    };
    return { texts, done, isYielded: isStreamed && texts.length > 0 };
  }
  throw new Error("The model ended without a result");
}

/** Returns passages as the models are given them. Those of documents that are never sent are marked. */
export async function numbered(caller: Caller, passages: readonly FoundText[], from: number) {
  const ids = [...new Set(passages.map(({ documentId }) => documentId))];
  const barred = new Set(await findBarred(caller, { ids }));
  return passages.map(({ documentId, title, text, headingPath }, at) => ({
    n: from + at + 1,
    documentId,
    title,
    text,
    headingPath,
    ...(barred.has(documentId) && { mayLeave: false }),
  }));
}

/** Yields what facts answered, then what passages did, with the sources of both numbered on. */
async function* withFacts(
  answer: Read | null,
  begun: Answered | null,
  question: ReadQuestion,
  misses: readonly FoundText[],
): AsyncGenerator<Item> {
  if (!begun) {
    if (!answer) return;
    const text = answer.done.found ? answer.texts.join("") : declined(question);
    if (!answer.isYielded) yield { kind: "text", text, read: answer.done.read };
    yield answer.done;
    return;
  }
  yield { kind: "text", text: begun.text, read: begun.done.read };
  if (!answer?.done.found) {
    yield { kind: "text", text: ` ${declined(question)}` };
    yield { ...begun.done, nearMisses: misses.slice(0, NEAR_MISSES).map(toNearMiss) };
    return;
  }
  const first = begun.done.citations.length;
  const renumbered = answer.texts
    .join("")
    .replaceAll(/\[(\d+)\]/g, (_, n: string) => `[${Number(n) + first}]`);
  yield { kind: "text", text: ` ${renumbered}`, read: answer.done.read };
  yield {
    ...answer.done,
    table: begun.done.table,
    understood: begun.done.understood ?? null,
    citations: [
      ...begun.done.citations,
      ...answer.done.citations.map((citation) => ({ ...citation, n: citation.n + first })),
    ],
    read: [...new Set([...(begun.done.read ?? []), ...(answer.done.read ?? [])])],
  };
}

function declined({ asked, resolved, scope, isChosen }: ReadQuestion): string {
  const { language } = asked;
  const only =
    resolved.isNamed && isChosen && resolved.documents.length === 1 ? resolved.documents[0] : null;
  const sentence = phrases.declined(only ? quote(only.title, language) : null, language);
  const isNarrow = Boolean(scope.projectId || scope.documentId || scope.documentIds || scope.query);
  return isNarrow ? `${sentence} ${phrases.widen(language)}` : sentence;
}

async function cite(
  caller: Caller,
  passage: FoundText | undefined,
  n: number,
  span: [number, number],
): Promise<Citation[]> {
  if (!passage) return [];
  const { documentId, title, start, page } = passage;
  const model = await findParsedDocument(caller, { id: documentId });
  return prove(model, [start + span[0], start + span[1]]).map((evidence) => ({
    ...evidence,
    n,
    documentId,
    title,
    page,
  }));
}

function toNearMiss({ documentId, title, text, page, start, at }: FoundText) {
  return {
    documentId,
    title,
    text,
    page,
    span: [start, start + text.length] as [number, number],
    at,
  };
}
