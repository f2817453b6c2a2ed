import type { Calendar, Event } from "@microsoft/microsoft-graph-types";

import { SourceFailure } from "../failures";
import type { Change, ChangedPage, Item, ListedPage, Root, RootRef, Source } from "../source";
import { itemOf } from "./calendar-items";
import { createSeries, type FoundEvent } from "./calendar-series";
import { type Graph, type MicrosoftTools, openGraph } from "./client";
import { refused } from "./errors";
import { endOfRound, keepLink, linkOf, round } from "./rounds";
import { signedIn } from "./scopes";
import { verify } from "./verify";
import { watching } from "./watches";

const PREFER = ['IdType="ImmutableId"', 'outlook.timezone="UTC"', "odata.maxpagesize=200"] as const;
const DAY_MS = 86_400_000;
const DAYS_BACK = 400;
const DAYS_AHEAD = 400;
/** A window does not roll. After this time a new one begins. */
const WINDOW_LIVES_MS = 7 * DAY_MS;

type Span = { from: string; to: string };
/** The link holds the window too. It is kept beside it to know its age. `isOver`: all of the window is shown, and a new one comes next. */
type Place = { link: string; begunAt: string; window: Span; isOver?: true };

/** The calendars of Outlook. Series are listed as their occurrences within a window of about a year to both sides. */
export function createOutlookCalendarSource(tools: MicrosoftTools): Source {
  const now = tools.now ?? (() => new Date());
  const beginAt = async (graph: Graph, root: RootRef) => {
    const window = windowAt(now());
    const link = await endOfRound(graph, viewOf(root, window), PREFER);
    return keep({ link, begunAt: now().toISOString(), window });
  };
  return {
    facts: {
      provider: "microsoft",
      kinds: ["outlook-calendar"],
      scopes: [
        ...signedIn,
        { scope: "Calendars.Read", words: "Read your calendars", isNeeded: true },
      ],
      canPush: true,
      canReadGrants: false,
      quota: { fetchesPerMinute: 900, itemsPerPage: 200 },
    },
    verify: (account) => verify(openGraph(tools, account)),
    listRoots: (account, within, query) => listCalendars(openGraph(tools, account), within, query),
    begin: (account, root) => beginAt(openGraph(tools, account), root),
    enumerate: (account, root, at, signal) =>
      enumerate(openGraph(tools, account, signal), root, at, now()),
    async *changes(account, root, since, signal) {
      const graph = openGraph(tools, account, signal);
      const place = JSON.parse(since) as Place;
      const isOld = now().getTime() - Date.parse(place.begunAt) > WINDOW_LIVES_MS;
      if (!place.isOver) {
        for await (const page of changes(graph, root, place)) {
          if (!isOld || !page.isLast) yield page;
          else yield { ...page, cursor: keep({ ...place, isOver: true }), isLast: false };
        }
      }
      if (isOld) yield* renewed(graph, root, now());
    },
    async fetch() {
      const words = "An event has no file. What it says is in its entry.";
      throw new SourceFailure("not-fetchable", words, { skip: "kind-not-read" });
    },
    count: (account, root) => count(openGraph(tools, account), root, windowAt(now())),
    ...watching(tools, (root) => ({
      resource: `${calendarOf(root)}/events`,
      change: "created,updated,deleted",
      prefer: PREFER.slice(0, 1),
    })),
  };
}

const keep = (place: Place): string => JSON.stringify(place);

function windowAt(now: Date): Span {
  const day = Math.floor(now.getTime() / DAY_MS) * DAY_MS;
  const at = (days: number) => new Date(day + days * DAY_MS).toISOString();
  return { from: at(-DAYS_BACK), to: at(DAYS_AHEAD) };
}

function calendarOf({ calendar }: RootRef): string {
  if (!calendar) throw refused("not-a-calendar", "Choose a calendar.");
  return `/me/calendars/${encodeURIComponent(calendar)}`;
}

const viewOf = (root: RootRef, window: Span, name = "calendarView/delta") =>
  `${calendarOf(root)}/${name}?startDateTime=${window.from}&endDateTime=${window.to}`;

