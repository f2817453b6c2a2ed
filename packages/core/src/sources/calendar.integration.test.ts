import type { WorldEvent } from "@besunny/connectors/doubles/world";
import type { SourceKind } from "@besunny/connectors/sources/source-words";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

import { aContext, database } from "../../test/contexts";
import { everyText } from "../../test/every-text";
import { type AtDoubles, atDoubles, connect, pump, sync } from "../../test/sources/source-doubles";
import { addSource } from "./add-source";
import { compareSource } from "./compare-source";
import { getSource } from "./get-source";
import { listItems } from "./list-items";
import { lookNow } from "./look-now";

const ANA = "ana@harbour.example";
const BEN = "ben@harbour.example";
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

let at: AtDoubles;
beforeEach(async () => {
  at = await atDoubles();
  at.world.addPerson(ANA, "Ana Ferreira");
  at.world.addPerson(BEN, "Ben Okafor");
});
afterEach(() => at.doubles.close());

/** A calendar of a person as a source that was looked at, with hands on the calendar itself. */
async function aCalendar(kind: SourceKind, prepare: (add: Add) => void = () => {}) {
  const calendarId = at.world.addCalendar(ANA, "Harbour").id;
  const add: Add = (inDays, given) => {
    const beganAt = new Date(at.world.now().getTime() + inDays * DAY);
    const endedAt = new Date(beganAt.getTime() + HOUR);
    return at.world.addEvent({ calendarId, title: "Meeting", beganAt, endedAt, ...given }).id;
  };
  prepare(add);
  const { sources, clock } = at;
  const ctx = { ...(await aContext({ role: "owner", sources })), clock };
  const connectionId = await connect(ctx, { kind, address: ANA });
  const root = { kind, calendar: calendarId };
  const { id } = await addSource(ctx, { connectionId, kind, root, name: "Harbour" });
  const events = () =>
    database.read({ workspaceId: ctx.workspaceId, principals: [] }, ({ calendarEvents }) =>
      calendarEvents.list(id, { from: new Date(0), to: new Date("2100-01-01") }),
    );
  const follow = async () => {
    at.world.advance(20 * 60_000);
    await lookNow(ctx, { id });
    await sync(ctx, id);
    expect(await pump(ctx, id)).toBe(0);
  };
  await sync(ctx, id);
  return { ctx, id, add, events, follow };
}
type Add = (inDays: number, given?: Partial<WorldEvent>) => string;

