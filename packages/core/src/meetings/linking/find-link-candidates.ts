import type { Repositories } from "@besunny/db/database";
import type { MeetingEvent } from "@besunny/db/meetings/meeting-events";
import type { StoredMeeting, StoredTurn } from "@besunny/db/meetings/meetings";
import { z } from "zod";
import { documentId } from "../../ids";
import { query } from "../../operation/query";
import { ofType } from "../../shapes";
import { Attachments } from "../contract/event-facts";
import type { LinkReason } from "../contract/link";
import type { Titled } from "./named-in-talk";

/** Titles that a talk is compared with: those of the newest documents. */
const MOST_TITLES = 20_000;
const MOST_SHARED = 20;
const MOST_ALIKE = 5;
const LEAST_SHARED_NAMES = 3;
const MOST_DOCUMENTS_OF_A_NAME = 6;
const DAY_MS = 86_400_000;
const SURE = { attached: 0.95, linked: 0.85, fileName: 0.7, shared: 0.5 } as const;

export type Candidate = { documentId: string; reason: LinkReason; confidence: number };
export type LinkCandidates = {
  meetingId: string;
  modelKey: string;
  turns: StoredTurn[];
  titles: Titled[];
  /** Those that need no look at the words. */
  found: Candidate[];
};

/** Returns what the documents of a meeting are found from; null for a document that has no meeting. */
export const findLinkCandidates = query("meetings.find-link-candidates", {
  title: "Find documents that a meeting may have been about",
  permission: "document.process",
  input: z.object({ documentId }),
  output: ofType<LinkCandidates | null>(),
  doors: [],

  async handle(tools, { documentId: id }) {
    const { meetings, meetingEvents, linkCandidates } = tools;
    const meeting = await meetings.findOf(id);
    if (!meeting) return null;
    const { eventSourceId: source, eventExternalId: external } = meeting;
    const event = source && external ? await meetingEvents.find(source, external) : null;
    const own = meeting.document.projects.map(({ projectId }) => projectId);
    const titles = await linkCandidates.titles(MOST_TITLES);
    return {
      meetingId: meeting.id,
      modelKey: meeting.modelKey,
      turns: await meetings.turns(meeting.id),
      titles: titles.map(({ id: each, title, projectIds }) => ({
        id: each,
        title,
        isNear: projectIds.some((project) => own.includes(project)),
      })),
      found: [
        ...(event ? await invitedWith(tools, event) : []),
        ...(await sharedAround(tools, meeting, own)),
        ...(await alike(tools, id, own)),
      ],
    };
  },
});

type Tools = Pick<Repositories, "linkCandidates">;

async function invitedWith(
  { linkCandidates }: Tools,
  { attachments, isPrivate }: MeetingEvent,
): Promise<Candidate[]> {
  const given = isPrivate ? [] : Attachments.parse(attachments);
  if (given.length === 0) return [];
  const itemIds = given.flatMap(({ itemId }) => itemId ?? []);
  const found = await linkCandidates.ofAttachments({
    itemIds,
    urls: given.map(({ url }) => url),
    names: given.map(({ name }) => name),
  });
  return found.flatMap(({ documentId: id, itemId, url }): Candidate[] => {
    const isItem = itemId !== null && itemIds.includes(itemId);
    const isLinked = url !== null && given.some((each) => each.url === url);
    if (isItem) return [{ documentId: id, reason: "attached", confidence: SURE.attached }];
    if (isLinked) return [{ documentId: id, reason: "linked", confidence: SURE.linked }];
    // A name that several documents have says which one by itself.
    return found.length <= given.length
      ? [{ documentId: id, reason: "attached", confidence: SURE.fileName }]
      : [];
  });
}

async function sharedAround(
  { linkCandidates }: Tools,
  { beganAt, isTimeKnown, seconds, speakers }: StoredMeeting,
  projectIds: readonly string[],
): Promise<Candidate[]> {
  if (!beganAt || projectIds.length === 0) return [];
  const length = isTimeKnown ? (seconds ?? 0) * 1_000 : DAY_MS;
  const ids = await linkCandidates.sharedWithin(
    {
      from: new Date(beganAt.getTime() - DAY_MS),
      to: new Date(beganAt.getTime() + length + DAY_MS),
    },
    { projectIds, userIds: speakers.flatMap(({ userId }) => userId ?? []) },
    MOST_SHARED,
  );
  return ids.map((id) => ({ documentId: id, reason: "shared", confidence: SURE.shared }));
}

async function alike(
  { linkCandidates }: Tools,
  id: string,
  projectIds: readonly string[],
): Promise<Candidate[]> {
  if (projectIds.length === 0) return [];
  const shared = await linkCandidates.alike(id, {
    projectIds,
    mostDocuments: MOST_DOCUMENTS_OF_A_NAME,
  });
  return shared
    .filter((each) => each.shared >= LEAST_SHARED_NAMES)
    .sort((a, b) => b.shared - a.shared || a.documentId.localeCompare(b.documentId))
    .slice(0, MOST_ALIKE)
    .map((each) => ({
      documentId: each.documentId,
      reason: "alike",
      confidence: Math.min(0.4, 0.1 + each.shared * 0.05),
    }));
}
