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
  Root,
  RootRef,
  Sink,
  Source,
} from "../source";
import { type Graph, type MicrosoftTools, openGraph } from "./client";
import { refused } from "./errors";
import { endOfRound, keepLink, linkOf, type Removable, round } from "./rounds";
import { verify } from "./verify";
import { watching } from "./watches";

type FoundTranscript = CallTranscript & Removable;

const PREFER = ["odata.maxpagesize=100"] as const;
const BETWEEN = "~";

/**
 * The transcripts of the Teams meetings that a person organised. Microsoft hands them to an app of the organisation alone, and only
 * for people for whom an administrator granted an application access policy. It documents the requests as metered.
 */
export function createTeamsSource(tools: MicrosoftTools): Source {
  return {
    facts: {
      provider: "microsoft",
      kinds: ["teams"],
      scopes: [
        {
          scope: "OnlineMeetingTranscript.Read.All",
          words: "Read transcripts of meetings, which Microsoft may charge for",
          isNeeded: true,
        },
        { scope: "OnlineMeetings.Read.All", words: "Read the titles of meetings", isNeeded: false },
      ],
      canPush: true,
      canReadGrants: false,
      quota: { fetchesPerMinute: 300, itemsPerPage: 100 },
    },
    verify: (account) => verify(openGraph(tools, account)),
    async *listRoots(account: Account, within?: RootRef): AsyncGenerator<Root> {
      if (within) return;
      const { subject, address } = await verify(openGraph(tools, account));
      yield {
        ref: { kind: "teams", organiser: subject },
        kind: "teams",
        name: address,
        path: [],
        hasChildren: false,
        isChoosable: true,
      };
    },
    begin: async (account, root) =>
      keepLink(await endOfRound(openGraph(tools, account), deltaOf(root), PREFER)),
    enumerate: (account, root, at, signal) =>
      enumerate(openGraph(tools, account, signal), root, at),
    changes: (account, root, since, signal) =>
      changes(openGraph(tools, account, signal), root, since),
    fetch: (account, item, into, signal) =>
      fetchTranscript(openGraph(tools, account, signal), item, into, signal),
    count: (account, root) => count(openGraph(tools, account), root),
    ...watching(tools, (root) => ({
      resource: `users/${organiserOf(root)}/onlineMeetings/getAllTranscripts`,
      change: "created",
    })),
  };
}

function organiserOf({ organiser }: RootRef): string {
  if (!organiser) throw refused("no-organiser", "Choose the person who organised the meetings.");
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

const meetingOf = (root: RootRef, meetingId: string) =>
  `/users/${encodeURIComponent(organiserOf(root))}/onlineMeetings/${encodeURIComponent(meetingId)}`;

async function itemsOf(found: readonly FoundTranscript[], titles: Titles): Promise<Item[]> {
  const items: Item[] = [];
  for (const one of found) {
    const { id = "", meetingId, createdDateTime } = one;
    const day = (createdDateTime ?? "").slice(0, 10);
    const title = (await titles(meetingId ?? "")) || "Meeting";
    items.push({
      id: `${meetingId}${BETWEEN}${id}`,
      parentIds: meetingId ? [meetingId] : [],
      name: `${title} ${day}.vtt`,
      mediaType: "text/vtt",
      size: null,
      revision: id,
      modifiedAt: new Date(createdDateTime ?? 0),
      webUrl: null,
      isFolder: false,
    });
  }
  return items;
}

async function fetchTranscript(
  graph: Graph,
  item: ItemRef,
  into: Sink,
  signal: AbortSignal,
): Promise<Fetched> {
  const [meetingId = "", id = ""] = item.id.split(BETWEEN);
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
