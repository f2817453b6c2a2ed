import type { Item } from "@besunny/connectors/sources/source";
import type { StoredEvent } from "@besunny/db/sources/calendar-events";
import type { RecordedItem } from "@besunny/db/sources/item-rows";

import { choiceOf } from "./choice";
import type { SourceRules } from "./source";

const LONGEST_NAME = 1000;

/** Returns the rows of items. Of an item that is listed twice the last one counts. */
export function recordedOf(items: readonly Item[], rules: SourceRules): RecordedItem[] {
  const last = new Map(items.map((item) => [item.id, item]));
  return [...last.values()].map((item) => ({
    externalId: storable(item.id),
    parentIds: item.parentIds.map(storable),
    place: item.place === undefined ? null : storable(item.place),
    name: nameOf(item),
    mediaType: storable(item.mediaType).slice(0, 255),
    size: item.size,
    revision: storable(item.revision),
    modifiedAt: item.modifiedAt,
    webUrl: item.webUrl,
    isFolder: item.isFolder,
    facts: item.mail ?? null,
    grantsKey: item.grantsKey ?? null,
    ...choiceOf(item, rules),
  }));
}

/** Returns the rows of events. Of a private event nothing is kept but that somebody is busy. */
export function eventsOf(sourceId: string, items: readonly Item[]): StoredEvent[] {
  const last = new Map(items.map((item) => [item.id, item]));
  return [...last.values()].flatMap(({ id, name, event }) => {
    if (!event) return [];
    const { isPrivate, isCancelled, organiser, attendees, attachments, joinUrl, ...rest } = event;
    const state = isCancelled ? ("cancelled" as const) : ("planned" as const);
    const own = { sourceId, externalId: storable(id), state, isPrivate, ...rest };
    return isPrivate
      ? [{ ...own, title: "", organiser: null, attendees: [], attachments: [], joinUrl: null }]
      : [{ ...own, title: storable(name), organiser, attendees, attachments, joinUrl }];
  });
}

/** The name of a private event is what it is about. */
function nameOf({ name, event }: Item): string {
  return event?.isPrivate ? "" : storable(name).slice(0, LONGEST_NAME);
}

/** Returns a text that PostgreSQL stores. */
function storable(text: string): string {
  return text.replaceAll("\0", "\ufffd").toWellFormed();
}
