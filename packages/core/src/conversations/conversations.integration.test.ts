import type { AnswerEvent, AnswerInput } from "@besunny/ai/ai";
import { afterAll, describe, expect, test } from "vitest";

import { aColleague, aContext, aPlatformContext, auditOf, database } from "../../test/contexts";
import { anIndex, aReadyDocument, wordVectors } from "../../test/documents";
import type { WorkspaceContext } from "../context";
import { trashDocuments } from "../documents/trash-documents";
import { getOwnData } from "../members/own/get-own-data";
import { removeMember } from "../members/remove-member";
import { getSearchQuality } from "../platform/search/get-search-quality";
import { askInConversation } from "./ask-in-conversation";
import { changeConversation } from "./change-conversation";
import { deleteConversation } from "./delete-conversation";
import { getConversation } from "./get-conversation";
import { listConversations } from "./list-conversations";
import { rateAnswer } from "./rate-answer";
import { recordQuestion } from "./record-question";
import { startConversation } from "./start-conversation";

const { index, close } = await anIndex();
afterAll(close);

const text = "The tenant pays the rent on the first Monday of the month.";
const producedBy = { kind: "local" as const, model: "a-test", release: "1" };
const cost = { inputTokens: 0, outputTokens: 0, microUsd: 0 };
const inputs: AnswerInput[] = [];
const ai = {
  ...wordVectors,
  async *answer(input: AnswerInput): AsyncGenerator<AnswerEvent> {
    inputs.push(input);
    yield { kind: "text", text: "The tenant " };
    yield { kind: "text", text: "pays [1]." };
    const citations = [{ n: 1, passage: 1, quote: "tenant", span: [4, 10] as [number, number] }];
    yield { kind: "done", found: true, citations, sent: null, producedBy, cost };
  },
};

type Asked = Omit<Parameters<typeof askInConversation>[1], "id">;
type Ctx = WorkspaceContext & { actor: { kind: "user"; id: string } };

const aPerson = () => aContext({ index, ai });

async function ask(ctx: WorkspaceContext, id: string, asked: Asked) {
  const items = [];
  for await (const item of askInConversation(ctx, { id, ...asked })) items.push(item);
  const [first] = items;
  if (first?.kind !== "asked") throw new Error("The turn comes first");
  return { items, turnId: first.turnId };
}

/** A conversation of one question about one document. */
async function aThread(ctx: Ctx, question = "Who pays the rent?") {
  const document = await aReadyDocument(ctx, text);
  const { id } = await startConversation(ctx, {});
  const { turnId } = await ask(ctx, id, { question });
  return { id, turnId, documentId: document.id };
}

const titlesOf = async (ctx: WorkspaceContext, input: Parameters<typeof listConversations>[1]) =>
  (await listConversations(ctx, input)).items.map(({ title }) => title);