describe.each(["google-calendar", "outlook-calendar"] as const)("%s", (kind) => {
  it("keeps all of an event that a brief needs", async () => {
    const { events, id, ctx } = await aCalendar(kind, (add) => {
      add(1, {
        title: "Crane repair",
        zone: "Europe/Lisbon",
        organiser: ANA,
        joinUrl: "https://meet.example/crane",
        attendees: [
          { address: BEN, name: "Ben Okafor", answer: "accepted" },
          { address: "carla@port.example", name: "Carla Nunes", answer: "declined" },
          { address: "dao@port.example", name: "Dao Tran", answer: "tentative" },
          { address: "eve@port.example", name: "Eve Lind", answer: null },
        ],
        rooms: ["quay-room@harbour.example"],
        attachments: [{ name: "Offer.pdf", url: "https://files.example/offer", itemId: "file-1" }],
      });
    });
    const [event, ...others] = await events();
    expect(others).toEqual([]);
    expect(event).toMatchObject({
      title: "Crane repair",
      state: "planned",
      seriesId: null,
      beganAt: new Date(at.world.now().getTime() + DAY),
      endedAt: new Date(at.world.now().getTime() + DAY + HOUR),
      zone: "Europe/Lisbon",
      isAllDay: false,
      isPrivate: false,
      organiser: ANA,
      joinUrl: "https://meet.example/crane",
      attendees: [
        { address: BEN, name: "Ben Okafor", answer: "accepted" },
        { address: "carla@port.example", name: "Carla Nunes", answer: "declined" },
        { address: "dao@port.example", name: "Dao Tran", answer: "tentative" },
        { address: "eve@port.example", name: "Eve Lind", answer: null },
      ],
      attachments: [{ name: "Offer.pdf", itemId: "file-1" }],
    });
    expect(event?.attachments).toMatchObject([{ url: expect.stringMatching(/^https:/) }]);
    expect((await getSource(ctx, { id })).source.counts).toMatchObject({ total: 1, ready: 1 });
  });

  it("follows a change, takes a cancelled event away, and brings one that came back", async () => {
    const { events, add, follow, ctx, id } = await aCalendar(kind);
    const moved = add(2, { title: "Tide tables" });
    const cancelled = add(3, { title: "Lunch" });
    await follow();
    expect((await events()).map(({ title }) => title)).toEqual(["Tide tables", "Lunch"]);

    const beganAt = new Date(at.world.now().getTime() + 5 * DAY);
    at.world.changeEvent(moved, {
      title: "Tide tables of May",
      beganAt,
      endedAt: new Date(beganAt.getTime() + HOUR),
      attendees: [{ address: BEN, name: "Ben Okafor", answer: "tentative" }],
    });
    at.world.changeEvent(cancelled, { isCancelled: true });
    await follow();
    expect(await events()).toMatchObject([
      { title: "Tide tables of May", beganAt, attendees: [{ address: BEN, answer: "tentative" }] },
    ]);
    expect((await listItems(ctx, { id, state: "gone" })).items).toMatchObject([
      { id: cancelled, reason: "deleted" },
    ]);
    at.world.changeEvent(cancelled, { isCancelled: false });
    await follow();
    expect((await events()).map(({ externalId }) => externalId).sort()).toEqual(
      [moved, cancelled].sort(),
    );
  });

  it("keeps each occurrence of a series, with what the series says", async () => {
    const attendees = [{ address: BEN, name: "Ben Okafor", answer: "accepted" as const }];
    const series = { seriesId: "weekly", title: "Weekly", organiser: ANA, attendees };
    const attachments = [{ name: "Agenda.pdf", url: "https://files.example/agenda", itemId: "a" }];
    const { events } = await aCalendar(kind, (add) => {
      for (const day of [1, 8, 15]) add(day, { ...series, attachments });
    });
    const found = await events();
    expect(found).toHaveLength(3);
    expect(new Set(found.map(({ seriesId }) => seriesId)).size).toBe(1);
    expect(found[0]?.seriesId).toContain("weekly");
    for (const event of found)
      expect(event).toMatchObject({
        title: "Weekly",
        organiser: ANA,
        attendees,
        attachments: [{ name: "Agenda.pdf" }],
      });
    expect(new Set(found.map(({ beganAt }) => beganAt.getTime())).size).toBe(3);
  });

  it("keeps of a private event that somebody is busy, and no word and no person, also if it was open before", async () => {
    const secrets = {
      title: "Visit to Doctor Quillfeather",
      organiser: "reception@quillfeather.example",
      joinUrl: "https://meet.example/quillfeather",
      attendees: [{ address: "doctor@quillfeather.example", name: "Quillfeather", answer: null }],
      attachments: [
        { name: "Quillfeather.pdf", url: "https://q.example/quillfeather", itemId: "q" },
      ],
    };
    const { events, add, follow, ctx, id } = await aCalendar(kind, (add) => {
      add(1, { ...secrets, isPrivate: true, isAllDay: false });
    });
    const closed = add(2, { ...secrets, title: "Quillfeather again" });
    await follow();
    expect(await everyText()).toContain("Quillfeather again");
    at.world.changeEvent(closed, { isPrivate: true });
    await follow();

    const found = await events();
    expect(found).toHaveLength(2);
    for (const event of found)
      expect(event).toMatchObject({
        title: "",
        isPrivate: true,
        organiser: null,
        attendees: [],
        attachments: [],
        joinUrl: null,
        state: "planned",
        beganAt: expect.any(Date),
      });
    const { items } = await listItems(ctx, { id, state: "skipped" });
    expect(items.map(({ reason }) => reason)).toEqual(["private-event", "private-event"]);
    expect((await everyText()).toLowerCase()).not.toContain("quillfeather");
  });
});

it("names zones as the rest of the world does, not as Windows does", async () => {
  const { events } = await aCalendar("outlook-calendar", (add) => {
    add(1, { zone: "W. Europe Standard Time" });
  });
  expect(await events()).toMatchObject([{ zone: "Europe/Berlin" }]);
});

it("keeps events that a comparison cannot see, because they are outside of the window of Outlook", async () => {
  const { events, ctx, id, follow } = await aCalendar("outlook-calendar", (add) => {
    add(-390, { title: "Long ago" });
    add(10, { title: "Soon" });
    add(12, { title: "Cancelled unseen" });
  });
  expect(await events()).toHaveLength(3);
  // After a month the oldest event is in no window any more.
  at.world.advance(30 * DAY);
  await follow();
  expect(await events()).toHaveLength(3);
  const missed = (await events()).find(({ title }) => title === "Cancelled unseen");
  // The journal of the world does not tell it: a comparison alone can find it.
  at.world.events.delete(missed?.externalId ?? "");
  await compareSource(ctx, { id });
  await sync(ctx, id);
  expect((await events()).map(({ title }) => title)).toEqual(["Long ago", "Soon"]);
  const { counts } = (await getSource(ctx, { id })).source;
  expect(counts).toMatchObject({ total: 2, ready: 2 });
});
