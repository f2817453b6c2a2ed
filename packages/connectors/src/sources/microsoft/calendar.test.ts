import { afterEach, beforeEach, expect, test } from "vitest";

import { list, look, lookByPages } from "../../../doubles/kit/driving";
import { ANA, type MicrosoftBench, startMicrosoft } from "../../../doubles/microsoft/bench";
import type { WorldEvent } from "../../../doubles/world";
import { createOutlookCalendarSource } from "./calendar";

const DAY_MS = 86_400_000;
let bench: MicrosoftBench;
let calendarId: string;

beforeEach(async () => {
  bench = await startMicrosoft({
    create: createOutlookCalendarSource,
    content: () => false,
    prepare: (world) => {
      calendarId = world.addCalendar(ANA, "Calendar").id;
      return {
        root: { kind: "outlook-calendar", calendar: calendarId },
        hands: { add: () => "", addMany: () => [], remove: () => {} },
      };
    },
  });
});
afterEach(() => bench.doubles.close());

const world = () => bench.doubles.world;
const addEvent = (inDays: number, given: Partial<WorldEvent> = {}) => {
  const beganAt = new Date(world().now().getTime() + inDays * DAY_MS);
  const endedAt = new Date(beganAt.getTime() + 1_800_000);
  return world().addEvent({ calendarId, title: "Meeting", beganAt, endedAt, ...given });
};

test("an occurrence comes with its times alone, and is told with what it inherits", async () => {
  const attendees = [{ address: "ben@harbour.example", name: "Ben", answer: "accepted" as const }];
  const given = { seriesId: "weekly", title: "Weekly", attendees, organiser: ANA };
  const ids = [1, 8, 15].map((day) => addEvent(day, given).id);
  const { items } = await list(bench);
  expect([...items.keys()].sort()).toEqual(ids.sort());
  for (const item of items.values()) {
    expect(item.name).toBe("Weekly");
    expect(item.event).toMatchObject({ organiser: ANA, attendees });
    expect(item.parentIds).toContain(`series-${calendarId}-weekly`);
  }
  const days = [...items.values()].map(({ event }) => event?.beganAt.getTime());
  expect(new Set(days).size).toBe(3);
});

test("what an occurrence inherits is asked for if its page does not tell it", async () => {
  for (let day = 1; day <= 30; day++) addEvent(day, { seriesId: "daily", title: "Daily" });
  const names = [...(await list(bench)).items.values()].map(({ name }) => name);
  expect(new Set(names)).toEqual(new Set(["Daily"]));
  const cursor = await bench.source.begin(bench.account, bench.root);
  const late = addEvent(31, { seriesId: "daily", title: "Daily" }).id;
  const change = (await look(bench, cursor)).state.get(late);
  expect(change?.kind === "is" && change.item.name).toBe("Daily");
});

test("of a private event nothing is kept but that the person is busy", async () => {
  const { id } = addEvent(1, {
    title: "Doctor Schmidt",
    isPrivate: true,
    attendees: [{ address: "doctor@example.org", name: null, answer: null }],
    joinUrl: "https://teams.example/secret",
  });
  const item = (await list(bench)).items.get(id);
  expect(item).toMatchObject({ name: "Busy", skip: "private-event", webUrl: null });
  expect(JSON.stringify(item)).not.toMatch(/Schmidt|doctor@|secret/);
});

test("a window does not roll, so that a look after a week begins a new one", async () => {
  const far = addEvent(405).id;
  const near = addEvent(-399).id;
  const cursor = await bench.source.begin(bench.account, bench.root);
  expect((await look(bench, cursor)).changes).toEqual([]);
  expect([...(await list(bench)).items.keys()]).toEqual([near]);
  world().advance(6 * DAY_MS);
  expect((await look(bench, cursor)).changes).toEqual([]);
  world().advance(2 * DAY_MS);
  const { state, cursor: after, isLast } = await look(bench, cursor);
  expect(state.get(far)?.kind).toBe("is");
  expect(state.has(near)).toBe(false);
  expect(isLast).toBe(true);
  expect((await look(bench, after)).changes).toEqual([]);
  const byPages = await lookByPages(bench, cursor);
  expect(byPages.isLast).toBe(true);
  expect([...byPages.state.keys()]).toEqual([far]);
});

test("the double refuses a choice of fields, and a view without its times", async () => {
  const authorization = `Bearer ${await bench.account.token()}`;
  const at = `${bench.doubles.url}/v1.0/me/calendars/${calendarId}/calendarView/delta`;
  const times = "startDateTime=2026-01-01T00:00:00Z&endDateTime=2027-01-01T00:00:00Z";
  for (const query of [`${times}&$select=id`, ""]) {
    expect((await fetch(`${at}?${query}`, { headers: { authorization } })).status).toBe(400);
  }
});

test("times are read in UTC, whatever zone this machine is in", async () => {
  const beganAt = new Date("2026-11-05T09:00:00Z");
  const { id } = addEvent(1, { beganAt, endedAt: new Date("2026-11-05T10:00:00Z") });
  expect((await list(bench)).items.get(id)?.event?.beganAt.toISOString()).toBe(
    "2026-11-05T09:00:00.000Z",
  );
});
