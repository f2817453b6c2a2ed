import type { Fact, Understanding } from "@besunny/ai/ai";
import { askQuestion } from "../src/answers/ask-question";
import type { WorkspaceContext } from "../src/context";
import { anUnderstanding, aReadyDocument, wordVectors } from "./documents";

/** A model that finds no answer in passages. */
export const silentAi = {
  ...wordVectors,
  async *answer() {
    yield {
      kind: "done" as const,
      found: false,
      citations: [],
      sent: null,
      producedBy: { kind: "local" as const, model: "a-test", release: "1" },
      cost: { inputTokens: 0, outputTokens: 0, microUsd: 0 },
    };
  },
};

export type Stated = Pick<Fact, "name" | "value" | "normalised"> &
  Partial<Fact> & { quote: string };
type Typed = {
  type: string;
  text: string;
  facts: Stated[];
  title?: string;
  projectIds?: string[];
};

/** A document of this text whose facts are where their quotes stand. */
export function aTyped(ctx: WorkspaceContext, { type, text, facts, ...given }: Typed) {
  const understood: Understanding = anUnderstanding({
    type: { name: type, confidence: 0.9, candidates: [], evidence: [] },
    facts: facts.map(({ quote, ...fact }) => ({
      confidence: 0.95,
      evidence: [[text.indexOf(quote), text.indexOf(quote) + quote.length]],
      ...fact,
    })),
  });
  return aReadyDocument(ctx, text, { ...given, understanding: understood });
}

/** Asks, and returns the last item with all of the text. */
export async function answerTo(
  ctx: WorkspaceContext,
  question: string,
  given: Partial<Parameters<typeof askQuestion>[1]> = {},
) {
  let text = "";
  for await (const item of askQuestion(ctx, { question, ...given })) {
    if (item.kind === "text") text += item.text;
    else return { text, ...item };
  }
  throw new Error("The answer broke off");
}

/** Asks questions one after the other, each with those before it, and returns the answers. */
export async function talk(ctx: WorkspaceContext, ...questions: string[]) {
  const answers: Awaited<ReturnType<typeof answerTo>>[] = [];
  const history: { question: string; answer: string; documentIds: string[] }[] = [];
  for (const question of questions) {
    const answer = await answerTo(ctx, question, { history });
    const { citations, table, text } = answer;
    const rows = (table?.rows ?? []).flatMap(({ documentId }) => documentId ?? []);
    const cited = citations.map(({ documentId }) => documentId);
    history.push({ question, answer: text, documentIds: [...new Set([...cited, ...rows])] });
    answers.push(answer);
  }
  return answers;
}
