import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { aColleague, aContext, announced, auditOf } from "../../test/contexts";
import { anIndex, aReadyDocument, aRestrictedProject } from "../../test/documents";
import { aMeeting, aTranscriptModel, understand } from "../../test/meetings";
import type { WorkspaceContext } from "../context";
import { getDocument } from "../documents/get-document";
import { trashDocuments } from "../documents/trash-documents";
import { meetingUnderstandingAsked } from "../events";
import { changeFinding } from "./change-finding";
import { changeMeeting } from "./change-meeting";
import { getMeeting } from "./get-meeting";
import { getSettings } from "./get-settings";
import { getTranscript } from "./get-transcript";
import { joinMeetings } from "./join-meetings";
import { listMeetings } from "./list-meetings";
import { setTone } from "./set-tone";
import { changeSpeaker } from "./speakers/change-speaker";
import { giveTurns } from "./speakers/give-turns";
import { mergeSpeakers } from "./speakers/merge-speakers";

const lines = [
  "Ann Berg: Good morning, let us talk about the rent of the office in Hamburg and the lease.",
  "Ben Cole: The landlord wants four percent more from April, which is a lot of money for us.",
  "Ann Berg: I will call the landlord by Friday and ask for two percent instead.",
  "Ben Cole: Good. So we agreed to stay in the office for another two years, that is decided.",
  "Ann Berg: Agreed. Ben, can you send the new contract to the lawyer until next Tuesday?",
  "Ben Cole: Yes, I will send the contract to the lawyer on Tuesday.",
  "Ann Berg: What do we do about the parking space next to the building?",
];
const absent = { code: "NOT_FOUND" };
const forbidden = { code: "FORBIDDEN" };

let index: Awaited<ReturnType<typeof anIndex>>;
beforeAll(async () => {
  index = await anIndex();
});
afterAll(() => index.close());
const anOwner = () => aContext({ role: "owner", index: index.index });
const seen = async (ctx: WorkspaceContext, id: string) => getMeeting(ctx, { id });

