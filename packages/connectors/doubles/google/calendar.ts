import { type Answer, type Asked, jsonOf, type Manner } from "../serving/asked";
import type { World, WorldCalendar, WorldEvent } from "../world";
import { createChannels } from "./channels";
import { googleError, googleTrouble, invalidToken } from "./errors";
import {
  addressOf,
  type GoogleRoute,
  googleRoutes,
  isTrue,
  seal,
  sizeOf,
  unseal,
} from "./google-routes";
import { createQuota } from "./quota";

const A_MONTH = 30 * 24 * 60 * 60 * 1000;
const ROOT = "/calendar/v3";
/** Parameters that may not be beside a sync token. */
const forbidden = [
  "iCalUID",
  "orderBy",
  "privateExtendedProperty",
  "q",
  "sharedExtendedProperty",
  "timeMin",
  "timeMax",
  "updatedMin",
];
/** Parameters that a token is made for. */
const bound = ["singleEvents", "eventTypes", "showHiddenInvitations", "maxAttendees"];

/** Tokens of an era before the present one are worth nothing. */
type Token = { era: number; seq: number; to: number; query: string; after: string };

/** Calendar v3. */
export function calendarDouble(world: World): Manner {
  const quota = createQuota({ limit: 600, name: "defaultPerMinutePerUser" });
  const channels = createChannels(world, { longest: A_MONTH, prefix: "calendar" });
  let era = 0;
  const watch = (asked: Asked): Answer => {
    const wanted = jsonOf<{ id?: string; type?: string; address?: string }>(asked);
    if (!wanted.id || wanted.type !== "web_hook") return googleError(400, "required", "Required");
    return { json: channels.open(wanted, `calendar/v3/calendars/${asked.params.id}/events`) };
  };
  const stop = (asked: Asked): Answer => {
    const { id = "", resourceId = "" } = jsonOf<{ id?: string; resourceId?: string }>(asked);
    if (channels.stop(id, resourceId)) return { status: 204 };
    return googleError(404, "notFound", `Channel '${id}' not found for project`);
  };
  const events = `${ROOT}/calendars/:id/events`;
  const routes: GoogleRoute[] = [
    {
      method: "GET",
      path: `${ROOT}/users/me/calendarList`,
      schema: "CalendarList",
      units: 1,
      answer: listCalendars,
    },
    {
      method: "GET",
      path: `${ROOT}/calendars/:id`,
      schema: "Calendar",
      units: 1,
      answer: getCalendar,
    },
    {
      method: "GET",
      path: events,
      schema: "Events",
      units: 1,
      answer: (asked) => listEvents(asked, era),
    },
    { method: "POST", path: `${events}/watch`, schema: "Channel", units: 1, answer: watch },
    { method: "POST", path: `${ROOT}/channels/stop`, schema: null, units: 1, answer: stop },
  ];
  return {
    service: "google-calendar",
    trouble: googleTrouble,
    controls: {
      "calendar.push": (times?: number) => channels.deliver(times),
      /** All sync tokens up to now are worth nothing. */
      "calendar.forget": () => {
        era += 1;
      },
    },
    routes: googleRoutes("calendar", quota, routes),
  };
}

const ownOf = (asked: Asked): WorldCalendar[] =>
  [...asked.world.calendars.values()].filter(({ owner }) => owner === addressOf(asked));

const findCalendar = (asked: Asked): WorldCalendar | null =>
  ownOf(asked).find(
    ({ id, name, owner }) =>
      id === asked.params.id || (asked.params.id === "primary" && name === owner),
  ) ?? null;

const missing = (): Answer => googleError(404, "notFound", "Not Found");

function listCalendars(asked: Asked): Answer {
  const items = ownOf(asked).map(({ id, name, owner }) => ({
    kind: "calendar#calendarListEntry",
    id,
    summary: name,
    accessRole: "owner",
    timeZone: "Europe/Berlin",
    ...(name === owner && { primary: true }),
  }));
  return { json: { kind: "calendar#calendarList", items } };
}

function getCalendar(asked: Asked): Answer {
  const found = findCalendar(asked);
  return found
    ? {
        json: {
          kind: "calendar#calendar",
          id: found.id,
          summary: found.name,
          timeZone: "Europe/Berlin",
        },
      }
    : missing();
}

