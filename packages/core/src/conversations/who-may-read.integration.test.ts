import type { AnswerEvent, AnswerInput } from "@besunny/ai/ai";
import { afterAll, expect, test } from "vitest";

import { aColleague, aContext } from "../../test/contexts";
import { anIndex, aReadyDocument, aRestrictedProject, wordVectors } from "../../test/documents";
import type { WorkspaceContext } from "../context";
import { deleteDocuments } from "../documents/delete-documents";
import { restoreDocuments } from "../documents/restore-documents";
import { trashDocuments } from "../documents/trash-documents";
import { askInConversation } from "./ask-in-conversation";
import { changeConversation } from "./change-conversation";
import { getConversation } from "./get-conversation";
import { listConversations } from "./list-conversations";
import { rateAnswer } from "./rate-answer";
import { recordQuestion } from "./record-question";
import { startConversation } from "./start-conversation";

const { index, close } = await anIndex();
afterAll(close);

const secretText = "The director earns ninety thousand a year.";
const openText = "The tenant pays the rent on the first Monday.";
const cost = { inputTokens: 0, outputTokens: 0, microUsd: 0 };

/** Quotes the first passage in full, as local models do, or is sure of nothing. */
const quoting = (kind: "local" | "openai", isFound = true) => ({
  ...wordVectors,
  async *answer(input: AnswerInput): AsyncGenerator<AnswerEvent> {
    const [first] = input.passages;
    const quote = first?.text ?? "";
    const found = isFound && first !== undefined;
    yield { kind: "text", text: found ? `${quote} [1]` : "The documents do not say." };
    const citation = { n: 1, passage: 1, quote, span: [0, quote.length] as [number, number] };
    yield {
      kind: "done",
      found,
      citations: found ? [citation] : [],
      sent: null,
      producedBy: { kind, model: "a-test", release: "1" },
      cost,
    };
  },
});
const local = { index, ai: quoting("local") };

async function ask(ctx: WorkspaceContext, id: string, question: string) {
  for await (const _ of askInConversation(ctx, { id, question }));
  return (await getConversation(ctx, { id })).turns.at(-1);
}

/** A shared conversation about a document in a restricted project, then about an open one. */
async function aSharedThread() {
  const people = await aRestrictedProject(local);
  const { project, admin, insider } = people;
  const secret = await aReadyDocument(admin, secretText, {
    title: "Salaries",
    projectIds: [project.id],
  });
  const open = await aReadyDocument(insider, openText);
  const { id } = await startConversation(insider, { scope: { documentId: secret.id } });
  const first = await ask(insider, id, "How much does the director earn?");
  await changeConversation(insider, { id, isShared: true, scope: { documentId: open.id } });
  await ask(insider, id, "Who pays the rent?");
  return { ...people, id, turnId: first?.id ?? "", secret, open };
}

const everyWordFor = async (ctx: WorkspaceContext, id: string) =>
  JSON.stringify([
    await getConversation(ctx, { id }),
    await listConversations(ctx, { of: "others" }),
    await listConversations(ctx, { of: "others", q: "director" }),
    await listConversations(ctx, { of: "others", q: "ninety" }),
  ]);

test("a reader gets no word of an answer from a document that they may not see", async () => {
  const { outsider, admin, id, secret, open } = await aSharedThread();

  expect(await getConversation(outsider, { id })).toMatchObject({
    title: null,
    isMine: false,
    scope: {},
    turns: [
      { question: null, text: "", outcome: null, hidden: { unseenDocuments: 1, citations: [] } },
      { question: "Who pays the rent?", outcome: { citations: [{ documentId: open.id }] } },
    ],
  });
  const words = await everyWordFor(outsider, id);
  for (const word of ["director", "ninety", "earn", secret.title])
    expect(words).not.toContain(word);
  expect((await listConversations(outsider, { of: "others", q: "tenant" })).items).toHaveLength(1);
  expect((await listConversations(outsider, { of: "others", q: "ninety" })).items).toEqual([]);
  expect((await getConversation(admin, { id })).turns).toMatchObject([
    { question: "How much does the director earn?", hidden: null },
    { hidden: null },
  ]);
});