describe("a conversation", () => {
  test("is in its owner's own data, without answers from documents that they no longer see", async () => {
    const ctx = await aPerson();
    const { documentId } = await aThread(ctx);
    const turns = async () =>
      (await getOwnData(ctx, {})).tables
        .find(({ name }) => name === "conversations")
        ?.rows.map(({ turns }) => turns);

    expect(await turns()).toMatchObject([
      [{ question: "Who pays the rent?", text: "The tenant pays [1]." }],
    ]);
    await trashDocuments(ctx, { ids: [documentId] });
    expect(await turns()).toMatchObject([[{ question: "Who pays the rent?", text: null }]]);
  });

  test("keeps the question, the answer and its citations, and is called after its first question", async () => {
    const ctx = await aPerson();
    const { id, turnId, documentId } = await aThread(ctx);

    expect(await getConversation(ctx, { id })).toMatchObject({
      id,
      title: "Who pays the rent?",
      isMine: true,
      isShared: false,
      turnCount: 1,
      turns: [
        {
          id: turnId,
          parentId: null,
          question: "Who pays the rent?",
          state: "done",
          text: "The tenant pays [1].",
          outcome: { found: true, citations: [{ n: 1, documentId, quote: "tenant" }] },
          hidden: null,
          rating: null,
        },
      ],
    });
  });

  test("keeps every version of a question that is asked again, with what followed", async () => {
    const ctx = await aPerson();
    const { id, turnId: first } = await aThread(ctx);
    const second = await ask(ctx, id, { question: "And on which day?" });
    const reworded = await ask(ctx, id, { question: "Who owes the rent?", insteadOf: first });
    const third = await ask(ctx, id, { question: "And how much?", after: reworded.turnId });

    const { turns } = await getConversation(ctx, { id });
    expect(turns.map((turn) => [turn.id, turn.parentId])).toEqual([
      [first, null],
      [second.turnId, first],
      [reworded.turnId, null],
      [third.turnId, reworded.turnId],
    ]);
  });

  test("moves to the top of the list when it is used, and is found by its words", async () => {
    const ctx = await aPerson();
    const { id } = await aThread(ctx, "Who pays the 100% rent?");
    await startConversation(ctx, { title: "Insurance" });
    expect(await titlesOf(ctx, {})).toEqual(["Insurance", "Who pays the 100% rent?"]);
    await ask(ctx, id, { question: "And when?" });

    expect(await titlesOf(ctx, {})).toEqual(["Who pays the 100% rent?", "Insurance"]);
    expect(await titlesOf(ctx, { q: "insur" })).toEqual(["Insurance"]);
    expect(await titlesOf(ctx, { q: "tenant PAYS" })).toEqual(["Who pays the 100% rent?"]);
    expect(await titlesOf(ctx, { q: "100%" })).toEqual(["Who pays the 100% rent?"]);
    expect(await titlesOf(ctx, { q: "1%0" })).toEqual([]);
  });

  test("pages through the list without a gap", async () => {
    const ctx = await aPerson();
    for (const title of ["One", "Two", "Three"]) await startConversation(ctx, { title });
    const first = await listConversations(ctx, { limit: 2 });
    const second = await listConversations(ctx, { limit: 2, cursor: first.nextCursor });

    expect([...first.items, ...second.items].map(({ title }) => title)).toEqual([
      "Three",
      "Two",
      "One",
    ]);
    expect(second.nextCursor).toBeNull();
  });

  test("is renamed, and asks of other documents from then on", async () => {
    const ctx = await aPerson();
    const { id, documentId } = await aThread(ctx);
    const elsewhere = await aReadyDocument(ctx, `Elsewhere. ${text}`);
    await changeConversation(ctx, { id, title: "Rent", scope: { documentId: elsewhere.id } });
    inputs.splice(0);
    await ask(ctx, id, { question: "Who pays the rent?" });

    expect(await titlesOf(ctx, {})).toEqual(["Rent"]);
    const asked = inputs.flatMap(({ passages }) => passages.map((each) => each.documentId));
    expect(new Set(asked)).toEqual(new Set([elsewhere.id]));
    expect(asked).not.toContain(documentId);
  });

  test("is gone when it is deleted, from every table and without a word in the audit log", async () => {
    const ctx = await aPerson();
    const { id, turnId } = await aThread(ctx, "Who pays the zebra?");
    await changeConversation(ctx, { id, title: "About the zebra" });
    await rateAnswer(ctx, { id, turnId, isHelpful: false, note: "No zebra" });

    await deleteConversation(ctx, { id });

    await expect(getConversation(ctx, { id })).rejects.toMatchObject({ code: "NOT_FOUND" });
    const scope = { workspaceId: ctx.workspaceId, principals: ["all"] };
    const left = await database.read(scope, ({ conversationTurns }) =>
      conversationTurns.list(id, ctx.actor.id),
    );
    expect(left).toEqual([]);
    expect(JSON.stringify(await auditOf(ctx))).not.toContain("zebra");
  });
});