function listEvents(asked: Asked, era: number): Answer {
  const calendar = findCalendar(asked);
  if (!calendar) return missing();
  const { query, world } = asked;
  const sync = query.get("syncToken");
  if (sync && forbidden.some((name) => query.has(name))) {
    return googleError(400, "badRequest", "Sync token cannot be used with these parameters.");
  }
  if (query.get("orderBy") === "startTime" && !isTrue(asked, "singleEvents")) {
    return googleError(
      400,
      "badRequest",
      "The requested ordering is not available for the particular query.",
    );
  }
  const scope = `${calendar.id}|${bound.map((name) => query.getAll(name).join(",")).join("|")}`;
  const since = unseal<Token>(sync);
  if (sync && (!since || since.era < era)) {
    return googleError(
      410,
      "fullSyncRequired",
      "Sync token is no longer valid, a full sync is required.",
    );
  }
  if (since && since.query !== scope)
    return googleError(400, "badRequest", "Invalid sync token value.");
  const at = unseal<Token>(query.get("pageToken"));
  if (query.get("pageToken") && at?.query !== scope) return invalidToken();
  const to = at?.to ?? world.journal.length;
  const found = since ? changedSince(asked, calendar, since.seq, to) : allOf(asked, calendar);
  return page(asked, found, {
    era,
    seq: since?.seq ?? 0,
    to,
    query: scope,
    after: at?.after ?? "",
  });
}

function page(asked: Asked, found: WorldEvent[], at: Token): Answer {
  const size = sizeOf(asked, "maxResults", 250, 2500);
  const from = at.after ? found.findIndex(({ id }) => id > at.after) : 0;
  const part = from < 0 ? [] : found.slice(from, from + size);
  const isWhole = from < 0 || from + size >= found.length;
  const next = seal({ ...at, after: part.at(-1)?.id ?? "" });
  // The token is on the last page alone, and means the moment of the first one.
  const sync = seal({ era: at.era, seq: at.to, to: 0, query: at.query, after: "" } satisfies Token);
  return {
    list: "items",
    json: {
      kind: "calendar#events",
      summary: "",
      timeZone: "Europe/Berlin",
      accessRole: "owner",
      items: part.map(eventView),
      ...(isWhole ? { nextSyncToken: sync } : { nextPageToken: next }),
    },
  };
}

const hasKind = (asked: Asked, { kind }: WorldEvent): boolean => {
  const kinds = asked.query.getAll("eventTypes");
  return kinds.length === 0 || kinds.includes(kind);
};

const byId = (one: WorldEvent, two: WorldEvent) => (one.id < two.id ? -1 : 1);

const allOf = (asked: Asked, calendar: WorldCalendar): WorldEvent[] =>
  [...asked.world.events.values()]
    .filter((event) => event.calendarId === calendar.id && hasKind(asked, event))
    .filter((event) => !event.isCancelled || isTrue(asked, "showDeleted"))
    .sort(byId);

function changedSince(
  asked: Asked,
  calendar: WorldCalendar,
  seq: number,
  to: number,
): WorldEvent[] {
  const entries = asked.world.journal.slice(seq, to).filter(({ thing }) => thing === "event");
  return [...new Set(entries.map(({ id }) => id))]
    .flatMap((id) => asked.world.events.get(id) ?? [])
    .filter((event) => event.calendarId === calendar.id && hasKind(asked, event))
    .sort(byId);
}

/** A cancelled event keeps its id, and little else. */
function eventView(event: WorldEvent) {
  const base = {
    kind: "calendar#event",
    id: event.id,
    etag: `"${event.change}"`,
    status: event.isCancelled ? "cancelled" : "confirmed",
    ...(event.seriesId && {
      recurringEventId: event.seriesId,
      originalStartTime: timeOf(event, event.beganAt),
    }),
  };
  if (event.isCancelled) return base;
  return {
    ...base,
    eventType: event.kind,
    summary: event.title,
    htmlLink: `https://www.google.com/calendar/event?eid=${event.id}`,
    updated: new Date(event.beganAt.getTime() - 1000).toISOString(),
    iCalUID: `${event.id}@google.com`,
    start: timeOf(event, event.beganAt),
    end: timeOf(event, event.endedAt),
    ...(event.isPrivate && { visibility: "private" }),
    ...(event.organiser && { organizer: { email: event.organiser } }),
    ...(event.joinUrl && { hangoutLink: event.joinUrl }),
    attendees: [
      ...event.attendees.map(({ address, name, answer }) => ({
        email: address,
        ...(name && { displayName: name }),
        responseStatus: answer ?? "needsAction",
      })),
      ...(event.rooms ?? []).map((email) => ({
        email,
        resource: true,
        responseStatus: "accepted",
      })),
    ],
    ...(event.attachments.length > 0 && {
      attachments: event.attachments.map(({ name, url, itemId }) => ({
        title: name,
        fileUrl: url,
        ...(itemId && { fileId: itemId }),
      })),
    }),
  };
}

function timeOf({ isAllDay, zone }: WorldEvent, at: Date) {
  const text = at.toISOString();
  return isAllDay
    ? { date: text.slice(0, 10) }
    : { dateTime: text, ...(zone && { timeZone: zone }) };
}
