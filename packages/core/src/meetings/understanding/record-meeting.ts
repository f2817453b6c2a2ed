import type { Repositories } from "@besunny/db/database";
import type { NewFinding, StoredMeeting } from "@besunny/db/meetings/meetings";
import { z } from "zod";
import { notFound } from "../../errors";
import { meetingUnderstood } from "../../events";
import { documentId } from "../../ids";
import { command } from "../../operation/command";
import { count, nothing } from "../../shapes";
import { StoredEvidence, storedEvidence } from "../contract/evidence";
import { Found } from "../contract/found";
import { idsBefore, type Kept, withoutKept } from "../contract/keep";
import { Producer } from "../contract/producer";

const Placed = z.object({
  id: z.string(),
  kind: z.enum(["finding", "action", "decision"]),
  evidence: z.array(StoredEvidence),
});
type Placed = z.infer<typeof Placed>;

const Recorded = z.object({
  documentId,
  modelKey: z.string(),
  title: z.string(),
  findings: Found,
  turns: z.array(
    z.object({
      number: count,
      speaker: count.nullable(),
      startMs: count.nullable(),
      endMs: count.nullable(),
      isTimeGuessed: z.boolean(),
      isMoved: z.boolean(),
      spanStart: count,
      spanEnd: count,
      marks: z.array(z.tuple([z.number(), z.number()])),
    }),
  ),
  speakers: z.array(
    z.object({
      number: count,
      name: z.string(),
      labels: z.array(z.string()),
      userId: z.string().nullable(),
      correctedBy: z.string().nullable(),
    }),
  ),
  placed: z.array(Placed),
  producer: Producer,
  people: z.array(z.object({ id: z.string(), name: z.string() })),
  seconds: count.nullable(),
  understoodAt: z.date(),
});
type Recorded = z.infer<typeof Recorded>;

/** Stores what was understood of a meeting. A document that was read again meanwhile keeps what it has. Running it twice changes nothing. */
export const recordMeeting = command("meetings.record-meeting", {
  title: "Store what was understood of a meeting",
  permission: "document.process",
  input: Recorded,
  output: nothing,
  doors: [],

  async handle(tools, input) {
    const { documents, meetings, workspaceId, changed, emit } = tools;
    const { documentId: id, findings } = input;
    const document = (await documents.find(id)) ?? notFound("Document", id);
    if (document.modelKey !== input.modelKey) return;
    const before = await meetings.findOf(id);
    const meetingId = await meetings.put(id, rowOf(input, before));
    await meetings.replaceTurns(meetingId, input.turns);
    await meetings.replaceSpeakers(meetingId, speakersOf(input, before));

    const heldOn = (await meetings.findOf(id))?.beganAt;
    if (heldOn) await documents.update(id, { datedOn: heldOn });
    const kept = await placeKept(tools, input.placed);
    const open = withoutIds(await meetings.findings(meetingId), kept.finding);
    const idBefore = idsBefore(open);
    await meetings.replaceFindings(
      meetingId,
      newFindings(input, kept.finding).map((each) => ({
        ...each,
        ...known(idBefore(storedEvidence(each.evidence))),
      })),
      kept.finding.map((each) => each.id),
    );
    await replaceActions(tools, meetingId, { input, kept: kept.action });
    await replaceDecisions(tools, meetingId, { input, kept: kept.decision });
    changed({
      subject: meetingId,
      before: {},
      after: {
        documentId: id,
        actions: findings.actions.length,
        decisions: findings.decisions.length,
      },
    });
    emit(meetingUnderstood.of({ workspaceId, documentId: id, meetingId }));
  },
});

const known = (id: string | undefined) => (id === undefined ? {} : { id });

type Tools = Pick<Repositories, "meetings" | "actionItems" | "decisions">;

function rowOf(
  { modelKey, title, findings, producer, seconds, understoodAt }: Recorded,
  before: StoredMeeting | null,
) {
  const { heldOn, language, outcome, problems } = findings;
  const isSetElsewhere = before?.beganBy === "person" || before?.beganBy === "calendar";
  return {
    modelKey,
    title,
    language,
    seconds,
    problems,
    understoodAt,
    producer,
    ...(!isSetElsewhere && {
      beganAt: heldOn === null ? null : new Date(`${heldOn}T00:00:00Z`),
      beganBy: heldOn === null ? null : "said",
      isTimeKnown: false,
    }),
    ...(!before?.isOutcomeCorrected && {
      outcome: outcome.kind,
      outcomeConfidence: outcome.confidence,
      outcomeEvidence: outcome.evidence,
    }),
  };
}

function speakersOf({ speakers, findings, people }: Recorded, before: StoredMeeting | null) {
  const counted = new Map(findings.speakers.map((each) => [each.name, each]));
  const entityOf = new Map(before?.speakers.map(({ number, entityId }) => [number, entityId]));
  return speakers.map(({ number, name, labels, userId, correctedBy }) => {
    const { isGeneric = false, turns = 0, words = 0, seconds = null } = counted.get(name) ?? {};
    const member = correctedBy === null ? onlyOne(people, name) : null;
    return {
      number,
      name,
      labels,
      isGeneric,
      turns,
      words,
      seconds,
      userId: userId ?? member,
      entityId: entityOf.get(number) ?? null,
      correctedBy,
    };
  });
}

/** Returns the member of exactly this name; null where none or several have it. */
function onlyOne(people: Recorded["people"], name: string): string | null {
  const called = people.filter((each) => each.name.toLowerCase() === name.toLowerCase());
  return called.length === 1 ? (called[0]?.id ?? null) : null;
}

