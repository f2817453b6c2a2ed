import type { Repositories } from "@besunny/db/database";
import type { MeetingEvent } from "@besunny/db/meetings/meeting-events";
import type { StoredMeeting } from "@besunny/db/meetings/meetings";
import { Attachments, type Attendee, Attendees } from "../../meetings/contract/event-facts";
import { storedEvidence } from "../../meetings/contract/evidence";
import { isSamePerson } from "../../meetings/contract/same-person";
import type { BriefContent, BriefSource } from "./brief";

const MOST_MEETINGS = 200;
const MOST_TOGETHER = 5;
const MOST_OF_A_KIND = 10;

type Tools = Pick<
  Repositories,
  | "actionItems"
  | "briefs"
  | "decisions"
  | "linkCandidates"
  | "meetingLinks"
  | "meetings"
  | "sourcePeople"
>;
type Given = {
  event: MeetingEvent;
  reader: { id: string; name: string };
  invited: readonly (Attendee & { userId: string | null })[];
  now: Date;
};

/** Returns the people of an event, with the members who have proven their addresses. */
export async function invitedTo(
  { sourcePeople }: Pick<Repositories, "sourcePeople">,
  { connectionId, attendees }: MeetingEvent,
): Promise<Given["invited"]> {
  const proven = await sourcePeople.listProven(connectionId);
  return Attendees.parse(attendees).map((person) => ({
    ...person,
    userId: proven.find(({ address }) => address === person.address.toLowerCase())?.userId ?? null,
  }));
}

/**
 * Returns what a person is to know before a meeting, of what they may see. That is who is invited, the last time together, what is open since, and
 * what was decided. Documents that changed since follow, and attached ones that they have not opened. Nothing is added to what is written.
 */
export async function composeBrief(tools: Tools, given: Given): Promise<BriefContent> {
  const { event, reader, invited, now } = given;
  const together = await togetherOf(tools, given);
  const [last] = together;
  const projectIds = last ? last.document.projects.map(({ projectId }) => projectId) : [];
  const linked = await tools.meetingLinks.ofMeetings(together.map(({ id }) => id));
  const attached = await attachedTo(tools, event);
  const changed = last?.beganAt
    ? await tools.briefs.changedSince(
        last.beganAt,
        { ids: [...linked.map(({ documentId }) => documentId), ...attached], projectIds },
        MOST_OF_A_KIND,
      )
    : [];
  const unread = await tools.briefs.unopened(attached, reader.id);
  return {
    people: invited
      .filter(({ userId, answer }) => userId !== reader.id && answer !== "declined")
      .map(({ name, address, userId }) => ({ name: name ?? address, userId })),
    lastTime: last?.beganAt
      ? {
          meetingId: last.id,
          title: last.title,
          beganAt: last.beganAt,
          source: sourceOf(last, null),
        }
      : null,
    actions: await openActions(tools, together),
    decisions: await bindingDecisions(tools, together),
    changed: changed.map(({ id, title, createdAt }) => ({
      source: documentSource(id, title),
      isNew: last?.beganAt ? createdAt > last.beganAt : false,
    })),
    unread: unread.map(({ id, title }) => ({ source: documentSource(id, title) })),
  };

  async function togetherOf(
    { meetings }: Tools,
    { invited: people }: Given,
  ): Promise<StoredMeeting[]> {
    const others = people.filter(({ userId }) => userId !== reader.id);
    if (others.length === 0) return [];
    const { items } = await meetings.list({ to: now }, { limit: MOST_MEETINGS });
    return items
      .filter((meeting) => {
        const spoke = others.filter((person) => speaksIn(meeting, person));
        return spoke.length * 2 >= others.length;
      })
      .slice(0, MOST_TOGETHER);
  }
}

function speaksIn({ speakers }: StoredMeeting, person: Given["invited"][number]): boolean {
  return speakers.some(
    ({ name, userId }) =>
      (userId !== null && userId === person.userId) || isSamePerson(name, person),
  );
}

async function attachedTo({ linkCandidates }: Tools, event: MeetingEvent): Promise<string[]> {
  const given = Attachments.parse(event.attachments);
  if (given.length === 0) return [];
  const found = await linkCandidates.ofAttachments({
    itemIds: given.flatMap(({ itemId }) => itemId ?? []),
    urls: given.map(({ url }) => url),
    names: given.map(({ name }) => name),
  });
  return found.map(({ documentId }) => documentId);
}

async function openActions({ actionItems }: Tools, together: readonly StoredMeeting[]) {
  const found: BriefContent["actions"] = [];
  for (const meeting of together)
    for (const row of await actionItems.ofMeeting(meeting.id)) {
      if (row.state !== "open" && row.state !== "draft") continue;
      found.push({
        id: row.id,
        text: row.text,
        owner: row.owner?.name ?? row.ownerName,
        dueOn: row.dueOn?.toISOString().slice(0, 10) ?? null,
        isConfirmed: row.confirmedAt !== null,
        source: sourceOf(meeting, row.evidence),
      });
    }
  return found.slice(0, MOST_OF_A_KIND);
}

async function bindingDecisions({ decisions }: Tools, together: readonly StoredMeeting[]) {
  const found: BriefContent["decisions"] = [];
  for (const meeting of together)
    for (const row of await decisions.ofMeeting(meeting.id)) {
      if (row.removedBy !== null || row.state !== "stands") continue;
      found.push({
        id: row.id,
        text: row.text,
        decidedAt: row.decidedAt,
        isConfirmed: row.confirmedAt !== null,
        source: sourceOf(meeting, row.evidence),
      });
    }
  return found.slice(0, MOST_OF_A_KIND);
}

function sourceOf({ documentId, title }: StoredMeeting, evidence: unknown): BriefSource {
  const [first] = evidence === null ? [] : storedEvidence(evidence);
  return { documentId, title, quote: first?.quote ?? null, span: first?.span ?? null };
}

const documentSource = (documentId: string, title: string): BriefSource => ({
  documentId,
  title,
  quote: null,
  span: null,
});
