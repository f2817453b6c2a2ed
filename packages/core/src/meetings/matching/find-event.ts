import type { Repositories } from "@besunny/db/database";
import type { MeetingEvent } from "@besunny/db/meetings/meeting-events";
import type { StoredMeeting } from "@besunny/db/meetings/meetings";
import type { Document } from "@besunny/db/workspace/documents/document-row";
import { localTime } from "../../local-time";
import { Attendees } from "../contract/event-facts";
import { bestEvent } from "./best-event";

const DAY_MS = 86_400_000;
/** The most days between a meeting of which nobody knows the day and the arrival of its transcript. */
const DAYS_BEFORE = 14;
const MOST_EVENTS = 2_000;
const HEAD = 4_000;

type Tools = Pick<Repositories, "meetingEvents" | "pageTexts">;
type Given = {
  meeting: StoredMeeting;
  document: Document;
  /** The members who may see the transcript. */
  readers: ReadonlySet<string>;
};

/** Returns the event that a meeting was: the one that it has, or the likeliest. Private events, and calendars of people who may not see the transcript, are not looked at. */
export async function findEvent(tools: Tools, given: Given): Promise<MeetingEvent | null> {
  const { meeting, document, readers } = given;
  const isOpen = ({ state, isAllDay, isPrivate, ownerId }: MeetingEvent) =>
    state === "planned" && !isPrivate && !isAllDay && (ownerId === null || readers.has(ownerId));
  const known = await knownEvent(tools, meeting);
  if (known && isOpen(known)) return known;

  const listed = await tools.meetingEvents.list(windowOf(given), { limit: MOST_EVENTS });
  const events = listed
    .filter(isOpen)
    .sort((a, b) => Number(isOwn(b, document)) - Number(isOwn(a, document)));
  if (events.length === 0) return null;
  const [first] = await tools.pageTexts.list(document.id);
  const { beganAt, isTimeKnown } = meeting;
  return bestEvent(
    {
      title: meeting.title,
      fileName: document.fileName,
      beganAt: isTimeKnown ? beganAt : null,
      day: beganAt?.toISOString().slice(0, 10) ?? null,
      speakers: meeting.speakers.filter(({ isGeneric }) => !isGeneric).map(({ name }) => name),
      head: first?.text.slice(0, HEAD) ?? "",
    },
    events.map((event) => ({
      ...event,
      local: localTime(event.beganAt, event.zone),
      people: Attendees.parse(event.attendees),
    })),
  );
}

async function knownEvent({ meetingEvents }: Tools, meeting: StoredMeeting) {
  const { eventSourceId: source, eventExternalId: external } = meeting;
  return source && external ? meetingEvents.find(source, external) : null;
}

function windowOf({ meeting: { beganAt }, document }: Given): { from: Date; to: Date } {
  const around = (beganAt ?? document.createdAt).getTime();
  const days = beganAt ? 2 : DAYS_BEFORE;
  return { from: new Date(around - days * DAY_MS), to: new Date(around + 2 * DAY_MS) };
}

function isOwn({ ownerId }: MeetingEvent, { uploadedById }: Document): boolean {
  return ownerId !== null && ownerId === uploadedById;
}