/** Writes the proof of kept statements as it is in the text of now. */
async function placeKept({ meetings, actionItems, decisions }: Tools, placed: readonly Placed[]) {
  const kept: Record<Placed["kind"], Kept[]> = { finding: [], action: [], decision: [] };
  for (const { id, kind, evidence } of placed) {
    kept[kind].push({ id, evidence });
    if (kind === "finding") await meetings.updateFinding(id, { evidence });
    if (kind === "decision") await decisions.update(id, { evidence });
    if (kind === "action") await actionItems.place(id, evidence);
  }
  return kept;
}

function newFindings({ findings, speakers }: Recorded, kept: readonly Kept[]): NewFinding[] {
  const numbers = numbersOf(speakers);
  const summary = withoutKept(sentencesOf(findings), kept).map(
    ({ lengths, ...each }, position) => ({
      kind: "summary",
      position,
      lengths,
      ...each,
    }),
  );
  const placed = findings.topics.map((topic, position) => ({ ...topic, position }));
  const topics = withoutKept(placed, kept).map(({ name, ...each }) => ({
    kind: "topic",
    text: name,
    confidence: 1,
    topic: each.position,
    ...each,
  }));
  const questions = withoutKept(findings.questions, kept).map(({ by, ...each }, position) => ({
    kind: "question",
    position,
    speaker: numbers(by),
    ...each,
  }));
  const tones = (findings.tone ?? []).map(({ speaker, ...each }, position) => ({
    kind: "tone",
    position,
    text: each.tone,
    speaker: numbers(speaker),
    ...each,
  }));
  return [...summary, ...topics, ...questions, ...tones];
}

/** The sentences of all lengths, each once, in the order of the meeting. */
function sentencesOf({ summary }: Found) {
  const byPlace = new Map<string, Found["summary"]["long"][number] & { lengths: string[] }>();
  for (const [length, sentences] of Object.entries(summary))
    for (const sentence of sentences) {
      const key = `${sentence.text} ${sentence.evidence[0]?.span[0]}`;
      const known = byPlace.get(key);
      if (known) known.lengths.push(length);
      else byPlace.set(key, { ...sentence, lengths: [length] });
    }
  return [...byPlace.values()].sort(
    (a, b) => (a.evidence[0]?.span[0] ?? 0) - (b.evidence[0]?.span[0] ?? 0),
  );
}

async function replaceActions(
  { meetings, actionItems }: Tools,
  meetingId: string,
  { input, kept }: { input: Recorded; kept: readonly Kept[] },
): Promise<void> {
  const open = withoutIds(await actionItems.ofMeeting(meetingId), kept);
  const idBefore = idsBefore(open);
  const speakers = (await meetings.findOf(input.documentId))?.speakers ?? [];
  const numbers = numbersOf(input.speakers);
  const found = withoutKept(input.findings.actions, kept).map(({ owner, due, ...said }) => {
    const speaker = numbers(owner?.name ?? null);
    const member = speakers.find(({ number }) => number === speaker)?.userId;
    return {
      id: idBefore(said.evidence),
      ...said,
      ownerName: owner?.name ?? null,
      ownerHow: owner?.how ?? null,
      ownerSpeaker: speaker,
      ownerId: owner ? (member ?? onlyOne(input.people, owner.name)) : null,
      dueOn: due ? new Date(`${due.on}T00:00:00Z`) : null,
      dueWords: due?.words ?? null,
    };
  });
  const again = new Set(found.map(({ id }) => id));
  await actionItems.removeMany(open.map(({ id }) => id).filter((id) => !again.has(id)));
  for (const { id, ...row } of found) if (id) await actionItems.rewrite(id, row);
  await actionItems.create(
    found
      .filter(({ id }) => !id)
      .map(({ id: _, ...row }) => ({
        ...row,
        meetingId,
        documentId: input.documentId,
        state: "draft",
      })),
  );
}

async function replaceDecisions(
  { meetings, decisions }: Tools,
  meetingId: string,
  { input, kept }: { input: Recorded; kept: readonly Kept[] },
): Promise<void> {
  const open = withoutIds(await decisions.ofMeeting(meetingId), kept);
  const idBefore = idsBefore(open);
  const decidedAt = (await meetings.findOf(input.documentId))?.beganAt ?? null;
  const numbers = numbersOf(input.speakers);
  const found = withoutKept(input.findings.decisions, kept).map(({ by, discussion, ...said }) => ({
    id: idBefore(said.evidence),
    ...said,
    speaker: numbers(by),
    ...discussion,
    decidedAt,
  }));
  const again = new Set(found.map(({ id }) => id));
  await decisions.removeMany(open.map(({ id }) => id).filter((id) => !again.has(id)));
  for (const { id } of kept) await decisions.update(id, { decidedAt });
  for (const { id, ...row } of found) if (id) await decisions.update(id, row);
  await decisions.create(
    found
      .filter(({ id }) => !id)
      .map(({ id: _, ...row }) => ({ ...row, meetingId, documentId: input.documentId })),
  );
}

function withoutIds(present: readonly { id: string; evidence: unknown }[], kept: readonly Kept[]) {
  const stays = new Set(kept.map(({ id }) => id));
  return present
    .filter(({ id }) => !stays.has(id))
    .map(({ id, evidence }) => ({ id, evidence: storedEvidence(evidence) }));
}

/** Returns what finds the number of a speaker by the name of now. */
function numbersOf(speakers: Recorded["speakers"]) {
  const numbers = new Map(speakers.map(({ name, number }) => [name, number]));
  return (name: string | null) => (name === null ? null : (numbers.get(name) ?? null));
}
