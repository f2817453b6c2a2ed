import type { AnswerEvent, AnswerInput } from "@besunny/ai/ai";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { answerTo, silentAi } from "../../test/asking";
import { aColleague, aContext, inBackground } from "../../test/contexts";
import { anIndex, aReadyDocument, aRestrictedProject, wordVectors } from "../../test/documents";
import { aMeeting } from "../../test/meetings";
import { changeAction } from "../actions/change-action";
import { confirmAction } from "../actions/confirm-action";
import { createAction } from "../actions/create-action";
import { listActions } from "../actions/list-actions";
import type { WorkspaceContext } from "../context";
import { confirmDecision } from "../decisions/confirm-decision";
import { watchDocument } from "../decisions/contradictions/watch-document";
import { listDecisions } from "../decisions/list-decisions";
import { settleDecision } from "../decisions/settle-decision";
import { createProject } from "../projects/create-project";

const lines = [
  "Ann Berg: Good morning, let us talk about the rent of the office in Hamburg and the lease.",
  "Ben Cole: Good. So we agreed to stay in the office for another two years, that is decided.",
  "Ann Berg: Agreed. And the parking space is not needed.",
  "Ann Berg: I will call the landlord by Friday and ask for two percent instead.",
  "Ann Berg: Ben, can you send the new contract to the lawyer until next Tuesday?",
  "Ben Cole: Yes, I will send the contract to the lawyer on Tuesday.",
];
const german = [
  "Anna Berg: Guten Morgen zusammen, fangen wir an mit der Miete für das neue Büro in Hamburg.",
  "Ben Moe: Der Vermieter hat gestern den Entwurf geschickt, er schreibt, es geht um die Miete.",
  "Anna Berg: Wir haben beschlossen, dass die Miete ab April gemindert wird.",
  "Ben Moe: Passt für mich, das klingt gut.",
  "Clara Vogt: Ich schicke dem Vermieter am 10. März das Angebot.",
];
const declined = { found: false, understood: { form: "declined" } };

let index: Awaited<ReturnType<typeof anIndex>>;
beforeAll(async () => {
  index = await anIndex();
});
afterAll(() => index.close());
const asking = () => ({ index: index.index, ai: silentAi });
const anOwner = () => aContext({ ...asking(), role: "owner" });

const quotesOf = ({ citations }: Awaited<ReturnType<typeof answerTo>>) =>
  citations.map(({ quote }) => quote);

async function theDecision(ctx: WorkspaceContext) {
  const [decision] = (await listDecisions(ctx, {})).items;
  if (!decision) throw new Error("There is no decision");
  return decision;
}

async function theAction(ctx: WorkspaceContext, words: string) {
  const [action] = (await listActions(ctx, { words })).items;
  if (!action) throw new Error(`No action has ${words}`);
  return action;
}