describe("a meeting", () => {
  test("has who spoke, when, and what was said, each with its turn and second", async () => {
    const ctx = await anOwner();
    const { id, documentId } = await aMeeting(ctx, lines);
    const meeting = await seen(ctx, id);
    expect(meeting).toMatchObject({
      documentId,
      title: "Weekly of 3 March 2026",
      beganAt: new Date("2026-03-03T00:00:00Z"),
      beganBy: "said",
      isTimeKnown: false,
      seconds: 70,
      language: "en",
      tones: null,
      mayChange: true,
      producer: { kind: "local" },
      speakers: [
        { number: 1, name: "Ann Berg", turns: 4, isGeneric: false },
        { number: 2, name: "Ben Cole", turns: 3 },
      ],
    });
    expect(meeting.turns).toHaveLength(7);
    const { datedOn } = await getDocument(ctx, { id: documentId });
    expect(datedOn).toBe("2026-03-03");
    expect(meeting.actionCount).toBe(meeting.actions.length);
    expect(meeting.decisionCount).toBe(meeting.decisions.length);
    const ofDocument = await listMeetings(ctx, { documentId });
    expect(ofDocument.items.map((each) => each.id)).toEqual([id]);
    expect(meeting.turns?.[1]).toMatchObject({ number: 2, speaker: 2, startMs: 10_000 });
    const call = meeting.actions.find(({ text }) => text.includes("call the landlord"));
    expect(call).toMatchObject({
      state: "draft",
      owner: { name: "Ann Berg", how: "committed", userId: null },
      due: { on: "2026-03-06" },
      evidence: [
        { turns: [3], at: { startMs: 20_000, isTimeGuessed: false, speaker: "Ann Berg" } },
      ],
    });
    const { items } = await getTranscript(ctx, { id });
    for (const { evidence } of [...meeting.summary, ...meeting.actions, ...meeting.decisions])
      for (const { quote, turns } of evidence)
        expect(items.find(({ number }) => number === turns[0])?.text).toContain(quote);
  });

  test("is understood twice with the same result, under the same ids", async () => {
    const ctx = await anOwner();
    const { id, documentId } = await aMeeting(ctx, lines);
    const { understoodAt: _, ...before } = await seen(ctx, id);
    await understand(ctx, documentId);
    const { understoodAt: __, ...after } = await seen(ctx, id);
    expect(after).toEqual(before);
  });

  test("keeps what a person has changed or removed when it is understood again", async () => {
    const ctx = await anOwner();
    const { id, documentId } = await aMeeting(ctx, lines);
    const { summary, topics } = await seen(ctx, id);
    const [first, second] = summary;
    await changeFinding(ctx, { id: first?.id ?? "", text: "The rent goes up." });
    await changeFinding(ctx, { id: second?.id ?? "", isRemoved: true });
    expect(topics[0]?.evidence).not.toEqual([]);
    await changeFinding(ctx, { id: topics[0]?.id ?? "", text: "Rent" });
    await changeMeeting(ctx, { id, title: "Rent talk", outcome: "blocked" });
    await understand(ctx, documentId);
    const after = await seen(ctx, id);
    expect(after).toMatchObject({
      title: "Rent talk",
      outcome: "blocked",
      isOutcomeCorrected: true,
    });
    expect(after.summary).toHaveLength(summary.length - 1);
    expect(after.summary.find((each) => each.id === first?.id)).toMatchObject({
      text: "The rent goes up.",
      isCorrected: true,
      evidence: first?.evidence,
    });
    expect(after.topics.map(({ text }) => text)).toContain("Rent");
    expect(after.topics).toHaveLength(topics.length);
  });

  test("on another day has other dates", async () => {
    const ctx = await anOwner();
    const { id, documentId } = await aMeeting(ctx, lines);
    await changeMeeting(ctx, { id, beganAt: new Date("2026-03-10T09:00:00Z"), isTimeKnown: true });
    await understand(ctx, documentId);
    const { actions, beganAt, beganBy } = await seen(ctx, id);
    expect({ beganAt, beganBy }).toEqual({
      beganAt: new Date("2026-03-10T09:00:00Z"),
      beganBy: "person",
    });
    expect(actions.find(({ text }) => text.includes("call the landlord"))?.due?.on).toBe(
      "2026-03-13",
    );
    await changeMeeting(ctx, { id, beganAt: null });
    await understand(ctx, documentId);
    expect(await seen(ctx, id)).toMatchObject({ beganBy: "said" });
  });

  test("is seen by those alone who see its transcript, and changed by those who may correct it", async () => {
    const owner = await anOwner();
    const { project, outsider } = await aRestrictedProject(owner);
    const { id } = await aMeeting(owner, lines, { projectIds: [project.id] });
    const open = await aMeeting(owner, ["Ann: We talk.", "Ben: We do."]);
    const { summary } = await seen(owner, id);
    const viewer = await aColleague(owner, { role: "viewer" });
    for (const stranger of [outsider, await aContext({ role: "owner" })]) {
      expect((await listMeetings(stranger, {})).items.map((each) => each.id)).not.toContain(id);
      for (const act of [
        () => getMeeting(stranger, { id }),
        () => getTranscript(stranger, { id }),
        () => changeMeeting(stranger, { id, title: "Mine" }),
        () => changeFinding(stranger, { id: summary[0]?.id ?? "", isRemoved: true }),
        () => changeSpeaker(stranger, { id, number: 1, name: "Me" }),
        () => mergeSpeakers(stranger, { id, from: 1, into: 2 }),
        () => giveTurns(stranger, { id, turns: [1], to: { number: 2 } }),
        () => joinMeetings(stranger, { id, into: null }),
      ])
        await expect(act()).rejects.toMatchObject(absent);
    }
    expect(await seen(viewer, open.id)).toMatchObject({ mayChange: false });
    await expect(changeMeeting(viewer, { id: open.id, title: "Mine" })).rejects.toMatchObject(
      forbidden,
    );
    await expect(setTone(viewer, { wantsTone: true })).rejects.toMatchObject(forbidden);
  });

  test("is in no list while its transcript is in the trash, and not made of other documents", async () => {
    const ctx = await anOwner();
    const { id, documentId } = await aMeeting(ctx, lines);
    await trashDocuments(ctx, { ids: [documentId] });
    await expect(seen(ctx, id)).rejects.toMatchObject(absent);
    expect((await listMeetings(ctx, {})).items).toEqual([]);
  });
});

