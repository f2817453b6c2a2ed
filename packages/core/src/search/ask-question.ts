import { z } from "zod";
import { findModel } from "../content/get-reading";
import { documentId, projectId } from "../ids";
import { stream } from "../operation/operation";
import { type Evidence, prove } from "../understanding/statements";
import { findPassages } from "./find-passages";

/** How many passages an answer may rest on. */
const READ = 10;
const NEAR_MISSES = 3;

type Passages = Awaited<ReturnType<typeof findPassages>>["items"];

export type Citation = Evidence & { n: number; documentId: string; title: string; page: number };

/** An answer from what the actor may see, as it is written, then its citations. What is not found is said, with what came near. */
export const askQuestion = stream({
  action: "document.ask",
  input: z.object({
    question: z.string().trim().min(2).max(2000),
    scope: z
      .object({ projectId: projectId.optional(), documentId: documentId.optional() })
      .default({}),
  }),

  async *run({ ctx, ai, signal }, { question, scope }) {
    const { items } = await findPassages(ctx, { q: question, ...scope, limit: READ }, signal);
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
        event.citations.map(({ n, span }) => cite(ctx, items[n - 1], n, span)),
      );
      yield {
        kind: "done" as const,
        found: event.found,
        citations: citations.flat(),
        nearMisses: event.found ? [] : items.slice(0, NEAR_MISSES).map(toNearMiss),
        producedBy: { fallbackReason: null, ...event.producedBy },
        cost: event.cost,
      };
    }
  },
});

async function cite(
  ctx: Parameters<typeof findModel>[0],
  item: Passages[number] | undefined,
  n: number,
  span: [number, number],
): Promise<Citation[]> {
  if (!item) return [];
  const { document, passage } = item;
  const model = await findModel(ctx, { id: document.id });
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
