import type { Attendee, DateTimeTimeZone, Event } from "@microsoft/microsoft-graph-types";

import { findIana } from "windows-iana";

import { eventAnswerOf } from "../event-words";
import type { EventFacts, Item } from "../source";
import type { Attachment } from "./calendar-series";

/** Returns an event as an item. Of a private one nothing is kept but that the person is busy. */
export function itemOf(
  found: Event,
  { calendarId, attachments }: { calendarId: string; attachments: readonly Attachment[] },
): Item {
  const { id = "", subject, seriesMasterId, changeKey, lastModifiedDateTime, webLink } = found;
  const event = factsOf(found, attachments);
  return {
    id,
    parentIds: seriesMasterId ? [calendarId, seriesMasterId] : [calendarId],
    name: event.isPrivate ? "Busy" : (subject ?? ""),
    mediaType: "text/calendar",
    size: null,
    revision: changeKey ?? lastModifiedDateTime ?? "",
    modifiedAt: new Date(lastModifiedDateTime ?? 0),
    webUrl: event.isPrivate ? null : (webLink ?? null),
    isFolder: false,
    event,
    ...(event.isPrivate && { skip: "private-event" as const }),
  };
}

function factsOf(found: Event, attachments: readonly Attachment[]): EventFacts {
  const { start, end, sensitivity, originalStartTimeZone, seriesMasterId } = found;
  const isPrivate = sensitivity === "private" || sensitivity === "confidential";
  const times = {
    seriesId: seriesMasterId ?? null,
    beganAt: timeOf(start),
    endedAt: timeOf(end),
    zone: zoneOf(originalStartTimeZone),
    isAllDay: found.isAllDay ?? false,
    isPrivate,
    isCancelled: found.isCancelled ?? false,
  };
  if (isPrivate) {
    return { ...times, organiser: null, attendees: [], attachments: [], joinUrl: null };
  }
  return {
    ...times,
    organiser: found.organizer?.emailAddress?.address?.toLowerCase() ?? null,
    attendees: (found.attendees ?? []).filter(({ type }) => type !== "resource").map(attendeeOf),
    attachments: attachments.map(({ id, name }) => ({
      name: name ?? "",
      url: found.webLink ?? "",
      itemId: id ?? null,
    })),
    joinUrl: found.onlineMeeting?.joinUrl ?? null,
  };
}

function attendeeOf({ emailAddress, status }: Attendee): EventFacts["attendees"][number] {
  return {
    address: emailAddress?.address?.toLowerCase() ?? "",
    name: emailAddress?.name ?? null,
    answer: eventAnswerOf(status?.response),
  };
}

/** Outlook writes the names that Windows has for zones. A zone that somebody made up has no name elsewhere. */
function zoneOf(name: string | null | undefined): string | null {
  if (!name || name.startsWith("tzone:")) return null;
  return findIana(name)[0] ?? name;
}

/** Times come without an offset, in the zone that was asked for: UTC. */
function timeOf(given: DateTimeTimeZone | null | undefined): Date {
  const text = given?.dateTime ?? "1970-01-01T00:00:00";
  return new Date(/Z|[+-]\d\d:\d\d$/.test(text) ? text : `${text}Z`);
}
