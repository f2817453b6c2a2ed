import type { CallTranscript, Event, OnlineMeeting } from "@microsoft/microsoft-graph-types";

import { isFailure } from "../failures";
import type { ChangedPage, Item, ListedPage } from "../source";
import type { Graph } from "./client";
import { itemOf } from "./transcript-items";

const DAY_MS = 86_400_000;
const DAYS_BACK = 400;
/** A transcript comes some time after its meeting, which is asked again for so long. */
const DAYS_LATE = 7;
const PREFER = ['outlook.timezone="UTC"'] as const;

/** The transcripts of the last days that a look found. */
type Place = { known: string[] };

/**
 * Reads the transcripts of the meetings in a person's calendar. Graph lists no transcripts of all meetings to a person: each meeting is found by
 * the link to join it, and asked for its own.
 */
export async function* enumerateOwn(
  graph: Graph,
  at: string | null,
  now: Date,
): AsyncGenerator<ListedPage> {
  const path = at ? (JSON.parse(at) as { link: string }).link : viewOf(now, DAYS_BACK);
  for await (const { value, "@odata.nextLink": next } of graph.pages<Event>(path, {
    about: "root",
    prefer: PREFER,
  })) {
    const items = await transcriptsOf(graph, value);
    yield { items, next: next ? JSON.stringify({ link: next }) : null };
  }
}

export async function beginOwn(graph: Graph, now: Date): Promise<string> {
  return JSON.stringify({ known: (await recent(graph, now)).map(({ id }) => id) } satisfies Place);
}

export async function* changesOfOwn(
  graph: Graph,
  since: string,
  now: Date,
): AsyncGenerator<ChangedPage> {
  const known = new Set((JSON.parse(since) as Place).known);
  const items = await recent(graph, now);
  yield {
    changes: items.filter(({ id }) => !known.has(id)).map((item) => ({ kind: "is", item })),
    cursor: JSON.stringify({ known: items.map(({ id }) => id) } satisfies Place),
    isLast: true,
  };
}

export async function countOwn(graph: Graph, now: Date): Promise<number> {
  let transcripts = 0;
  for await (const { items } of enumerateOwn(graph, null, now)) transcripts += items.length;
  return transcripts;
}

async function recent(graph: Graph, now: Date): Promise<Item[]> {
  const found = new Map<string, Item>();
  const how = { about: "changes", prefer: PREFER } as const;
  for await (const { value } of graph.pages<Event>(viewOf(now, DAYS_LATE), how)) {
    for (const item of await transcriptsOf(graph, value)) found.set(item.id, item);
  }
  return [...found.values()];
}

function viewOf(now: Date, daysBack: number): string {
  const from = new Date(now.getTime() - daysBack * DAY_MS).toISOString();
  const times = `startDateTime=${from}&endDateTime=${now.toISOString()}`;
  return `/me/calendarView?${times}&$select=id,subject,onlineMeeting&$top=50`;
}

/** The occurrences of a series share one meeting, which is asked once. */
async function transcriptsOf(graph: Graph, events: readonly Event[]): Promise<Item[]> {
  const links = new Map<string, string>();
  for (const { onlineMeeting, subject } of events) {
    if (onlineMeeting?.joinUrl) links.set(onlineMeeting.joinUrl, subject ?? "");
  }
  const items: Item[] = [];
  for (const [joinUrl, subject] of links) {
    const meeting = await meetingAt(graph, joinUrl);
    if (!meeting?.id) continue;
    const path = `/me/onlineMeetings/${encodeURIComponent(meeting.id)}/transcripts`;
    for (const one of await orNone(listed<CallTranscript>(graph, path))) {
      items.push(itemOf({ ...one, meetingId: meeting.id }, meeting.subject ?? subject));
    }
  }
  return items;
}

async function meetingAt(graph: Graph, joinUrl: string): Promise<OnlineMeeting | null> {
  const filter = encodeURIComponent(`JoinWebUrl eq '${joinUrl.replaceAll("'", "''")}'`);
  const found = await orNone(listed<OnlineMeeting>(graph, `/me/onlineMeetings?$filter=${filter}`));
  return found[0] ?? null;
}

async function listed<Thing>(graph: Graph, path: string): Promise<Thing[]> {
  const found: Thing[] = [];
  for await (const { value } of graph.pages<Thing>(path, { about: "item" })) found.push(...value);
  return found;
}

/** A meeting of somebody else, or one that expired, has no transcripts for this person. */
async function orNone<Thing>(asked: Promise<Thing[]>): Promise<Thing[]> {
  return asked.catch((error) => {
    if (isFailure(error, "item-gone") || isFailure(error, "item-forbidden")) return [];
    throw error;
  });
}
