import { findParsedDocument } from "../content/find-parsed-document";
import type { Caller } from "../operation/caller";
import { stream } from "../operation/stream";
import { findPassages } from "../search/find-passages";
import { prove } from "../understanding/contract/statements";
import { AnswerItem, type Citation } from "./contract/answer";
import { Question } from "./contract/question";

/** The most passages that an answer uses. */
const READ = 10;
const NEAR_MISSES = 3;

type Passages = Awaited<ReturnType<typeof findPassages>>["items"];

/**
 * Yields an answer from documents that the actor may see, as the model writes it, then its citations. If no answer is found, says so with
 * the nearest passages.
 */
export const askQuestion = stream("answers.ask-question", {
  title: "Ask a question",
  permission: "document.ask",
  input: Question,
  output: AnswerItem,
  doors: ["web", "rest"],
  uses: ["ai"],

  async *handle({ caller, ai, signal }, { question, scope }) {
    const { projectId, documentId } = scope;
    const within = { ...(projectId && { projectId }), ...(documentId && { documentId }) };
    const { items } = await findPassages(caller, { q: question, ...within, limit: READ }, signal);
    const passages = items.map(({ document, passage }, index) => ({
      n: index + 1,
      documentId: document.id,
      title: document.title,
      text: passage.text,
      headingPath: passage.headingPath,
    }));

    for await (const event of ai.answer({ question, passages }, signal)) {
      if (event.kind === "text") {
        yield event;
        continue;
      }
      const citations = await Promise.all(
        event.citations.map(({ n, passage, span }) => cite(caller, items[passage - 1], n, span)),
      );
      yield {
        kind: "done" as const,
        found: event.found,
        citations: citations.flat(),
        table: null,
        understood: null,
        sent: event.sent,
        nearMisses: event.found ? [] : items.slice(0, NEAR_MISSES).map(toNearMiss),
        producedBy: { fallbackReason: null, ...event.producedBy },
        cost: event.cost,
      };
    }
  },
});

async function cite(
  caller: Caller,
  item: Passages[number] | undefined,
  n: number,
  span: [number, number],
): Promise<Citation[]> {
  if (!item) return [];
  const { document, passage } = item;
  const model = await findParsedDocument(caller, { id: document.id });
  const [start] = passage.span;
  return prove(model, [start + span[0], start + span[1]]).map((evidence) => ({
    ...evidence,
    n,
    documentId: document.id,
    title: document.title,
    page: passage.page,
  }));
}

function toNearMiss({ document, passage }: Passages[number]) {
  const { text, page, span, at } = passage;
  return { documentId: document.id, title: document.title, text, page, span, at };
}
