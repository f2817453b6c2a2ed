import type { Attendee, Event } from "@microsoft/microsoft-graph-types";

import type { Answer, Asked, Route } from "../serving/asked";
import type { World, WorldCalendar, WorldEvent } from "../world";
import { offsetPage, one, refusal, type Settings } from "./answers";
import { answerDelta, type Feed, windowOf } from "./deltas";

const itemNotFound = () => refusal(404, "ErrorItemNotFound", "The specified object was not found.");

/** The routes of calendars. The delta is that of a window, which its links hold. */
export function calendarRoutes(settings: Settings): Route[] {
  const get = (path: string, answer: (asked: Asked) => Answer): Route => ({
    method: "GET",
    path: `/v1.0/me${path}`,
    answer,
  });
  const calendar = (path: string, answer: (asked: Asked, found: WorldCalendar) => Answer) =>
    get(`/calendars/:calendar${path}`, (asked) => {
      const found = calendarsOf(asked).find(({ id }) => id === asked.params.calendar);
      return found ? answer(asked, found) : itemNotFound();
    });
  return [
    get("/calendars", (asked) => {
      const found = calendarsOf(asked).map(({ id, name }) => ({ id, name }));
      return offsetPage("Calendar", found, asked, settings);
    }),
    get("/calendarView", (asked) => {
      const window = windowOf(asked) ?? "";
      const events = calendarsOf(asked).flatMap((one) => occurrencesIn(asked.world, one, window));
      const full = events.map((event) => eventJson(asked.world, event, false));
      return offsetPage("Event", full, asked, settings);
    }),
    calendar("/calendarView/delta", (asked, found) => delta(asked, found, settings)),
    calendar("/calendarView", (asked, found) => {
      const window = windowOf(asked) ?? "";
      const events = occurrencesIn(asked.world, found, window);
      const full = events.map((event) => eventJson(asked.world, event, false));
      return offsetPage("Event", full, asked, settings);
    }),
    get("/events/:event", (asked) => {
      const found = allOf(asked).find(({ id }) => id === asked.params.event);
      return found ? one("Event", found, asked) : itemNotFound();
    }),
    get("/events/:event/attachments", (asked) => {
      const held = eventHeld(asked, asked.params.event ?? "");
      if (!held) return itemNotFound();
      const found = held.attachments.map(({ name, itemId }) => ({ id: itemId ?? name, name }));
      return offsetPage("Attachment", found, asked, settings);
    }),
    get("/events/:event/instances", (asked) => {
      const window = windowOf(asked) ?? "";
      const events = calendarsOf(asked)
        .flatMap((found) => occurrencesIn(asked.world, found, window))
        .filter((event) => masterIdOf(event) === asked.params.event);
      const full = events.map((event) => eventJson(asked.world, event, false));
      return offsetPage("Event", full, asked, settings);
    }),
  ];
}

const calendarsOf = ({ world, caller }: Asked): WorldCalendar[] =>
  [...world.calendars.values()].filter(({ owner }) => owner === caller?.address);

function eventsOf(world: World, calendar: WorldCalendar): WorldEvent[] {
  return [...world.events.values()].filter(({ calendarId }) => calendarId === calendar.id);
}

function occurrencesIn(world: World, calendar: WorldCalendar, window: string): WorldEvent[] {
  const [from = "", to = ""] = window.split("/");
  return eventsOf(world, calendar).filter(
    ({ beganAt, endedAt, isCancelled }) =>
      !isCancelled && beganAt.getTime() < Date.parse(to) && endedAt.getTime() > Date.parse(from),
  );
}

const allOf = (asked: Asked): Event[] =>
  calendarsOf(asked).flatMap((calendar) => {
    const events = eventsOf(asked.world, calendar).filter(({ isCancelled }) => !isCancelled);
    const full = events.map((event) => eventJson(asked.world, event, false));
    return [...full, ...mastersOf(events)];
  });

function delta(asked: Asked, calendar: WorldCalendar, settings: Settings): Answer {
  if (asked.query.has("$select")) {
    return refusal(400, "ErrorInvalidUrlQuery", "$select is not supported for this resource.");
  }
  const window = windowOf(asked);
  if (!window) return refusal(400, "ErrorInvalidParameter", "A view needs its start and its end.");
  return answerDelta(asked, feedOf(asked.world, calendar, window), settings);
}