describe("an answer", () => {
  const answering = (answer: typeof ai.answer) => ({ ...wordVectors, answer });

  test("that is stopped ends as stopped, and one that breaks as failed", async () => {
    const ctx = await aPerson();
    await aReadyDocument(ctx, text);
    const { id } = await startConversation(ctx, {});
    const stopping = new AbortController();
    const items = askInConversation(ctx, { id, question: "Who pays?" }, stopping.signal);
    await items.next();
    await items.next();
    stopping.abort();
    await items.return(undefined);
    const broken = answering(async function* () {
      yield { kind: "text" as const, text: "The " };
      throw new Error("The model is gone");
    });
    const breaking = { ...ctx, ai: { ...ctx.ai, ...broken } };
    await expect(ask(breaking, id, { question: "And when?" })).rejects.toThrow("gone");

    const { turns } = await getConversation(ctx, { id });
    expect(turns.map(({ state, outcome }) => [state, outcome])).toEqual([
      ["stopped", null],
      ["failed", null],
    ]);
  });

  test("that lost its process is shown as stopped after a while", async () => {
    const ctx = await aPerson();
    const { id } = await startConversation(ctx, {});
    const scope = { workspaceId: ctx.workspaceId, principals: ["all"] };
    const createdAt = new Date(Date.now() - 60 * 60_000);
    await database.write(scope, ({ conversationTurns }) =>
      conversationTurns.create({
        conversationId: id,
        parentId: null,
        question: "Who pays?",
        documentIds: [],
        createdAt,
      }),
    );

    expect((await getConversation(ctx, { id })).turns).toMatchObject([{ state: "stopped" }]);
  });

  test("is rated with reasons and a note, again, and not at all", async () => {
    const ctx = await aPerson();
    const { id, turnId } = await aThread(ctx);
    const ratingOf = async () => (await getConversation(ctx, { id })).turns[0]?.rating;

    await rateAnswer(ctx, { id, turnId, isHelpful: true });
    expect(await ratingOf()).toEqual({ isHelpful: true, reasons: [], note: "" });
    const bad = { isHelpful: false, reasons: ["outdated" as const], note: "See the amendment" };
    await rateAnswer(ctx, { id, turnId, ...bad });
    expect(await ratingOf()).toEqual(bad);
    await rateAnswer(ctx, { id, turnId, isHelpful: null });
    expect(await ratingOf()).toBeNull();
  });

  test("counts its ratings for platform admins, without the notes", async () => {
    const ctx = await aPerson();
    const { workspaceId } = ctx;
    const { id, turnId } = await aThread(ctx);
    const { turnId: second } = await ask(ctx, id, { question: "When?" });
    await rateAnswer(ctx, { id, turnId, isHelpful: true });
    const reasons = ["outdated" as const, "unclear" as const];
    await rateAnswer(ctx, { id, turnId: second, isHelpful: false, reasons, note: "zeppelin" });

    const quality = await getSearchQuality(aPlatformContext(), { days: 1, workspaceId });

    expect(quality.ratings).toEqual({
      helpful: 1,
      unhelpful: 1,
      reasons: reasons.map((reason) => ({ reason, count: 1 })),
    });
    expect(JSON.stringify(quality)).not.toContain("zeppelin");
  });

  test("is asked for with the turns before it on its own path", async () => {
    const ctx = await aPerson();
    const { id, turnId, documentId } = await aThread(ctx);
    await ask(ctx, id, { question: "And on which day?" });
    const { turnId: after } = await ask(ctx, id, {
      question: "Who owes the rent?",
      insteadOf: turnId,
    });

    const recorded = await recordQuestion(ctx, { id, question: "And how much?", after });
    expect(recorded).toMatchObject({
      parentId: after,
      history: [{ question: "Who owes the rent?", documentIds: [documentId] }],
    });
  });
});

const changes: [string, (ctx: WorkspaceContext, id: string) => Promise<unknown>][] = [
  ["change", (ctx, id) => changeConversation(ctx, { id, title: "Mine" })],
  ["delete", (ctx, id) => deleteConversation(ctx, { id })],
  ["ask in", (ctx, id) => ask(ctx, id, { question: "Who pays?" })],
];

describe("nobody else may", () => {
  test.each(changes)("%s a conversation, shared or not", async (_, act) => {
    const ctx = await aPerson();
    const { id } = await aThread(ctx);
    const colleague = await aColleague(ctx, { role: "admin" });

    await expect(act(colleague, id)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await changeConversation(ctx, { id, isShared: true });
    await expect(act(colleague, id)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(act(await aPerson(), id)).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await getConversation(ctx, { id })).toMatchObject({ turnCount: 1 });
  });

  test("see a conversation that is not shared, an admin neither", async () => {
    const ctx = await aPerson();
    const { id, turnId } = await aThread(ctx);

    for (const other of [await aColleague(ctx, { role: "owner" }), await aPerson()]) {
      await expect(getConversation(other, { id })).rejects.toMatchObject({ code: "NOT_FOUND" });
      await expect(rateAnswer(other, { id, turnId, isHelpful: true })).rejects.toMatchObject({
        code: "NOT_FOUND",
      });
      for (const of of ["me", "others"] as const)
        expect(await titlesOf(other, { of, q: "rent" })).toEqual([]);
    }
  });

  test("keep a conversation of somebody who left", async () => {
    const ctx = await aPerson();
    const { id } = await aThread(ctx);
    await changeConversation(ctx, { id, isShared: true });
    const colleague = await aColleague(ctx);
    const owner = await aColleague(ctx, { role: "owner" });
    await removeMember(owner, { userId: ctx.actor.id });

    await expect(getConversation(colleague, { id })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});