describe("a question about what was decided", () => {
  test("is answered with its day, its speaker and the place in the transcript", async () => {
    const ctx = await anOwner();
    const { documentId } = await aMeeting(ctx, lines);
    const answer = await answerTo(ctx, "What did we decide about the office since March 2026?");
    const [evidence] = (await theDecision(ctx)).evidence;
    const said = { speaker: "Ben Cole", startMs: 10_000, isTimeGuessed: false, on: "2026-03-03" };
    expect(answer).toMatchObject({
      found: true,
      citations: [
        { n: 1, documentId, quote: evidence?.quote, span: evidence?.span, isProven: true, said },
      ],
      read: [documentId],
    });
    expect(answer.text).toMatch(/^3 March 2026, Ben Cole: .*another two years.* \[1\]/);
    expect(answer.text).toContain("not confirmed yet");
  });

  test("says whether the decision is confirmed or replaced", async () => {
    const ctx = await anOwner();
    await aMeeting(ctx, lines);
    const { id } = await theDecision(ctx);
    const ask = async () => (await answerTo(ctx, "What did we decide about the office?")).text;
    await confirmDecision(ctx, { id });
    expect(await ask()).not.toContain("not confirmed");
    expect(await ask()).not.toContain("replaced");
    await settleDecision(ctx, { id, verdict: "replaced" });
    expect(await ask()).toContain("replaced since");
  });

  test("cites what reopened the decision, the latest decision first", async () => {
    const ctx = await anOwner();
    const { id } = await createProject(ctx, { name: "Office" });
    const agreed = [
      "Ann Berg: Good morning, let us talk about the office in Hamburg and what it costs us.",
      "Ben Cole: So we agreed that the rent for the office is 500 euros, that is decided.",
      "Ann Berg: Agreed.",
    ];
    const changed = agreed.map((line) => line.replace("500", "650").replace("morning", "evening"));
    const first = await aMeeting(ctx, agreed, { projectIds: [id] });
    const later = await aMeeting(ctx, changed, {
      title: "Weekly of 7 April 2026",
      projectIds: [id],
    });
    await watchDocument(inBackground(ctx, {}, "watch-decisions"), {
      documentId: later.documentId,
    });
    const { text, citations, read } = await answerTo(ctx, "What did we decide about the rent?");
    const [latest, reopened] = text.split("\n");
    expect(latest).toMatch(/^7 April 2026, Ben Cole: .*650 euros.* \[1\]; not confirmed yet\.$/);
    expect(reopened).toMatch(
      /^3 March 2026, Ben Cole: .*500 euros.* \[2\]; .*reopened, since “Weekly of 7 April 2026” says .*650 euros.* \[\d\]\.$/,
    );
    expect(new Set(citations.map(({ documentId }) => documentId))).toEqual(new Set(read));
    expect(new Set(read)).toEqual(new Set([first.documentId, later.documentId]));
  });

  test("is left to the documents where no decision is about it, of those days, or by this speaker", async () => {
    const ctx = await anOwner();
    await aMeeting(ctx, lines);
    for (const question of [
      "What did we decide about the canteen?",
      "What did we decide about the office since April 2026?",
      "What did Clara decide about the office?",
      "What did Ann Berg decide about the office?",
    ])
      expect(await answerTo(ctx, question), question).toMatchObject(declined);
    expect(await answerTo(ctx, "What did Ben decide about the office?")).toMatchObject({
      found: true,
    });
  });

  test("stays within the chosen project and documents", async () => {
    const ctx = await anOwner();
    const { project } = await aRestrictedProject(ctx);
    const { documentId } = await aMeeting(ctx, lines);
    const other = await aReadyDocument(ctx, "Nothing of note.");
    const question = "What did we decide about the office?";
    const ask = async (scope: Parameters<typeof answerTo>[2]) =>
      (await answerTo(ctx, question, scope)).found;
    expect(await ask({ scope: { documentId } })).toBe(true);
    expect(await ask({ scope: { documentId: other.id } })).toBe(false);
    expect(await ask({ scope: { projectId: project.id } })).toBe(false);
  });
});

describe("a question about what is to be done", () => {
  test("is answered with owner, day and the place in the transcript", async () => {
    const ctx = await anOwner();
    const { documentId } = await aMeeting(ctx, lines);
    const answer = await answerTo(ctx, "Who wanted to send the contract?");
    expect(answer.citations.map((each) => each.documentId)).toContain(documentId);
    expect(quotesOf(answer).join(" ")).toContain("contract to the lawyer");
    expect(answer.text).toMatch(/^Ben Cole: .* \[1\]; due 10 March 2026; said on 3 March 2026 by /);
    expect(answer.text).toContain("not confirmed yet");
    expect(answer.text).not.toContain("landlord");
    const owed = await answerTo(ctx, "What does Ann owe?");
    expect(owed.text).toMatch(/^Ann Berg: .*landlord/);
    expect(owed.text).not.toContain("lawyer");
    const { id } = await theAction(ctx, "landlord");
    await confirmAction(ctx, { ids: [id] });
    expect((await answerTo(ctx, "What does Ann owe?")).text).not.toContain("not confirmed");
    expect(await answerTo(ctx, "What does Clara owe?")).toMatchObject(declined);
  });

  test("of the asker is answered with their own, and names how many no transcript proves", async () => {
    const ctx = await anOwner();
    const { id: meetingId, documentId } = await aMeeting(ctx, lines);
    expect(await answerTo(ctx, "What are my open actions?")).toMatchObject(declined);
    const { id, version } = await theAction(ctx, "landlord");
    await changeAction(ctx, { id, version, owner: { userId: ctx.actor.id } });
    await createAction(ctx, { text: "Buy a present", ownerId: ctx.actor.id });
    const { text, citations } = await answerTo(ctx, "What are my open actions?");
    expect(text).toContain("landlord");
    expect(text).not.toContain("lawyer");
    expect(text).not.toContain("present");
    expect(text).toMatch(/1 more action is in the list of actions\.$/);
    expect(citations).toHaveLength(1);
    await createAction(ctx, { text: "Order the keys", ownerId: ctx.actor.id, meetingId });
    const answer = await answerTo(ctx, "What are my actions about the keys?");
    expect(answer).toMatchObject({ found: true, citations: [], read: [documentId] });
    expect(answer.text).toMatch(
      /^Olive Owner: Order the keys; no day named; said on 3 March 2026\.$/,
    );
  });

  test("names eight, then how many more", async () => {
    const ctx = await anOwner();
    const names = ["Ann", "Bea", "Cem", "Dora", "Emil", "Fay", "Gus", "Hana", "Ivo", "Jan"];
    const promises = names.map(
      (name) => `${name} Berg: I will send the folder to the lawyer tomorrow.`,
    );
    await aMeeting(ctx, [
      "Ben Cole: Good morning, let us talk about the folders of the office in Hamburg.",
      ...promises,
    ]);
    const { items } = await listActions(ctx, { words: "folder" });
    const { text, citations } = await answerTo(ctx, "Who will send the folder?");
    expect(items.length).toBeGreaterThan(8);
    expect(citations).toHaveLength(8);
    expect(text).toContain(`${items.length - 8} more action`);
  });
});

