import type { calendar_v3 } from "@googleapis/calendar";

import { eventAnswerOf } from "../event-words";
import type { EventFacts, Item } from "../source";

type Event = calendar_v3.Schema$Event;

/** Returns an event as an item. Of a private one nothing is kept but that the person is busy. An event without a zone is in that of its calendar. */
export function itemOf(
  found: Event,
  { calendarId, zone }: { calendarId: string; zone: string | null },
): Item {
  const event = factsOf(found, zone);
  const series = found.recurringEventId;
  return {
    id: found.id ?? "",
    parentIds: series ? [calendarId, series] : [calendarId],
    name: event.isPrivate ? "Busy" : (found.summary ?? ""),
    mediaType: "text/calendar",
    size: null,
    revision: (found.etag ?? "").replaceAll('"', ""),
    modifiedAt: new Date(found.updated ?? 0),
    webUrl: event.isPrivate ? null : (found.htmlLink ?? null),
    isFolder: false,
    event,
    ...(event.isPrivate && { skip: "private-event" as const }),
  };
}

function factsOf(found: Event, zone: string | null): EventFacts {
  const isPrivate = found.visibility === "private" || found.visibility === "confidential";
  const times = {
    seriesId: found.recurringEventId ?? null,
    beganAt: timeOf(found.start),
    endedAt: timeOf(found.end),
    zone: found.start?.timeZone ?? zone,
    isAllDay: Boolean(found.start?.date),
    isPrivate,
    isCancelled: found.status === "cancelled",
  };
  if (isPrivate) {
    return { ...times, organiser: null, attendees: [], attachments: [], joinUrl: null };
  }
  return {
    ...times,
    organiser: found.organizer?.email?.toLowerCase() ?? null,
    attendees: (found.attendees ?? [])
      .filter(({ resource }) => !resource)
      .map(({ email, displayName, responseStatus }) => ({
        address: email?.toLowerCase() ?? "",
        name: displayName ?? null,
        answer: eventAnswerOf(responseStatus),
      })),
    attachments: (found.attachments ?? []).map(({ title, fileUrl, fileId }) => ({
      name: title ?? "",
      url: fileUrl ?? "",
      itemId: fileId ?? null,
    })),
    joinUrl: found.hangoutLink ?? videoOf(found),
  };
}

const videoOf = ({ conferenceData }: Event): string | null =>
  conferenceData?.entryPoints?.find(({ entryPointType }) => entryPointType === "video")?.uri ??
  null;

/** A day without a time begins at midnight UTC. */
const timeOf = (time: calendar_v3.Schema$EventDateTime | undefined): Date =>
  new Date(time?.dateTime ?? time?.date ?? 0);
