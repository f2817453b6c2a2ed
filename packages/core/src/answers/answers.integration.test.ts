import type { AnswerEvent, AnswerInput } from "@besunny/ai/ai";
import { afterAll, describe, expect, test } from "vitest";

import { aContext } from "../../test/contexts";
import { anIndex, aReadyDocument, aRestrictedProject, wordVectors } from "../../test/documents";
import type { WorkspaceContext } from "../context";
import { askQuestion } from "./ask-question";

const { index, close } = await anIndex();
afterAll(close);

const searching = { index, ai: wordVectors };
const text = "The tenant pays the rent on the first Monday of the month.";

describe("askQuestion", () => {
  const producedBy = { kind: "local" as const, model: "a-test", release: "1" };
  const cost = { inputTokens: 0, outputTokens: 0, usd: 0 };
  const asked: AnswerInput[] = [];
  const answering = (found: boolean) => ({
    ...wordVectors,
    async *answer(input: AnswerInput): AsyncGenerator<AnswerEvent> {
      asked.push(input);
      yield { kind: "text", text: "The tenant [1]." };
      const citations = found
        ? [{ n: 1, passage: 1, quote: "tenant", span: [4, 10] as [number, number] }]
        : [];
      yield { kind: "done", found, citations, sent: null, producedBy, cost };
    },
  });
  async function ask(ctx: WorkspaceContext, found: boolean) {
    const ai = { ...ctx.ai, ...answering(found) };
    const told = [];
    for await (const each of askQuestion({ ...ctx, ai }, { question: "Who pays the rent?" }))
      told.push(each);
    return told;
  }

  test("gives the answer as it is written, then where each claim stands in the document", async () => {
    const ctx = await aContext(searching);
    const { id } = await aReadyDocument(ctx, text);

    expect(await ask(ctx, true)).toMatchObject([
      { kind: "text", text: "The tenant [1]." },
      {
        kind: "done",
        found: true,
        citations: [{ n: 1, documentId: id, quote: "tenant", span: [4, 10], isProven: true }],
        nearMisses: [],
      },
    ]);
  });

  test("says that nothing was found, with what came near", async () => {
    const ctx = await aContext(searching);
    const { id } = await aReadyDocument(ctx, text);

    expect((await ask(ctx, false)).at(-1)).toMatchObject({
      found: false,
      citations: [],
      nearMisses: [{ documentId: id, text }],
    });
  });

  test("hands no passage to the model that the asker may not see", async () => {
    const { project, insider, outsider } = await aRestrictedProject(searching);
    await aReadyDocument(insider, text, { projectIds: [project.id] });
    asked.splice(0);

    for (const stranger of [outsider, await aContext(searching)]) await ask(stranger, false);
    await ask(insider, true);

    expect(asked.map(({ passages }) => passages.length)).toEqual([0, 0, 1]);
  });
});
