import { anIndex, aReadyDocument, wordVectors } from "@besunny/core/test/documents";
import { afterAll, expect, test } from "vitest";

import { aKey, anApi, aPerson, rest } from "../../test/an-api";

const { index, close } = await anIndex();
afterAll(close);
const api = await anApi({
  index,
  ai: {
    ...wordVectors,
    async *answer() {
      yield { kind: "text" as const, text: "The tenant [1]." };
      yield {
        kind: "done" as const,
        found: true,
        citations: [{ n: 1, passage: 1, quote: "tenant", span: [4, 10] as [number, number] }],
        sent: null,
        producedBy: { kind: "local" as const, model: "a-test", release: "1" },
        cost: { inputTokens: 0, outputTokens: 0, microUsd: 0 },
      };
    },
  },
});

async function aProgram() {
  const { ctx, headers } = await aKey(api, await aPerson());
  const send = (method: string, path: string, body?: object) =>
    rest(api, path, { method, headers, ...(body && { body }) });
  return { ctx, send };
}

test("a program starts a conversation, asks, shares, rates and deletes it", async () => {
  const { ctx, send } = await aProgram();
  const { id: documentId } = await aReadyDocument(ctx, "The tenant pays the rent.");
  const started = await send("POST", "/conversations", { scope: { documentId } });
  const { id } = await started.json();

  expect(started.status).toBe(201);
  const asked = await send("POST", `/conversations/${id}/questions`, { question: "Who pays?" });
  const answer = await asked.json();
  expect(answer).toMatchObject({
    answer: "The tenant [1].",
    found: true,
    citations: [{ n: 1, documentId, boxes: [] }],
  });
  const rated = await send("PUT", `/conversations/${id}/questions/${answer.turnId}/rating`, {
    isHelpful: false,
    reasons: ["incomplete"],
  });
  expect(await rated.json()).toMatchObject({ rating: { reasons: ["incomplete"] } });
  const shared = await send("PATCH", `/conversations/${id}`, { title: "Rent", isShared: true });
  expect(await shared.json()).toMatchObject({ title: "Rent", isShared: true });
  expect(await (await send("GET", `/conversations/${id}`)).json()).toMatchObject({
    turns: [{ id: answer.turnId, question: "Who pays?", text: "The tenant [1]." }],
  });
  expect(await (await send("GET", "/conversations?q=tenant")).json()).toMatchObject({
    items: [{ id, title: "Rent", turnCount: 1 }],
  });

  expect((await send("DELETE", `/conversations/${id}`)).status).toBe(204);
  expect((await send("GET", `/conversations/${id}`)).status).toBe(404);
});

test("a streamed answer names its turn first", async () => {
  const { ctx, send } = await aProgram();
  await aReadyDocument(ctx, "The tenant pays the rent.");
  const { id } = await (await send("POST", "/conversations", {})).json();
  const body = { question: "Who pays?", stream: true };
  const events = await (await send("POST", `/conversations/${id}/questions`, body)).text();

  expect([...events.matchAll(/^event: (\w+)/gm)].map(([, name]) => name)).toEqual([
    "asked",
    "text",
    "done",
  ]);
});

test("it says which field of a body nobody knows, and finds nothing next door", async () => {
  const { send } = await aProgram();
  const wrong = await send("POST", "/conversations", { scope: { folder: "x" } });
  expect(await wrong.json()).toMatchObject({ code: "INVALID_INPUT" });
  const { id } = await (await send("POST", "/conversations", {})).json();

  const neighbour = await aProgram();
  expect((await neighbour.send("GET", `/conversations/${id}`)).status).toBe(404);
});