describe("speakers", () => {
  const generic = lines.map((line) =>
    line.replace("Ann Berg:", "Speaker 1:").replace("Ben Cole:", "Speaker 2:"),
  );

  test("that are named take what they promised with them", async () => {
    const ctx = await anOwner();
    const { id, documentId } = await aMeeting(ctx, generic);
    const member = await aColleague(ctx);
    await changeSpeaker(ctx, { id, number: 1, name: "Ann Berg", userId: member.actor.id });
    const named = await seen(ctx, id);
    expect(named.actions.find(({ text }) => text.includes("call the landlord"))).toMatchObject({
      owner: { userId: member.actor.id, how: "committed" },
    });
    await understand(ctx, documentId);
    const { speakers, actions } = await seen(ctx, id);
    expect(speakers[0]).toMatchObject({
      name: "Ann Berg",
      labels: ["Speaker 1"],
      userId: member.actor.id,
      isCorrected: true,
      turns: 4,
    });
    expect(actions.find(({ text }) => text.includes("call the landlord"))?.owner?.userId).toBe(
      member.actor.id,
    );
    await expect(changeSpeaker(ctx, { id, number: 2, name: "Ann Berg" })).rejects.toMatchObject({
      code: "INVALID_INPUT",
    });
  });

  test("that are one person stay one", async () => {
    const ctx = await anOwner();
    const { id, documentId } = await aMeeting(ctx, generic);
    await mergeSpeakers(ctx, { id, from: 2, into: 1 });
    await understand(ctx, documentId);
    const { speakers, turns } = await seen(ctx, id);
    expect(speakers).toMatchObject([{ number: 1, labels: ["Speaker 1", "Speaker 2"], turns: 7 }]);
    expect(new Set(turns?.map(({ speaker }) => speaker))).toEqual(new Set([1]));
  });

  test("get and lose turns", async () => {
    const ctx = await anOwner();
    const { id, documentId } = await aMeeting(ctx, generic);
    await giveTurns(ctx, { id, turns: [3], to: { name: "Carl Diaz" } });
    await understand(ctx, documentId);
    const { speakers, turns, actions } = await seen(ctx, id);
    expect(speakers.map(({ name, turns: count }) => [name, count])).toEqual([
      ["Speaker 1", 3],
      ["Speaker 2", 3],
      ["Carl Diaz", 1],
    ]);
    expect(turns?.[2]).toMatchObject({ speaker: 3 });
    expect(actions.find(({ text }) => text.includes("call the landlord"))?.owner?.name).toBe(
      "Carl Diaz",
    );
    await expect(giveTurns(ctx, { id, turns: [99], to: { number: 1 } })).rejects.toMatchObject({
      code: "INVALID_INPUT",
    });
  });

  test("who are mapped can see the meeting", async () => {
    const owner = await anOwner();
    const { project, outsider } = await aRestrictedProject(owner);
    const { id } = await aMeeting(owner, lines, { projectIds: [project.id] });
    await expect(
      changeSpeaker(owner, { id, number: 1, userId: outsider.actor.id }),
    ).rejects.toMatchObject({ code: "INVALID_INPUT" });
  });
});

test("an interrupted meeting is joined and parted", async () => {
  const ctx = await anOwner();
  const first = await aMeeting(ctx, lines);
  const second = await aMeeting(ctx, [...lines, "Ben Cole: We go on after the break."]);
  await joinMeetings(ctx, { id: second.id, into: first.id });
  expect((await listMeetings(ctx, {})).items).toMatchObject([{ id: first.id, parts: [second.id] }]);
  await expect(joinMeetings(ctx, { id: first.id, into: second.id })).rejects.toMatchObject({
    code: "INVALID_INPUT",
  });
  await expect(joinMeetings(ctx, { id: first.id, into: first.id })).rejects.toMatchObject({
    code: "INVALID_INPUT",
  });
  await joinMeetings(ctx, { id: second.id, into: null });
  expect((await listMeetings(ctx, {})).items).toHaveLength(2);
});

test("tones are there only while an admin wants them", async () => {
  const ctx = await anOwner();
  expect(await getSettings(ctx, {})).toEqual({ wantsTone: false, mayChange: true });
  await setTone(ctx, { wantsTone: true });
  const { id, documentId } = await aMeeting(ctx, lines);
  expect((await seen(ctx, id)).tones).toEqual(expect.any(Array));
  await setTone(ctx, { wantsTone: false });
  expect((await seen(ctx, id)).tones).toBeNull();
  await understand(ctx, documentId);
  expect(
    (await auditOf(ctx)).filter(({ operation }) => operation === "meetings.set-tone"),
  ).toHaveLength(2);
});

test("the words of a meeting are found and paged", async () => {
  const ctx = await anOwner();
  const { id } = await aMeeting(ctx, lines);
  const page = await getTranscript(ctx, { id, limit: 3 });
  expect(page).toMatchObject({ total: 7, next: 4 });
  expect(page.items[0]).toMatchObject({ name: "Ann Berg", text: expect.stringMatching(/^Good/) });
  expect((await getTranscript(ctx, { id, from: 4 })).items.map(({ number }) => number)).toEqual([
    4, 5, 6, 7,
  ]);
  expect(await getTranscript(ctx, { id, words: "LAWYER" })).toMatchObject({
    total: 2,
    next: null,
    items: [{ number: 5 }, { number: 6 }],
  });
});

test("a transcript is to be understood when it is ready, and other documents are not", async () => {
  const ctx = await anOwner();
  const { id } = await aReadyDocument(ctx, "Ann: We pay.", {
    model: aTranscriptModel("Ann: We pay.", "Ben: Yes."),
  });
  await aReadyDocument(ctx, "The tenant pays the rent.");
  expect(
    (await announced(ctx)).filter(({ name }) => name === meetingUnderstandingAsked.event),
  ).toMatchObject([{ data: { documentId: id } }]);
});
