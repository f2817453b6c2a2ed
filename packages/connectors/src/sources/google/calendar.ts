import { type calendar_v3, calendar as calendarApi } from "@googleapis/calendar";

import type { Account, Change, ChangedPage, ListedPage, Root, RootRef, Source } from "../source";
import { itemOf } from "./calendar-items";
import { type GoogleTools, openGoogle, revokeToken, scopeOf, verifyToken } from "./client";
import { type About, notFetchable } from "./errors";
import { units } from "./paces";
import { closeChannel, openChannel } from "./watches";

type Calendar = ReturnType<typeof openCalendar>;
type Wish = { page?: string | null; sync?: string | null; fields?: string; order?: string };

/** Opens Google Calendar for one account. */
function openCalendar(tools: GoogleTools, account: Account, signal?: AbortSignal) {
  const google = openGoogle(tools, account, "calendar", signal);
  const api = calendarApi({ version: "v3", ...google.options });
  return { ...google, api, pageSize: tools.pageSize ?? 1000 };
}

/** A token is good only beside the parameters that it was made with, so there is one place for them. */
const always = { singleEvents: true, eventTypes: ["default", "outOfOffice", "fromGmail"] };

/** Google Calendar: events of one calendar, each occurrence by itself. Working places, focus times and birthdays are left out. */
export function createCalendarSource(tools: GoogleTools): Source {
  const open = (account: Account, signal?: AbortSignal) => openCalendar(tools, account, signal);
  const now = tools.now ?? (() => new Date());
  return {
    facts: {
      provider: "google",
      kinds: ["google-calendar"],
      scopes: [
        { scope: "openid", words: "Know which account it is", isNeeded: true },
        { scope: "email", words: "Read your address", isNeeded: true },
        {
          scope: scopeOf("calendar"),
          words: "Read your calendars. Private events are shown as busy",
          isNeeded: true,
        },
      ],
      canPush: true,
      canReadGrants: false,
      quota: { fetchesPerMinute: 600, itemsPerPage: 1000 },
    },
    verify: (account) => verifyToken(open(account)),
    listRoots: (account, within, query) =>
      listCalendars(open(account), within !== undefined, query),
    begin: (account, root) => tokenOfNow(open(account), root),
    enumerate: (account, root, at, signal) => listEvents(open(account, signal), root, at),
    changes: (account, root, since, signal) => lookAtEvents(open(account, signal), root, since),
    async fetch() {
      throw notFetchable("kind-not-read", "An event has no file.");
    },
    count: (account, root) => countEvents(open(account), root),
    async watch(account, root, address) {
      const calendar = open(account);
      return openChannel(calendar, address, now(), (requestBody, stop) =>
        calendar.api.events.watch({ calendarId: idOf(root), requestBody }, stop),
      );
    },
    unwatch(account, watch) {
      const calendar = open(account);
      return closeChannel(calendar, watch, (requestBody, stop) =>
        calendar.api.channels.stop({ requestBody }, stop),
      );
    },
    revoke: (account) => revokeToken(open(account)),
  };
}

const idOf = ({ calendar }: RootRef): string => calendar || "primary";

const isEvents = ({ nextPageToken, nextSyncToken, items }: calendar_v3.Schema$Events): boolean =>
  Boolean(nextPageToken ?? nextSyncToken ?? items);

function eventsPage(calendar: Calendar, root: RootRef, about: About, wish: Wish) {
  const { page, sync, fields, order } = wish;
  const how = { units: units.calendar.any, about, isRight: isEvents };
  return calendar.ask<calendar_v3.Schema$Events>(how, (stop) =>
    calendar.api.events.list(
      {
        calendarId: idOf(root),
        ...always,
        maxResults: calendar.pageSize,
        ...(page && { pageToken: page }),
        ...(sync && { syncToken: sync }),
        ...(fields && { fields }),
        ...(order && { orderBy: order }),
      },
      stop,
    ),
  );
}

/** Calendar has no token of "now": it is at the end of a listing, which is read here for its end alone. */
async function tokenOfNow(calendar: Calendar, root: RootRef): Promise<string> {
  const fields = "nextPageToken,nextSyncToken";
  for (let page: string | null = null; ; ) {
    const data: calendar_v3.Schema$Events = await eventsPage(calendar, root, "root", {
      page,
      fields,
    });
    page = data.nextPageToken ?? null;
    if (!page) return JSON.stringify({ sync: data.nextSyncToken });
  }
}

async function* listEvents(
  calendar: Calendar,
  root: RootRef,
  at: string | null,
): AsyncGenerator<ListedPage> {
  for (let page = at; ; ) {
    const data = await eventsPage(calendar, root, page ? "listing" : "root", { page });
    page = data.nextPageToken ?? null;
    const items = (data.items ?? [])
      .filter(({ status }) => status !== "cancelled")
      .map((event) => itemOf(event, placeOf(root, data)));
    yield { items, next: page };
    calendar.signal?.throwIfAborted();
    if (!page) return;
  }
}

type Kept = { sync: string; page?: string };

async function* lookAtEvents(
  calendar: Calendar,
  root: RootRef,
  since: string,
): AsyncGenerator<ChangedPage> {
  for (let at = JSON.parse(since) as Kept; ; ) {
    const data = await eventsPage(calendar, root, "changes", {
      sync: at.sync,
      page: at.page ?? null,
    });
    const changes = (data.items ?? []).map((event) => changeOf(event, placeOf(root, data)));
    const isLast = !data.nextPageToken;
    at = data.nextPageToken
      ? { sync: at.sync, page: data.nextPageToken }
      : { sync: data.nextSyncToken ?? at.sync };
    yield { changes, cursor: JSON.stringify(at), isLast };
    calendar.signal?.throwIfAborted();
    if (isLast) return;
  }
}

const placeOf = (root: RootRef, { timeZone }: calendar_v3.Schema$Events) => ({
  calendarId: idOf(root),
  zone: timeZone ?? null,
});

/** A deleted event comes as a cancelled one, which has an id and nothing more. */
function changeOf(
  event: calendar_v3.Schema$Event,
  place: { calendarId: string; zone: string | null },
): Change {
  if (event.status === "cancelled") return { kind: "gone", id: event.id ?? "", why: "deleted" };
  return { kind: "is", item: itemOf(event, place) };
}

async function countEvents(calendar: Calendar, root: RootRef): Promise<number> {
  let count = 0;
  let page: string | null = null;
  do {
    const data: calendar_v3.Schema$Events = await eventsPage(calendar, root, "root", {
      page,
      order: "startTime",
      fields: "nextPageToken,items(id)",
    });
    count += data.items?.length ?? 0;
    page = data.nextPageToken ?? null;
  } while (page);
  return count;
}

async function* listCalendars(
  calendar: Calendar,
  isBelow: boolean,
  query?: string,
): AsyncGenerator<Root> {
  if (isBelow) return;
  let page: string | null = null;
  do {
    const at: string | null = page;
    const data: calendar_v3.Schema$CalendarList = await calendar.ask(
      { units: units.calendar.any, about: "account" },
      (stop) =>
        calendar.api.calendarList.list({ maxResults: 250, ...(at && { pageToken: at }) }, stop),
    );
    for (const { id, summary, summaryOverride } of data.items ?? []) {
      const name = summaryOverride ?? summary ?? "";
      if (query && !name.toLowerCase().includes(query.toLowerCase())) continue;
      const ref = { calendar: id ?? "" };
      yield { ref, kind: "google-calendar", name, path: [], hasChildren: false, isChoosable: true };
    }
    page = data.nextPageToken ?? null;
  } while (page);
}
