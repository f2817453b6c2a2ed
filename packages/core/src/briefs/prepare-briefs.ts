import { createHash } from "node:crypto";
import type { Repositories } from "@besunny/db/database";
import type { MeetingEvent } from "@besunny/db/meetings/meeting-events";
import { z } from "zod";
import { personOf } from "../access/person-of";
import { localTime } from "../local-time";
import { tell } from "../notifications/contract/tell";
import { command } from "../operation/command";
import { count } from "../shapes";
import { composeBrief, invitedTo } from "./contract/compose-brief";
import { isDue, isDueSince } from "./contract/when-due";

const AHEAD_MS = 36 * 3_600_000;
const MOST_EVENTS = 2_000;

/**
 * Makes the briefs of the caller that are due. A brief of the evening is made again shortly before the meeting, and any if its event
 * moved. Briefs of events that were cancelled, became private
 * or are without the caller now are withdrawn. Running it twice changes nothing.
 */
export const prepareBriefs = command("briefs.prepare-briefs", {
  title: "Prepare my briefs",
  permission: "notice.read",
  input: z.object({ timeZone: z.string().max(100).nullable() }),
  output: z.object({ made: count, withdrawn: count }),
  doors: [],
  audit: { notAudited: "It changes only the briefs of its caller." },

  async handle(tools, { timeZone }) {
    const { actor, briefs, clock, meetingChoices, meetingEvents } = tools;
    const reader = personOf(actor);
    const now = clock();
    const wishes = await meetingChoices.wishesOf(reader.id);
    const zone = wishes.zone ?? timeZone;
    const wish = { minutes: wishes.briefMinutes, isEvening: wishes.isBriefedEvening, zone };
    const coming = await meetingEvents.list(
      { from: now, to: new Date(now.getTime() + AHEAD_MS) },
      { isPrivate: false, limit: MOST_EVENTS },
    );
    const own = await attendedBy(tools, reader.id, coming);
    const before = await briefs.list(reader.id, now, MOST_EVENTS);
    let made = 0;
    for (const { event, invited } of own) {
      const known = before.find((each) => isOf(each, event));
      const isNow = known
        ? known.checksum !== checksumOf(event) || isDueSince(event.beganAt, known.madeAt, wish, now)
        : isDue(event.beganAt, now, wish);
      if (!isNow) continue;
      const content = await composeBrief(tools, { event, reader, invited, now });
      await briefs.put(reader.id, event, { content, checksum: checksumOf(event), madeAt: now });
      await tellOf(tools, reader.id, event, zone);
      made += 1;
    }
    const withdrawn = await briefs.removeOthers(
      reader.id,
      now,
      own.map(({ event }) => event),
    );
    return { made, withdrawn };
  },
});

/** Tells the caller of a brief once, and again if the meeting is at another time. */
async function tellOf(
  tools: Pick<Repositories, "notices" | "noticeSettings">,
  userId: string,
  { sourceId, externalId, beganAt }: MeetingEvent,
  zone: string | null,
): Promise<void> {
  const key = `brief ${sourceId} ${externalId} ${beganAt.toISOString()}`;
  const { day } = localTime(beganAt, zone);
  await tell(tools, [{ userId, kind: "brief", day, key }]);
}

/** The events to which the caller is invited and that they have not declined. Of copies in several calendars one is left, the caller's own before others. */
async function attendedBy(
  tools: Pick<Repositories, "sourcePeople">,
  userId: string,
  events: readonly MeetingEvent[],
) {
  const attended = new Map<
    string,
    { event: MeetingEvent; invited: Awaited<ReturnType<typeof invitedTo>> }
  >();
  const ownFirst = events.toSorted(
    (a, b) => Number(b.ownerId === userId) - Number(a.ownerId === userId),
  );
  for (const event of ownFirst) {
    if (event.state !== "planned" || event.isAllDay) continue;
    const invited = await invitedTo(tools, event);
    const isThere = invited.some((each) => each.userId === userId && each.answer !== "declined");
    const key = `${event.beganAt.toISOString()} ${event.title}`;
    if (isThere && invited.length > 1 && !attended.has(key)) attended.set(key, { event, invited });
  }
  return [...attended.values()];
}

function isOf(one: Ref, other: Ref): boolean {
  return one.sourceId === other.sourceId && one.externalId === other.externalId;
}
type Ref = { sourceId: string; externalId: string };

/** Changes when the event does: its time, title, people or attachments. */
function checksumOf({ beganAt, endedAt, title, attendees, attachments }: MeetingEvent): string {
  const facts = JSON.stringify([beganAt, endedAt, title, attendees, attachments]);
  return createHash("sha256").update(facts).digest("hex");
}