async function* enumerate(
  graph: Graph,
  root: RootRef,
  at: string | null,
  now: Date,
): AsyncGenerator<ListedPage> {
  const window = windowAt(now);
  const series = createSeries(graph, PREFER, window);
  const path = at ? linkOf(at) : viewOf(root, window);
  const how = { about: at ? "changes" : "root", prefer: PREFER } as const;
  for await (const { found, next } of round<FoundEvent>(graph, path, how)) {
    const shown = { from: new Date(window.from), to: new Date(window.to) };
    yield {
      items: await occurrences(series, found, root),
      next: next && keepLink(next),
      ...(!at && { window: shown }),
    };
  }
}

async function* changes(graph: Graph, root: RootRef, place: Place): AsyncGenerator<ChangedPage> {
  const series = createSeries(graph, PREFER, place.window);
  const how = { about: "changes", prefer: PREFER } as const;
  for await (const page of round<FoundEvent>(graph, place.link, how)) {
    const changed: Change[] = [];
    for (const master of page.found.filter(isMaster)) {
      // Occurrences that only inherit what changed are left out of the delta.
      for (const one of await series.occurrencesOf(master)) {
        changed.push({ kind: "is", item: await wholeItem(series, one, root) });
      }
    }
    const items = await occurrences(series, page.found, root);
    changed.push(...items.map((item) => ({ kind: "is", item }) as const));
    changed.push(...page.removed.map((id) => ({ kind: "gone", id, why: "deleted" }) as const));
    const link = page.next ?? page.end ?? place.link;
    yield { changes: changed, cursor: keep({ ...place, link }), isLast: !page.next };
  }
}

/** Begins a new window, and lists all that is in it. Events of the old one alone stay as they are. */
async function* renewed(graph: Graph, root: RootRef, now: Date): AsyncGenerator<ChangedPage> {
  const window = windowAt(now);
  const series = createSeries(graph, PREFER, window);
  const how = { about: "root", prefer: PREFER } as const;
  for await (const page of round<FoundEvent>(graph, viewOf(root, window), how)) {
    const items = await occurrences(series, page.found, root);
    const cursor = keep({
      link: page.next ?? page.end ?? "",
      begunAt: now.toISOString(),
      window,
    });
    const changes = items.map((item) => ({ kind: "is", item }) as const);
    yield { changes, cursor, isLast: !page.next };
  }
}

const isMaster = ({ type }: Event) => type === "seriesMaster";

async function occurrences(
  series: ReturnType<typeof createSeries>,
  found: readonly FoundEvent[],
  root: RootRef,
): Promise<Item[]> {
  series.learn(found.filter(isMaster));
  const items: Item[] = [];
  for (const one of found) {
    if (!isMaster(one)) items.push(await wholeItem(series, await series.whole(one), root));
  }
  return items;
}

async function wholeItem(
  series: ReturnType<typeof createSeries>,
  found: FoundEvent,
  { calendar = "" }: RootRef,
): Promise<Item> {
  return itemOf(found, { calendarId: calendar, attachments: await series.attachmentsOf(found) });
}

async function count(graph: Graph, root: RootRef, window: Span): Promise<number> {
  const path = `${viewOf(root, window, "calendarView")}&$select=id&$top=500`;
  let events = 0;
  for await (const { value } of graph.pages<Event>(path, { about: "root", prefer: PREFER })) {
    events += value.length;
  }
  return events;
}

async function* listCalendars(
  graph: Graph,
  within?: RootRef,
  query?: string,
): AsyncGenerator<Root> {
  if (within) return;
  const path = "/me/calendars?$select=id,name&$top=100";
  for await (const { value } of graph.pages<Calendar>(path, { about: "root", prefer: PREFER })) {
    for (const { id, name } of value) {
      if (query && !name?.toLowerCase().includes(query.toLowerCase())) continue;
      yield {
        ref: { kind: "outlook-calendar", calendar: id ?? "" },
        kind: "outlook-calendar",
        name: name ?? "",
        path: [],
        hasChildren: false,
        isChoosable: true,
      };
    }
  }
}
