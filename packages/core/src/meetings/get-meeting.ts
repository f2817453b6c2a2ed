import type { Repositories } from "@besunny/db/database";
import type { StoredFinding, StoredMeeting, StoredTurn } from "@besunny/db/meetings/meetings";
import { summaryLengths, tones } from "@besunny/document-model/statements/meeting-words";
import { z } from "zod";
import { can } from "../access/policy";
import { mayDo } from "../access/rights";
import { notFound } from "../errors";
import { meetingId } from "../ids";
import { query } from "../operation/query";
import { actionsFor } from "./contract/action";
import { decisionsFor } from "./contract/decision";
import { evidenceFor, spokenInTurns } from "./contract/evidence";
import { documentsOf } from "./contract/link";
import { listedMeeting, MeetingDetail } from "./contract/meeting";
import { Producer } from "./contract/producer";

/** Returns all that is known of a meeting. */
export const getMeeting = query("meetings.get-meeting", {
  title: "Show a meeting",
  permission: "document.read",
  input: z.object({
    id: meetingId,
    withTurns: z.boolean().default(true).meta({ description: "True for the turns too" }),
  }),
  output: MeetingDetail,
  doors: ["web", "rest"],

  async handle(tools, { id, withTurns }) {
    const { meetings, documents, actor } = tools;
    const meeting = (await meetings.find(id)) ?? notFound("Meeting", id);
    const document = (await documents.find(meeting.documentId)) ?? notFound("Meeting", id);
    const turns = await meetings.turns(id);
    const isCorrector = actor.kind !== "user" || can(actor.role, "document.correct");
    return {
      ...listedMeeting(meeting),
      ...(await saidIn(tools, meeting, turns)),
      mayChange: isCorrector && mayDo(actor, "document.correct", document),
      ...(withTurns && { turns: turns.map(placeOf) }),
    };
  },
});

async function saidIn(
  tools: Pick<
    Repositories,
    "meetings" | "documents" | "actionItems" | "decisions" | "meetingChoices" | "meetingLinks"
  >,
  meeting: StoredMeeting,
  turns: readonly StoredTurn[],
) {
  const { meetings, actionItems, decisions, meetingChoices } = tools;
  const { id } = meeting;
  const spokenIn = spokenInTurns(meeting.speakers, turns);
  const nameOf = new Map(meeting.speakers.map(({ number, name }) => [number, name]));
  const found = (await meetings.findings(id)).filter(({ removedBy }) => removedBy === null);
  const of = (kind: string) => found.filter((each) => each.kind === kind);
  const shown = ({
    id: findingId,
    text,
    topic,
    confidence,
    evidence,
    correctedBy,
  }: StoredFinding) => ({
    id: findingId,
    text,
    topic,
    confidence,
    evidence: evidenceFor(evidence, spokenIn),
    isCorrected: correctedBy !== null,
  });
  const by = ({ speaker }: StoredFinding) => nameOf.get(speaker ?? 0) ?? null;
  return {
    outcomeConfidence: meeting.outcomeConfidence,
    outcomeEvidence: evidenceFor(meeting.outcomeEvidence, spokenIn),
    isOutcomeCorrected: meeting.isOutcomeCorrected,
    producer: Producer.parse(meeting.producer),
    problems: meeting.problems,
    understoodAt: meeting.understoodAt,
    summary: of("summary").map((each) => ({
      ...shown(each),
      lengths: summaryLengths.filter((length) => each.lengths.includes(length)),
    })),
    topics: of("topic").map((each) => ({
      ...shown(each),
      firstTurn: each.firstTurn ?? 1,
      lastTurn: each.lastTurn ?? 1,
    })),
    questions: of("question").map((each) => ({ ...shown(each), by: by(each) })),
    tones: (await meetingChoices.wantsTone())
      ? of("tone").flatMap((each) => {
          const tone = tones.find((one) => one === each.tone);
          return tone ? [{ ...shown(each), tone, by: by(each) }] : [];
        })
      : null,
    decisions: (await decisionsFor(tools, await decisions.ofMeeting(id))).filter(
      ({ isRemoved }) => !isRemoved,
    ),
    actions: (await actionsFor(tools, await actionItems.ofMeeting(id))).filter(
      ({ state }) => state !== "rejected" && state !== "merged",
    ),
    documents: await documentsOf(tools, id),
  };
}

function placeOf({
  number,
  speaker,
  startMs,
  endMs,
  isTimeGuessed,
  spanStart,
  spanEnd,
}: StoredTurn) {
  return {
    number,
    speaker,
    startMs,
    endMs,
    isTimeGuessed,
    span: [spanStart, spanEnd] as [number, number],
  };
}
