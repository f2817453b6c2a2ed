import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { startCalendar } from "../../../doubles/google/calendar-bench";
import { failureOf, failureOfAll, list, look, oneItem } from "../../../doubles/kit/driving";
import { ANA, BEN } from "../../../doubles/seed";
import { listenForPushes } from "../../../doubles/serving/pushes";
import type { World, WorldEvent } from "../../../doubles/world";
import { isFailure } from "../failures";
import type { Root } from "../source";

const never = new AbortController().signal;
const AN_HOUR = 60 * 60 * 1000;

describe("the traps of Google Calendar", () => {
  let bench: Awaited<ReturnType<typeof startCalendar>>;
  let world: World;
  beforeEach(async () => {
    bench = await startCalendar(50);
    world = bench.doubles.world;
  });
  afterEach(() => bench.doubles.close());

  const add = (event: Partial<WorldEvent> & { title: string }) => {
    const beganAt = new Date("2026-11-04T14:00:00Z");
    const endedAt = new Date(beganAt.getTime() + AN_HOUR);
    return world.addEvent({ calendarId: bench.calendarId, beganAt, endedAt, ...event }).id;
  };
  const ask = async (query: string) => {
    const authorization = `Bearer ${bench.doubles.tokens.issue(ANA)}`;
    const url = `${bench.doubles.url}/calendar/v3/calendars/${bench.calendarId}/events?${query}`;
    const response = await fetch(url, { headers: { authorization } });
    return { status: response.status, body: await response.json() };
  };
  const control = (name: string, ...given: unknown[]) =>
    fetch(`${bench.doubles.url}/__world`, {
      method: "POST",
      body: JSON.stringify({ do: name, with: given }),
    });

  test("the facts of an event are kept", async () => {
    const id = add({
      title: "Nordlicht",
      zone: "Europe/Berlin",
      organiser: ANA,
      seriesId: "evt-series",
      joinUrl: "https://meet.google.com/abc-defg-hij",
      attendees: [{ address: BEN, name: "Ben Okafor", answer: "accepted" }],
      attachments: [{ name: "Notes", url: "https://docs.google.com/document/d/1", itemId: "1" }],
    });
    const item = await oneItem(bench, id);
    expect(item).toMatchObject({ name: "Nordlicht", parentIds: [bench.calendarId, "evt-series"] });
    expect(item.event).toEqual({
      seriesId: "evt-series",
      beganAt: new Date("2026-11-04T14:00:00Z"),
      endedAt: new Date("2026-11-04T15:00:00Z"),
      zone: "Europe/Berlin",
      isAllDay: false,
      isPrivate: false,
      organiser: ANA,
      attendees: [{ address: BEN, name: "Ben Okafor", answer: "accepted" }],
      attachments: [{ name: "Notes", url: "https://docs.google.com/document/d/1", itemId: "1" }],
      joinUrl: "https://meet.google.com/abc-defg-hij",
      isCancelled: false,
    });
  });

  test("of a private event nothing is kept but that the person is busy", async () => {
    const id = add({
      title: "Dentist",
      isPrivate: true,
      organiser: ANA,
      attendees: [{ address: BEN, name: "Ben", answer: null }],
    });
    const item = await oneItem(bench, id);
    expect(item).toMatchObject({ name: "Busy", skip: "private-event", webUrl: null });
    expect(JSON.stringify(item)).not.toMatch(/Dentist|ben@/);
    expect(item.event).toMatchObject({
      isPrivate: true,
      beganAt: new Date("2026-11-04T14:00:00Z"),
    });
  });

  test("working places, focus times and birthdays are no events", async () => {
    const id = add({ title: "Meeting" });
    for (const kind of ["focusTime", "workingLocation", "birthday"] as const)
      add({ title: kind, kind });
    expect((await ask("")).body.items).toHaveLength(4);
    const cursor = await bench.source.begin(bench.account, bench.root);
    expect([...(await list(bench)).items.keys()]).toEqual([id]);
    add({ title: "More focus", kind: "focusTime" });
    expect((await look(bench, cursor)).changes).toEqual([]);
    expect(await bench.source.count?.(bench.account, bench.root)).toBe(1);
  });

  test("a whole day has no time", async () => {
    const beganAt = new Date("2026-12-25T00:00:00Z");
    const endedAt = new Date("2026-12-26T00:00:00Z");
    const item = await oneItem(bench, add({ title: "Closed", isAllDay: true, beganAt, endedAt }));
    // It has no zone of its own, so that it is in that of its calendar.
    const zone = "Europe/Berlin";
    expect(item.event).toMatchObject({ isAllDay: true, beganAt, endedAt, zone });
  });

  test("one cancelled occurrence of a series goes by itself", async () => {
    const first = add({ title: "Weekly", seriesId: "evt-weekly" });
    const second = add({ title: "Weekly", seriesId: "evt-weekly" });
    const cursor = await bench.source.begin(bench.account, bench.root);
    world.changeEvent(first, { isCancelled: true });
    const { changes } = await look(bench, cursor);
    expect(changes).toEqual([{ kind: "gone", id: first, why: "deleted" }]);
    expect([...(await list(bench)).items.keys()]).toEqual([second]);
  });

  test("a token that died is a 410, and a comparison begins", async () => {
    const cursor = await bench.source.begin(bench.account, bench.root);
    const id = add({ title: "Missed" });
    await control("calendar.forget");
    const lost = await failureOfAll(bench.source.changes(bench.account, bench.root, cursor, never));
    expect(isFailure(lost, "cursor-lost")).toBe(true);
    const fresh = await bench.source.begin(bench.account, bench.root);
    expect((await list(bench)).items.has(id)).toBe(true);
    expect((await look(bench, fresh)).changes).toEqual([]);
  });

  test("a token stands on the last page alone, and other parameters spoil it", async () => {
    await bench.hands.addMany(60);
    const first = await ask("singleEvents=true&maxResults=50");
    expect(first.body).not.toHaveProperty("nextSyncToken");
    const last = await ask(`singleEvents=true&maxResults=50&pageToken=${first.body.nextPageToken}`);
    const token = last.body.nextSyncToken;
    expect((await ask(`singleEvents=true&syncToken=${token}`)).status).toBe(200);
    expect((await ask(`syncToken=${token}`)).status).toBe(400);
    for (const other of ["timeMin=2026-01-01T00:00:00Z", "q=x", "orderBy=startTime"]) {
      expect((await ask(`singleEvents=true&syncToken=${token}&${other}`)).status).toBe(400);
    }
  });

  test("a calendar that is gone is no empty calendar", async () => {
    bench.root = { calendar: "cal-gone" };
    expect(isFailure((await list(bench)).failure, "root-gone")).toBe(true);
    const begun = await failureOf(bench.source.begin(bench.account, bench.root));
    expect(isFailure(begun, "root-gone")).toBe(true);
  });

  test("calendars are roots, found by name", async () => {
    world.addCalendar(ANA, "Holidays of the team");
    world.addCalendar(BEN, "Bens");
    const names = async (query?: string) => {
      const roots: Root[] = [];
      for await (const root of bench.source.listRoots(bench.account, undefined, query))
        roots.push(root);
      return roots.map(({ name }) => name);
    };
    expect(await names()).toEqual([ANA, "Holidays of the team"]);
    expect(await names("holi")).toEqual(["Holidays of the team"]);
  });

  test("a channel of a calendar says that something changed", async () => {
    const pushes = await listenForPushes();
    const wish = { url: pushes.url, secret: "a-secret" };
    const watch = await bench.source.watch?.(bench.account, bench.root, wish);
    add({ title: "New" });
    await control("calendar.push");
    const [, change] = await pushes.wait(2);
    expect(change?.headers).toMatchObject({
      "x-goog-channel-token": "a-secret",
      "x-goog-resource-state": "change",
    });
    if (watch) await bench.source.unwatch?.(bench.account, watch);
    await pushes.close();
  });
});