test("a reader cannot rate an answer that is hidden, and may rate one that is not", async () => {
  const { outsider, id, turnId } = await aSharedThread();
  const open = (await getConversation(outsider, { id })).turns.at(-1)?.id ?? "";

  await expect(rateAnswer(outsider, { id, turnId, isHelpful: true })).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
  expect(await rateAnswer(outsider, { id, turnId: open, isHelpful: true })).toMatchObject({
    rating: { isHelpful: true },
  });
});

test("who lost the right to a document reads their own old answer no more, and passes it to no model", async () => {
  const { insider, id } = await aSharedThread();
  const after = { ...insider, actor: { ...insider.actor, projects: [] } };

  const { turns } = await getConversation(after, { id });
  expect(turns).toMatchObject([
    { question: "How much does the director earn?", text: "", outcome: null },
    { hidden: null },
  ]);
  expect((await listConversations(after, { q: "ninety" })).items).toEqual([]);
  expect((await listConversations(insider, { q: "ninety" })).items).toHaveLength(1);
  const { history } = await recordQuestion(after, { id, question: "And when?" });
  expect(history.map(({ question }) => question)).toEqual(["Who pays the rent?"]);
});

test("an answer is hidden while its document is in the trash, and forgotten when it is deleted", async () => {
  const admin = await aContext({ ...local, role: "admin" });
  const document = await aReadyDocument(admin, secretText);
  const { id } = await startConversation(admin, {});
  await ask(admin, id, "How much does the director earn?");
  const textNow = async () => (await getConversation(admin, { id })).turns[0]?.text;

  await trashDocuments(admin, { ids: [document.id] });
  expect(await textNow()).toBe("");
  await restoreDocuments(admin, { ids: [document.id] });
  expect(await textNow()).toContain("ninety");
  await trashDocuments(admin, { ids: [document.id] });
  await deleteDocuments(admin, { ids: [document.id] });

  const scope = { workspaceId: admin.workspaceId, principals: ["all"] };
  const rows = await admin.db.read(scope, ({ conversationTurns }) =>
    conversationTurns.list(id, admin.actor.id),
  );
  expect(rows).toMatchObject([{ text: "", outcome: null }]);
  expect(JSON.stringify(rows)).not.toContain("ninety");
});

test("what came near is shown to whoever may see its document, and forgotten with it", async () => {
  const { insider, outsider, admin, project } = await aRestrictedProject({
    index,
    ai: quoting("local", false),
  });
  const secret = await aReadyDocument(insider, secretText, { projectIds: [project.id] });
  const { id } = await startConversation(insider, {});
  await ask(insider, id, "How old is the director?");
  await changeConversation(insider, { id, isShared: true });
  const near = async (ctx: WorkspaceContext) =>
    (await getConversation(ctx, { id })).turns[0]?.outcome?.nearMisses.map(
      ({ documentId }) => documentId,
    );

  expect(await near(insider)).toEqual([secret.id]);
  expect(await near(outsider)).toEqual([]);
  await trashDocuments(admin, { ids: [secret.id] });
  await deleteDocuments(admin, { ids: [secret.id] });
  const scope = { workspaceId: admin.workspaceId, principals: ["all"] };
  const rows = await admin.db.read(scope, ({ conversationTurns }) =>
    conversationTurns.list(id, insider.actor.id),
  );
  expect(JSON.stringify(rows)).not.toContain("ninety");
});

test("an answer of a hosted model rests on the documents of the turns before it too", async () => {
  const hosted = { index, ai: quoting("openai") };
  const { project, insider } = await aRestrictedProject(hosted);
  const secret = await aReadyDocument(insider, secretText, { projectIds: [project.id] });
  const open = await aReadyDocument(insider, openText);
  const { id } = await startConversation(insider, { scope: { documentId: secret.id } });
  await ask(insider, id, "How much does the director earn?");
  await changeConversation(insider, { id, isShared: true, scope: { documentId: open.id } });
  await ask(insider, id, "Who pays the rent?");
  const outsider = await aColleague(insider);
  const reader = { ...outsider, actor: { ...outsider.actor, projects: [] } };

  const { turns } = await getConversation(reader, { id });
  expect(turns.map(({ hidden }) => hidden?.unseenDocuments)).toEqual([1, 1]);
});
