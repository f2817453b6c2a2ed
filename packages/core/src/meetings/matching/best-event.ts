import type { LocalTime } from "../../local-time";
import { isSamePerson } from "../contract/same-person";

/** The facts of a meeting by which its event is found. */
export type MeetingToMatch = {
  title: string;
  fileName: string;
  /** The moment at which it began; null where no more than its day is known. */
  beganAt: Date | null;
  day: string | null;
  /** The names of those who spoke, without those of nobody in particular. */
  speakers: readonly string[];
  /** The first words of the transcript. */
  head: string;
};

/** An event, with its beginning on the clock of its own zone. */
export type EventToMatch = {
  title: string;
  beganAt: Date;
  local: LocalTime;
  people: readonly { address: string; name: string | null }[];
  joinUrl: string | null;
};

const WEIGHT = { title: 0.4, people: 0.35, time: 0.25 } as const;
const LEAST = 0.5;
const MARGIN = 0.1;
/** Likeness of titles or people without which the day and the time prove nothing. */
const LEAST_LIKE = 0.5;
const UNKNOWN_TIME = 0.6;
const LEAST_TITLE_WITHOUT_DAY = 0.8;
const SOON_MINUTES = 15;
const LATE_MINUTES = 60;
const SHORTEST_URL = 12;
const HALF_A_DAY_MS = 43_200_000;

/** Words that say when a meeting was, or which program wrote it down. */
const plain = new Set(
  "january february march april may june july august september october november december januar februar märz mai juni juli oktober dezember monday tuesday wednesday thursday friday saturday sunday montag dienstag mittwoch donnerstag freitag samstag sonntag der die das vom am the a an of and for with zoom teams meet google transcript transkript besprechungstranskript recording aufzeichnung meeting gmt utc cet cest vtt txt docx".split(
    " ",
  ),
);

/**
 * Returns the event that a meeting was, by the address to join it, or by title, people and time. Returns null where none is likely, or two are. Copies
 * of one event in several calendars are one.
 */
export function bestEvent<Event extends EventToMatch>(
  meeting: MeetingToMatch,
  events: readonly Event[],
): Event | null {
  const scored = events
    .map((event) => ({ event, score: scoreOf(meeting, event) }))
    .filter(({ score }) => score >= LEAST)
    .sort((a, b) => b.score - a.score);
  const [best] = scored;
  if (!best) return null;
  const other = scored.find(({ event }) => !isCopy(event, best.event));
  return other && best.score - other.score < MARGIN ? null : best.event;
}

function scoreOf(meeting: MeetingToMatch, event: EventToMatch): number {
  if (isJoinedBy(meeting.head, event.joinUrl)) return 2;
  const isSameDay = isOnDay(meeting, event);
  if (isSameDay === false) return 0;
  const title = Math.max(
    likeness(meeting.title, event.title),
    likeness(meeting.fileName, event.title),
  );
  if (isSameDay === null) return title >= LEAST_TITLE_WITHOUT_DAY ? LEAST + title * 0.1 : 0;
  const people = shareOf(meeting.speakers, event.people);
  if (title < LEAST_LIKE && people < LEAST_LIKE) return 0;
  return WEIGHT.title * title + WEIGHT.people * people + WEIGHT.time * timeLikeness(meeting, event);
}

/** Returns null where the day of the meeting is not known. */
function isOnDay({ day, beganAt }: MeetingToMatch, event: EventToMatch): boolean | null {
  if (beganAt) return Math.abs(beganAt.getTime() - event.beganAt.getTime()) < HALF_A_DAY_MS;
  return day === null ? null : day === event.local.day;
}

function isCopy(a: EventToMatch, b: EventToMatch): boolean {
  return a.beganAt.getTime() === b.beganAt.getTime() && a.title === b.title;
}

/** An address to join is that of one event, if the transcript holds it. */
function isJoinedBy(head: string, joinUrl: string | null): boolean {
  const bare = joinUrl?.replace(/^https?:\/\//i, "").replace(/[?#].*$/, "") ?? "";
  return bare.length >= SHORTEST_URL && head.includes(bare);
}

function likeness(one: string, other: string): number {
  const [a, b] = [wordsOf(one), wordsOf(other)];
  if (a.size === 0 || b.size === 0) return 0;
  const both = [...a].filter((word) => b.has(word)).length;
  return (2 * both) / (a.size + b.size);
}

function wordsOf(text: string): Set<string> {
  const words = text
    .normalize("NFC")
    .toLowerCase()
    .match(/\p{L}[\p{L}\p{N}]*/gu);
  return new Set(words?.filter((word) => !plain.has(word)));
}

/** The share of the speakers who are invited. */
function shareOf(speakers: readonly string[], people: EventToMatch["people"]): number {
  if (speakers.length === 0) return 0;
  const invited = speakers.filter((speaker) =>
    people.some((person) => isSamePerson(speaker, person)),
  );
  return invited.length / speakers.length;
}

function timeLikeness(meeting: MeetingToMatch, { beganAt, local }: EventToMatch): number {
  const written = minuteIn(meeting.fileName) ?? minuteIn(meeting.title);
  const apart = meeting.beganAt
    ? Math.abs(meeting.beganAt.getTime() - beganAt.getTime()) / 60_000
    : written === null
      ? null
      : Math.abs(written - local.minute);
  if (apart === null) return UNKNOWN_TIME;
  if (apart <= SOON_MINUTES) return 1;
  return apart <= LATE_MINUTES ? 0.5 : 0;
}

/** The time of the day in a name such as `Weekly-20260309_100412` or `Weekly (2026-03-09 10:00 GMT+1)`. */
function minuteIn(name: string): number | null {
  const [, hour, minute] =
    /\d{4}-?\d{2}-?\d{2}[ _T-]+([01]\d|2[0-3])[:.h]?([0-5]\d)/.exec(name) ?? [];
  return hour === undefined ? null : Number(hour) * 60 + Number(minute);
}