function feedOf(world: World, calendar: WorldCalendar, window: string): Feed {
  const within = () => occurrencesIn(world, calendar, window);
  return {
    type: "Event",
    place: calendar.id,
    isDrive: false,
    window,
    listed: () => {
      const events = within();
      // Occurrences may come before what they inherit from.
      return [...events.map((event) => eventJson(world, event, true)), ...mastersOf(events)];
    },
    changed: (since, until) => {
      const ids = world.journal
        .slice(since, until)
        .flatMap(({ thing, id }) => (thing === "event" ? [id] : []));
      const there = new Set(within().map(({ id }) => id));
      return ids.flatMap((id) => {
        const event = world.events.get(id);
        if (event?.calendarId !== calendar.id) return [];
        if (!there.has(id)) return [{ id, "@removed": { reason: "deleted" } }];
        return [eventJson(world, event, true)];
      });
    },
  };
}

const masterIdOf = ({ calendarId, seriesId }: WorldEvent): string | null =>
  seriesId && `series-${calendarId}-${seriesId}`;

/** An event, or the one that a series was made with. */
function eventHeld(asked: Asked, id: string): WorldEvent | undefined {
  return calendarsOf(asked)
    .flatMap((calendar) => eventsOf(asked.world, calendar))
    .find((event) => !event.isCancelled && (event.id === id || masterIdOf(event) === id));
}

/** The events that series were made with. */
function mastersOf(events: readonly WorldEvent[]): Event[] {
  const first = new Map<string, WorldEvent>();
  for (const event of events) {
    const id = masterIdOf(event);
    if (id && !first.has(id)) first.set(id, event);
  }
  return [...first].map(([id, event]) => ({
    ...wholeOf(event),
    id,
    type: "seriesMaster" as const,
    seriesMasterId: null,
  }));
}

function eventJson(_world: World, event: WorldEvent, isSparse: boolean): Event {
  const master = masterIdOf(event);
  if (!master) return { ...wholeOf(event), type: "singleInstance", seriesMasterId: null };
  const { id, type, start, end, changeKey } = { ...wholeOf(event), type: "occurrence" as const };
  if (isSparse)
    return { id: id ?? "", type, seriesMasterId: master, start: start ?? null, end: end ?? null };
  return { ...wholeOf(event), type, seriesMasterId: master, changeKey: changeKey ?? null };
}

function wholeOf(event: WorldEvent): Event {
  const { id, title, change, isPrivate, isAllDay, isCancelled, zone, organiser, joinUrl } = event;
  return {
    id,
    subject: title,
    changeKey: `${id}-${change}`,
    lastModifiedDateTime: new Date(Date.UTC(2026, 9, 1) + change * 1000).toISOString(),
    webLink: `https://outlook.example/calendar/${id}`,
    start: timeOf(event.beganAt),
    end: timeOf(event.endedAt),
    isAllDay,
    isCancelled,
    sensitivity: isPrivate ? "private" : "normal",
    originalStartTimeZone: zone ?? "UTC",
    organizer: { emailAddress: { address: organiser ?? "", name: organiser ?? "" } },
    hasAttachments: event.attachments.length > 0,
    attendees: [
      ...event.attendees.map(attendeeOf),
      ...(event.rooms ?? []).map((address) => ({
        type: "resource" as const,
        emailAddress: { address, name: address },
        status: { response: "accepted" as const },
      })),
    ],
    onlineMeeting: joinUrl ? { joinUrl } : null,
  };
}

/** Times carry no offset: the zone is beside them. */
const timeOf = (at: Date) => ({ dateTime: at.toISOString().replace("Z", "0000"), timeZone: "UTC" });

function attendeeOf({ address, name, answer }: WorldEvent["attendees"][number]): Attendee {
  return {
    type: "required",
    emailAddress: { address, name: name ?? address },
    status: {
      response: answer === "tentative" ? "tentativelyAccepted" : (answer ?? "notResponded"),
    },
  };
}
