import type { Ai } from "@besunny/ai/ai";
import type { z } from "zod";
import { findParsedDocument } from "../../content/find-parsed-document";
import type { Caller } from "../../operation/caller";
import { prove } from "../../understanding/contract/statements";
import type { Answered, Done } from "../compose/done";
import { phrases, quote } from "../compose/phrases";
import type { AnswerItem, Citation } from "../contract/answer";
import { type FoundText, namedOf, scopeOf, search } from "./passages-for";
import { type ReadQuestion, understoodOf } from "./read-question";

/** The most passages that an answer uses. */
const READ = 10;
const NEAR_MISSES = 3;

type Tools = { caller: Caller; ai: Pick<Ai, "answer">; signal: AbortSignal | undefined };
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
  // What is still open of a question is asked of the documents that answered the rest.
  const named = begun
    ? { documentIds: [...new Set(begun.done.citations.map(({ documentId }) => documentId))] }
    : namedOf(question);
  const tries = named.documentIds ? [named, ...(question.isChosen || begun ? [] : [{}])] : [{}];
  let misses: FoundText[] = [];
  for (const [at, filter] of tries.entries()) {
    const passages = await search(
      tools.caller,
      open,
      { ...scopeOf(question), ...filter },
      READ,
      tools.signal,
    );
    misses = misses.length > 0 ? misses : passages;
    const isLast = at === tries.length - 1;
    const answer = await answered(tools, open, passages, question, isLast && !begun);
    if (answer.done.found || (isLast && !begun)) {
      yield* withFacts(answer, begun, question, misses);
      return;
    }
  }
  if (begun) yield* withFacts(null, begun, question, misses);
}

type Read = { texts: string[]; done: Done; read: string[] };

/** Reads passages for an answer. Its text is held back until it is known whether there is one. */
async function answered(
  { caller, ai, signal }: Tools,
  open: string,
  passages: readonly FoundText[],
  question: ReadQuestion,
  _isLast: boolean,
): Promise<Read> {
  const texts: string[] = [];
  const given = passages.map((passage, at) => ({
    n: at + 1,
    documentId: passage.documentId,
    title: passage.title,
    text: passage.text,
    headingPath: passage.headingPath,
  }));
  const history = question.history.map(({ question: said, answer }) => ({
    question: said,
    answer,
  }));
  const read = [...new Set(passages.map(({ documentId }) => documentId))];
  for await (const event of ai.answer(
    { question: open, passages: given, ...(history.length > 0 && { history }) },
    signal,
  )) {
    if (event.kind === "text") {
      texts.push(event.text);
      continue;
    }
    const citations = await Promise.all(
      event.citations.map(({ n, passage, span }) => cite(caller, passages[passage - 1], n, span)),
    );
    const done: Done = {
      kind: "done",
      found: event.found,
      citations: citations.flat(),
      table: null,
      understood: understoodOf(question, event.found ? "quotes" : "declined"),
      nearMisses: event.found ? [] : passages.slice(0, NEAR_MISSES).map(toNearMiss),
      read,
      sent: event.sent,
      producedBy: { fallbackReason: null, ...event.producedBy },
      cost: event.cost,
    };
    return { texts, done, read };
  }
  throw new Error("The model ended without a result");
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
    if (!answer.done.found) yield { kind: "text", text: declined(question) };
    else for (const text of answer.texts) yield { kind: "text", text, read: answer.read };
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
  yield { kind: "text", text: ` ${renumbered}`, read: answer.read };
  yield {
    ...answer.done,
    table: begun.done.table,
    understood: begun.done.understood ?? null,
    citations: [
      ...begun.done.citations,
      ...answer.done.citations.map((citation) => ({ ...citation, n: citation.n + first })),
    ],
    read: [...new Set([...(begun.done.read ?? []), ...answer.read])],
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
