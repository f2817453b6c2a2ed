import type { CallTranscript, OnlineMeeting } from "@microsoft/microsoft-graph-types";

import { isFailure } from "../failures";
import { fileNameOf } from "../file-names";
import { lengthOf, pour } from "../pour";
import type {
  Account,
  ChangedPage,
  Fetched,
  Item,
  ItemRef,
  ListedPage,
  RootRef,
  Sink,
  Source,
} from "../source";
import { type Graph, type MicrosoftTools, openGraph } from "./client";
import { refused } from "./errors";
import { beginOwn, changesOfOwn, countOwn, enumerateOwn } from "./own-meetings";
import { endOfRound, keepLink, linkOf, type Removable, round } from "./rounds";
import { idsIn, itemOf } from "./transcript-items";
import { listMeetingRoots } from "./transcript-roots";
import { verify, verifyApp } from "./verify";
import { watching } from "./watches";

type FoundTranscript = CallTranscript & Removable;

const PREFER = ["odata.maxpagesize=100"] as const;

/**
 * The transcripts of Teams meetings. A person reads those of the meetings in their own calendar. An app of the organisation reads all of an
 * organiser, if an administrator granted it an application access policy. Microsoft documents the requests as metered.
 */
export function createTeamsSource(tools: MicrosoftTools): Source {
  const now = tools.now ?? (() => new Date());
  const open = (account: Account, signal?: AbortSignal) => openGraph(tools, account, signal);
  return {
    facts: {
      provider: "microsoft",
      kinds: ["teams"],
      scopes: [
        { scope: "User.Read", words: "Read your name and address", isNeeded: true },
        { scope: "Calendars.Read", words: "Find your meetings in your calendar", isNeeded: true },
        { scope: "OnlineMeetings.Read", words: "Read your online meetings", isNeeded: true },
        {
          scope: "OnlineMeetingTranscript.Read.All",
          words: "Read transcripts of your meetings, which Microsoft may charge for",
          isNeeded: true,
        },
      ],
      canPush: true,
      canReadGrants: false,
      quota: { fetchesPerMinute: 300, itemsPerPage: 100 },
    },
    verify: (account) => (isApp(account) ? verifyApp(open(account)) : verify(open(account))),
    listRoots: (account, within) => listMeetingRoots(open(account), isApp(account), within),
    begin: async (account, root) =>
      isOwn(root)
        ? beginOwn(open(account), now())
        : keepLink(await endOfRound(open(account), deltaOf(root), PREFER)),
    enumerate: (account, root, at, signal) =>
      isOwn(root)
        ? enumerateOwn(open(account, signal), at, now())
        : enumerate(open(account, signal), root, at),
    changes: (account, root, since, signal) =>
      isOwn(root)
        ? changesOfOwn(open(account, signal), since, now())
        : changes(open(account, signal), root, since),
    fetch: (account, item, into, signal) =>
      fetchTranscript(open(account, signal), item, into, signal),
    count: (account, root) =>
      isOwn(root) ? countOwn(open(account), now()) : count(open(account), root),
    ...watching(tools, (root) => ({
      resource: `users/${organiserOf(root)}/onlineMeetings/getAllTranscripts`,
      change: "created",
    })),
  };
}

const isApp = ({ settings }: Account) => settings.rights === "application";
const isOwn = ({ own }: RootRef) => own === "true";

function organiserOf({ organiser }: RootRef): string {
  if (!organiser) throw refused("no-organiser", "Only an app of the organisation can do this.");
  return organiser;
}

function allOf(root: RootRef): string {
  const id = encodeURIComponent(organiserOf(root));
  return `/users/${id}/onlineMeetings/getAllTranscripts(meetingOrganizerUserId='${id}')`;
}

const deltaOf = (root: RootRef) => `${allOf(root)}/delta`;

async function* enumerate(
  graph: Graph,
  root: RootRef,
  at: string | null,
): AsyncGenerator<ListedPage> {
  const how = { about: at ? "changes" : "root", prefer: PREFER } as const;
  const titles = createTitles(graph, root);
  const path = at ? linkOf(at) : deltaOf(root);
  for await (const { found, next } of round<FoundTranscript>(graph, path, how)) {
    yield { items: await itemsOf(found, titles), next: next && keepLink(next) };
  }
}

async function* changes(graph: Graph, root: RootRef, since: string): AsyncGenerator<ChangedPage> {
  const how = { about: "changes", prefer: PREFER } as const;
  const titles = createTitles(graph, root);
  for await (const page of round<FoundTranscript>(graph, linkOf(since), how)) {
    const items = await itemsOf(page.found, titles);
    const changed = items.map((item) => ({ kind: "is", item }) as const);
    const cursor = keepLink(page.next ?? page.end ?? linkOf(since));
    yield { changes: changed, cursor, isLast: !page.next };
  }
}

type Titles = ReturnType<typeof createTitles>;

function createTitles(graph: Graph, root: RootRef) {
  const known = new Map<string, string>();
  return async (meetingId: string): Promise<string> => {
    const title = known.get(meetingId) ?? (await titleOf(graph, root, meetingId));
    known.set(meetingId, title);
    return title;
  };
}

/** A meeting that expired keeps no title, and its transcript is worth having all the same. */
async function titleOf(graph: Graph, root: RootRef, meetingId: string): Promise<string> {
  const path = `${meetingOf(root, meetingId)}?$select=id,subject`;
  try {
    return (await graph.get<OnlineMeeting>(path, { about: "item" })).subject ?? "";
  } catch (error) {
    const isHidden = (["item-gone", "item-forbidden", "scope-missing"] as const).some((kind) =>
      isFailure(error, kind),
    );
    if (isHidden) return "";
    throw error;
  }
}

function meetingOf(root: RootRef, meetingId: string): string {
  const whose = isOwn(root) ? "/me" : `/users/${encodeURIComponent(organiserOf(root))}`;
  return `${whose}/onlineMeetings/${encodeURIComponent(meetingId)}`;
}

async function itemsOf(found: readonly FoundTranscript[], titles: Titles): Promise<Item[]> {
  const items: Item[] = [];
  for (const one of found) items.push(itemOf(one, await titles(one.meetingId ?? "")));
  return items;
}

async function fetchTranscript(
  graph: Graph,
  item: ItemRef,
  into: Sink,
  signal: AbortSignal,
): Promise<Fetched> {
  const { meetingId, id } = idsIn(item.id);
  const path = `${meetingOf(item.root, meetingId)}/transcripts/${encodeURIComponent(id)}/content`;
  // Without a format the answer is "Invalid format".
  const response = await graph.open(`${path}?$format=text/vtt`, { about: "item" });
  const size = await pour(response.body, into, { size: lengthOf(response.headers), signal });
  return {
    fileName: fileNameOf(item.name, ".vtt"),
    mediaType: item.mediaType,
    size,
    revision: item.revision,
  };
}

async function count(graph: Graph, root: RootRef): Promise<number> {
  let transcripts = 0;
  for await (const { value } of graph.pages(allOf(root), { about: "root" })) {
    transcripts += value.length;
  }
  return transcripts;
}
