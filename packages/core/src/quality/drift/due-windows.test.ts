import { expect, test } from "vitest";
import { type DueWindow, dueWindows } from "./due-windows";
import { weekOf, weeksAfter } from "./weeks";

const now = new Date("2026-11-26T12:00:00Z");
const present = weekOf(now);
const last = weeksAfter(present, -1);
const given = { now, version: "1" };
const came = (week: Date, documents: number, lastSeq = 1) => ({
  source: "upload",
  week,
  documents,
  lastSeq,
});
const stored = ({ source, week, look, fingerprint }: DueWindow, documents: number) => ({
  source,
  week,
  documents,
  looks: look,
  fingerprint,
});

test("a week begins on Monday at midnight in UTC", () => {
  expect(present.toISOString()).toBe("2026-11-23T00:00:00.000Z");
  expect(weekOf(new Date("2026-11-29T23:59:59Z"))).toEqual(present);
  expect(weekOf(new Date("2026-11-30T00:00:00Z"))).toEqual(weeksAfter(present, 1));
});

test("a week that is over is compared once, and again when it has changed, with the same part of the false alarms", () => {
  const [due = expect.fail()] = dueWindows([came(last, 30)], [], given);
  expect(due.look).toBe(1);
  expect(dueWindows([came(last, 30)], [stored(due, 30)], given)).toEqual([]);
  expect(dueWindows([came(last, 30, 2)], [stored(due, 30)], given)).toMatchObject([{ look: 1 }]);
});

test("the present week is looked at when it has grown by half, each time with a smaller part", () => {
  expect(dueWindows([came(present, 19)], [], given)).toEqual([]);
  const [first = expect.fail()] = dueWindows([came(present, 20)], [], given);
  expect(dueWindows([came(present, 29)], [stored(first, 20)], given)).toEqual([]);
  const [second = expect.fail()] = dueWindows([came(present, 30)], [stored(first, 20)], given);
  expect([first.look, second.look]).toEqual([1, 2]);

  const later = { ...given, now: new Date("2026-12-01T00:00:00Z") };
  expect(dueWindows([came(present, 30)], [stored(second, 30)], later)).toMatchObject([{ look: 3 }]);
});

test("weeks long ago are left alone", () => {
  expect(dueWindows([came(weeksAfter(present, -9), 30)], [], given)).toEqual([]);
});
