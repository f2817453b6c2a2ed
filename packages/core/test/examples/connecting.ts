import { randomUUID } from "node:crypto";

import { prepareBriefs } from "../../src/briefs/prepare-briefs";
import { linkDocument } from "../../src/meetings/linking/link-document";
import { aCalendar, invited, putEvents } from "../calendar";
import type { World } from "../world";
import { by, type Example, none, ready } from "./example";

const link = async ({ aMeeting, ready: documentId }: World) => ({
  id: (await aMeeting()).id,
  documentId,
});

async function aLink(world: World) {
  const made = await link(world);
  await linkDocument(world.owner, made);
  return made;
}

async function aBrief({ owner, marker }: World) {
  const address = `${randomUUID()}@mill.test`;
  const { sourceId, ...calendar } = await aCalendar(owner, { address });
  const externalId = randomUUID();
  const attendees = [invited(address), invited("bo@mill.test")];
  await putEvents({ ...calendar, sourceId }, [
    {
      id: externalId,
      title: `Board ${marker}`,
      beganAt: new Date(Date.now() + 1_800_000),
      attendees,
    },
  ]);
  await prepareBriefs(owner, { timeZone: null });
  return { sourceId, externalId };
}

export const connectingExamples: Record<string, Example> = {
  "briefs.get-brief": by(aBrief),
  "briefs.list-upcoming": by(none),
  "meetings.confirm-link": by(aLink, "A person has made the link."),
  "meetings.link-document": by(link),
  "meetings.list-links": by(async ({ aMeeting }) => ({ id: (await aMeeting()).id })),
  "meetings.list-of-document": by(ready),
  "meetings.remove-link": by(aLink),
};
