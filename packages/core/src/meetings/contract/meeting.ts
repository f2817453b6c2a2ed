import type { StoredMeeting } from "@besunny/db/meetings/meetings";
import {
  meetingOutcomes,
  summaryLengths,
  tones,
} from "@besunny/document-model/statements/meeting-words";
import { z } from "zod";
import { confidence, count, idIn, instant } from "../../shapes";
import { ActionItem } from "./action";
import { Decision } from "./decision";
import { MeetingEvidence } from "./evidence";
import { LinkedDocument } from "./link";

/** A person who spoke, and how much. `labels` are the names that the transcript has for them. */
export const Speaker = z.object({
  number: count,
  name: z.string(),
  isGeneric: z.boolean(),
  labels: z.array(z.string()),
  userId: idIn("usr").nullable(),
  entityId: idIn("ent").nullable(),
  turns: count,
  words: count,
  seconds: count.nullable(),
  isCorrected: z.boolean(),
});

/** The ways in which the day of a meeting is known. */
export const beginnings = ["said", "calendar", "person"] as const;

/** A meeting in a list. `beganAt` has a time of the day only if `isTimeKnown`. */
export const ListedMeeting = z.object({
  id: idIn("mtg"),
  documentId: idIn("doc"),
  format: z
    .string()
    .nullable()
    .meta({ description: "The format of the transcript; a recording's own if it is one" }),
  title: z.string(),
  beganAt: instant.nullable(),
  isTimeKnown: z.boolean(),
  beganBy: z.enum(beginnings).nullable(),
  seconds: count.nullable(),
  language: z.string().nullable(),
  outcome: z.enum(meetingOutcomes).nullable(),
  projectIds: z.array(idIn("prj")),
  speakers: z.array(Speaker),
  parts: z.array(idIn("mtg")),
  joinedInto: idIn("mtg").nullable(),
  actionCount: count,
  decisionCount: count,
});
export type ListedMeeting = z.infer<typeof ListedMeeting>;

const finding = {
  id: idIn("fnd"),
  text: z.string(),
  topic: count.nullable(),
  confidence: z.number(),
  evidence: z.array(MeetingEvidence),
  isCorrected: z.boolean(),
};

/** A turn without its words. */
export const TurnPlace = z.object({
  number: count,
  speaker: count.nullable(),
  startMs: count.nullable(),
  endMs: count.nullable(),
  isTimeGuessed: z.boolean(),
  span: z.tuple([count, count]),
});

/**
 * All that is known of a meeting, each statement with its proof. `producer` says which models found it, and why a hosted one did not. `tones` is null
 * unless the workspace wants them.
 */
export const MeetingDetail = ListedMeeting.extend({
  outcomeConfidence: confidence,
  outcomeEvidence: z.array(MeetingEvidence),
  isOutcomeCorrected: z.boolean(),
  producer: z.object({
    kind: z.string(),
    model: z.string(),
    release: z.string(),
    fallbackReason: z.string().optional(),
  }),
  problems: z.array(z.string()),
  understoodAt: instant,
  summary: z.array(z.object({ ...finding, lengths: z.array(z.enum(summaryLengths)) })),
  topics: z.array(z.object({ ...finding, firstTurn: count, lastTurn: count })),
  questions: z.array(z.object({ ...finding, by: z.string().nullable() })),
  tones: z
    .array(z.object({ ...finding, tone: z.enum(tones), by: z.string().nullable() }))
    .nullable(),
  decisions: z.array(Decision),
  actions: z.array(ActionItem),
  documents: z.array(LinkedDocument),
  turns: z.array(TurnPlace).optional(),
  mayChange: z.boolean(),
});
export type MeetingDetail = z.infer<typeof MeetingDetail>;

/** Returns a stored meeting for a list. */
export function listedMeeting(stored: StoredMeeting): ListedMeeting {
  const { document, parts, speakers } = stored;
  return {
    id: stored.id,
    documentId: stored.documentId,
    format: document.format,
    title: stored.title,
    beganAt: stored.beganAt,
    isTimeKnown: stored.isTimeKnown,
    beganBy: beginnings.find((each) => each === stored.beganBy) ?? null,
    seconds: stored.seconds,
    language: stored.language,
    outcome: meetingOutcomes.find((each) => each === stored.outcome) ?? null,
    projectIds: document.projects.map(({ projectId }) => projectId),
    speakers: speakers.map(({ meetingId: _, workspaceId: __, correctedBy, ...speaker }) => ({
      ...speaker,
      isCorrected: correctedBy !== null,
    })),
    parts: parts.map(({ id }) => id),
    joinedInto: stored.joinedInto,
    actionCount: stored._count.actions,
    decisionCount: stored._count.decisions,
  };
}
