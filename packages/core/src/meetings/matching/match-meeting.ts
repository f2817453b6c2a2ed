import type { MeetingEvent } from "@besunny/db/meetings/meeting-events";
import type { StoredMeeting } from "@besunny/db/meetings/meetings";
import type { ProvenPerson } from "@besunny/db/sources/source-people";
import type { Document } from "@besunny/db/workspace/documents/document-row";
import { z } from "zod";
import { meetingUnderstandingAsked } from "../../events";
import { documentId } from "../../ids";
import { type CommandTools, command } from "../../operation/command";
import { nothing } from "../../shapes";
import { type Attendee, Attendees } from "../contract/event-facts";
import { isSamePerson } from "../contract/same-person";
import { findEvent } from "./find-event";

/**
 * Finds the calendar event that a meeting was. The meeting takes its time, and its title instead of the name of a file.
 * Speakers become the members who have proven the addresses of its people. Another day changes what “next Friday” means, so the meeting is understood again. What a
 * person has set stays.
 */
export const matchMeeting = command("meetings.match-meeting", {
  title: "Find the calendar event of a meeting",
  permission: "document.process",
  input: z.object({ documentId }),
  output: nothing,
  doors: [],

  async handle(tools, { documentId: id }) {
    const { meetings, documents, members, sourcePeople } = tools;
    const meeting = await meetings.findOf(id);
    const document = meeting && (await documents.find(id));
    if (!document) return;
    const listed = await members.listReaders(document.access);
    const readers = new Set(listed.map(({ userId }) => userId));
    const event = await findEvent(tools, { meeting, document, readers });
    if (!event) return;
    const proven = await sourcePeople.listProven(event.connectionId);
    const invited = Attendees.parse(event.attendees).flatMap((person) =>
      proven
        .filter(({ address }) => address === person.address.toLowerCase())
        .map(({ userId }): Invited => ({ ...person, userId })),
    );
    await followEvent(tools, { meeting, document, event, invited });
    await nameSpeakers(
      tools,
      meeting,
      invited.filter(({ userId }) => readers.has(userId)),
    );
  },
});

type Invited = Attendee & Pick<ProvenPerson, "userId">;
type Matched = {
  meeting: StoredMeeting;
  document: Document;
  event: MeetingEvent;
  invited: readonly Invited[];
};

async function followEvent(tools: CommandTools, matched: Matched): Promise<void> {
  const { meetings, decisions, workspaceId, emit, changed } = tools;
  const { meeting, document, event } = matched;
  const isTimed = meeting.beganBy !== "person";
  const before = {
    title: meeting.title,
    beganAt: meeting.beganAt,
    event: meeting.eventExternalId,
  };
  const after = {
    title: mayName(matched) ? event.title.slice(0, 300) : meeting.title,
    beganAt: isTimed ? event.beganAt : meeting.beganAt,
    event: event.externalId,
  };
  if (
    before.title === after.title &&
    before.event === after.event &&
    before.beganAt?.getTime() === after.beganAt?.getTime()
  )
    return;
  await meetings.update(meeting.id, {
    title: after.title,
    eventSourceId: event.sourceId,
    eventExternalId: event.externalId,
    ...(isTimed && { beganAt: event.beganAt, isTimeKnown: true, beganBy: "calendar" }),
  });
  for (const { id } of await decisions.ofMeeting(meeting.id))
    await decisions.update(id, { decidedAt: after.beganAt });
  if (dayOf(before.beganAt) !== dayOf(after.beganAt))
    emit(meetingUnderstandingAsked.of({ workspaceId, documentId: document.id }));
  changed({ subject: meeting.id, before, after });
}

/** The title of an event is for those who were invited. Who brought the transcript may give it to those who see the transcript. */
function mayName({ meeting, document, event, invited }: Matched): boolean {
  const { uploadedById } = document;
  const isInvited =
    event.ownerId === uploadedById || invited.some(({ userId }) => userId === uploadedById);
  return (
    meeting.title === document.title &&
    !meeting.isTitleCorrected &&
    uploadedById !== null &&
    isInvited &&
    event.title.trim() !== ""
  );
}

async function nameSpeakers(
  { meetings, actionItems }: CommandTools,
  { id, speakers }: StoredMeeting,
  invited: readonly Invited[],
): Promise<void> {
  for (const { number, name, userId, isGeneric, correctedBy } of speakers) {
    if (userId !== null || isGeneric || correctedBy !== null) continue;
    const meant = new Set(
      invited.filter((person) => isSamePerson(name, person)).map((person) => person.userId),
    );
    const [member] = meant;
    if (meant.size !== 1 || !member) continue;
    await meetings.updateSpeaker(id, number, { userId: member });
    await actionItems.follow(id, number, { ownerId: member });
  }
}

const dayOf = (at: Date | null) => at?.toISOString().slice(0, 10) ?? null;
