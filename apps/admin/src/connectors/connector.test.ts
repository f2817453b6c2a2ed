import { expect, test } from "vitest";

import { type Connection, fitting, isHeldBack, needsPerson } from "./connector";

const source = { state: "live" } as Connection["sources"][number];
const connection = (given: Partial<Connection>) =>
  ({ state: "ok", provider: "google", sources: [source], ...given }) as Connection;

test("a connection needs a person when it, or a source of it, does not go on by itself", () => {
  expect(needsPerson(connection({}))).toBe(false);
  expect(needsPerson(connection({ state: "throttled" }))).toBe(false);
  expect(needsPerson(connection({ state: "reconnect" }))).toBe(true);
  expect(needsPerson(connection({ sources: [source, { ...source, state: "asking" }] }))).toBe(true);
});

test("a connection is held back until the moment that the provider named", () => {
  const now = new Date("2026-01-31T09:30:00Z");
  expect(isHeldBack({ blockedUntil: new Date(now.getTime() + 1) }, now)).toBe(true);
  expect(isHeldBack({ blockedUntil: now }, now)).toBe(false);
  expect(isHeldBack({ blockedUntil: null }, now)).toBe(false);
});

test("a state fits connections and those whose sources are in it", () => {
  const asking = connection({ provider: "dropbox", sources: [{ ...source, state: "asking" }] });
  const lost = connection({ state: "reconnect" });
  expect(fitting([asking, lost], { state: "asking", provider: null })).toEqual([asking]);
  expect(fitting([asking, lost], { state: "reconnect", provider: null })).toEqual([lost]);
  expect(fitting([asking, lost], { state: null, provider: "dropbox" })).toEqual([asking]);
  expect(fitting([asking, lost], { state: "asking", provider: "google" })).toEqual([]);
});
