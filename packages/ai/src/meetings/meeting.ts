import type { Span } from "@besunny/document-model/parsed-document";
import type {
  MeetingOutcomeKind,
  Ownership,
  SummaryLength,
  Tone,
} from "@besunny/document-model/statements/meeting-words";
import type { Turn } from "@besunny/document-model/transcripts/meeting-turns";
import type { Cost, MayLeave, Producer } from "../produced";

/** The proof of a statement: `quote` is at `span` of the document's text, within the turns that are named. `atMs` is when it is said. */
export type MeetingEvidence = {
  turns: number[];
  quote: string;
  span: Span;
  atMs: number | null;
};

/** Words that rest on the transcript. There is no statement without evidence. `confidence` is from 0 to 1. */
export type MeetingStatement = {
  text: string;
  confidence: number;
  evidence: MeetingEvidence[];
};

/** A stretch of the meeting about one thing. Topics are in order, do not overlap, and cover all turns. */
export type MeetingTopic = {
  name: string;
  firstTurn: number;
  lastTurn: number;
  evidence: MeetingEvidence[];
};

/** A sentence of a summary. `topic` is the place of its topic in the list, from 0. */
export type MeetingSummarySentence = MeetingStatement & { topic: number };

/** A decision, a question or an action with the place of its topic, from 0. */
type OfTopic = MeetingStatement & { topic: number };

/** `by` said it; `discussion` is the turns around it that are of the same topic. */
export type MeetingDecision = OfTopic & {
  by: string | null;
  discussion: { firstTurn: number; lastTurn: number };
};

/** A question that nobody answered. `by` asked it. */
export type MeetingQuestion = OfTopic & { by: string | null };

/**
 * Something that is to be done. `owner` is null where nobody is named, `due` where no date is. `on` is the day as an ISO date, `words` is how the
 * transcript says it.
 */
export type MeetingAction = OfTopic & {
  owner: { name: string; how: Ownership } | null;
  due: { on: string; words: string } | null;
};

/** `kind` is null if the transcript does not say enough. */
export type MeetingOutcome = {
  kind: MeetingOutcomeKind | null;
  confidence: number | null;
  evidence: MeetingEvidence[];
};

/** The tone of a person on a topic, with two quotes or more. Never a score of a person. */
export type MeetingTone = {
  speaker: string;
  topic: number;
  tone: Tone;
  confidence: number;
  evidence: MeetingEvidence[];
};

/** `isGeneric`: the name is that of nobody in particular, such as "Speaker 2". `seconds` is null where nothing is timed. */
export type MeetingSpeaker = {
  name: string;
  isGeneric: boolean;
  turns: number;
  words: number;
  seconds: number | null;
};

/**
 * A transcript to understand: its turns from `meetingOf`, and the text that they point into. `heldOn` is the ISO date of the meeting. If it is null,
 * the title, the name of the file or the head of the transcript may say it. Without a day "next Friday" is no date. `people` are names of those who belong to the meeting besides the speakers. `wantsTone` is false unless the
 * workspace switched it on.
 */
export type MeetingInput = {
  title: string;
  text: string;
  turns: readonly Turn[];
  heldOn: string | null;
  fileName?: string;
  people?: readonly string[];
  wantsTone?: boolean;
  /** ISO 639-1; found in the text if it is absent. */
  language?: string | null;
  /** The language in which a hosted model writes, as ISO 639-1; that of the talk if it is absent. Quotes stay as they were said. */
  readerLanguage?: string;
} & MayLeave;

/** All that is found out about a meeting. The same input has the same findings. */
export type MeetingFindings = {
  producedBy: Producer;
  /** ISO 639-1 of most of the talk, null if it is not known. */
  language: string | null;
  /** The day of the meeting as an ISO date, as given or as the transcript says it. */
  heldOn: string | null;
  turns: readonly Turn[];
  speakers: MeetingSpeaker[];
  topics: MeetingTopic[];
  /** The short sentences are among the medium ones, and these among the long ones, if one model made them all. */
  summary: Record<SummaryLength, MeetingSummarySentence[]>;
  decisions: MeetingDecision[];
  questions: MeetingQuestion[];
  actions: MeetingAction[];
  outcome: MeetingOutcome;
  /** Null where nobody asked for it, no speaker is named, or the language has no model. */
  tone: MeetingTone[] | null;
  /** The reasons why something was not found, as sentences for people. */
  problems: string[];
  cost: Cost;
};