test("German questions are answered in German", async () => {
  const ctx = await anOwner();
  await aMeeting(ctx, german);
  const decided = await answerTo(ctx, "Was haben wir zur Miete beschlossen?");
  expect(decided.text).toMatch(/^3\. März 2026, Anna Berg: .*gemindert/);
  expect(decided.text).toContain("noch nicht bestätigt");
  const sent = await answerTo(ctx, "Wer schickt das Angebot?");
  expect(sent.text).toMatch(/^Clara Vogt: .*Angebot.*; fällig am 10\. März 2026; gesagt am 3\./);
});

test("a passage of a transcript is cited with its speaker, second and day, and one of another document without", async () => {
  const quote = "parking space";
  const ai = {
    ...wordVectors,
    async *answer({ passages }: AnswerInput): AsyncGenerator<AnswerEvent> {
      const citations = passages.flatMap(({ text }, at) => {
        const start = text.indexOf(quote);
        const span: [number, number] = [start, start + quote.length];
        return start < 0 ? [] : [{ n: at + 1, passage: at + 1, quote, span }];
      });
      yield { kind: "text", text: "It is not needed [1]." };
      const producedBy = { kind: "local" as const, model: "a-test", release: "1" };
      const cost = { inputTokens: 0, outputTokens: 0, microUsd: 0 };
      yield { kind: "done", found: true, citations, sent: null, producedBy, cost };
    },
  };
  const ctx = await aContext({ index: index.index, ai, role: "owner" });
  const meeting = await aMeeting(ctx, lines);
  const letter = await aReadyDocument(ctx, "The parking space is behind the house.");
  const { citations } = await answerTo(ctx, "Is the parking space needed?");
  const saidIn = (id: string) => citations.find(({ documentId }) => documentId === id);
  expect(saidIn(meeting.documentId)).toMatchObject({
    said: { speaker: "Ann Berg", startMs: 20_000, isTimeGuessed: false, on: "2026-03-03" },
  });
  expect(saidIn(letter.id)).toMatchObject({ quote });
  expect(saidIn(letter.id)).not.toHaveProperty("said");
});

test("nothing of a meeting is told to people who may not see its transcript", async () => {
  const owner = await anOwner();
  const { project, insider, outsider } = await aRestrictedProject(asking());
  const { documentId } = await aMeeting(insider, lines, { projectIds: [project.id] });
  const questions = ["What did we decide about the office?", "Who wanted to send the contract?"];
  for (const question of questions) {
    expect(await answerTo(insider, question)).toMatchObject({ found: true, read: [documentId] });
    for (const stranger of [outsider, owner]) {
      const answer = await answerTo(stranger, question);
      expect(answer).toMatchObject({ ...declined, citations: [], nearMisses: [] });
    }
  }
  const colleague = await aColleague(outsider);
  expect(await answerTo(colleague, "What does Ben owe?")).toMatchObject(declined);
});
