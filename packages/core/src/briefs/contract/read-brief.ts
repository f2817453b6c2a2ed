import type { Repositories } from "@besunny/db/database";
import type { StoredBrief } from "@besunny/db/meetings/briefs";
import { type Brief, BriefContent, onlyFrom, sourcesOf } from "./brief";

const NOTHING =
  "There is no earlier meeting, open action, decision or new document that belongs to this meeting.";

/** Returns stored briefs as their person may read them now: statements vanish with the documents that they rest on. */
export async function briefsFor(
  { documents }: Pick<Repositories, "documents">,
  stored: readonly StoredBrief[],
): Promise<Brief[]> {
  const contents = stored.map(({ content }) => BriefContent.parse(content));
  const ids = [...new Set(contents.flatMap(sourcesOf))];
  const there = (await documents.findMany(ids)).filter(({ trashedAt }) => trashedAt === null);
  const seen = new Set(there.map(({ id }) => id));
  return stored.map(({ sourceId, externalId, event, madeAt }, index) => {
    const { title, beganAt, endedAt, zone, joinUrl } = event;
    const content = onlyFrom(contents[index] ?? nothing, seen);
    const hasNothing = sourcesOf(content).length === 0;
    return {
      ...{ sourceId, externalId, title, beganAt, endedAt, zone, joinUrl, madeAt },
      content,
      hasNothing,
      sentence: hasNothing ? NOTHING : null,
    };
  });
}

const nothing: BriefContent = {
  people: [],
  lastTime: null,
  actions: [],
  decisions: [],
  changed: [],
  unread: [],
};
