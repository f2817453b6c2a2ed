import { expect, test } from "vitest";

import { decideFlag, type FlagState } from "./flags";

const on: FlagState = { isKilled: false, isOn: true, percentage: 100, workspaces: {} };
const of = (personId: string | null, workspaceId: string | null = "ws_1") => ({
  personId,
  workspaceId,
});
const people = Array.from({ length: 2000 }, (_, number) => `usr_0199${number}`);
const shareAt = (percentage: number) =>
  people.filter((id) => decideFlag("public-links", { ...on, percentage }, of(id)));

test("without a decision the default holds", () => {
  expect(decideFlag("public-links", undefined, of("usr_1"))).toBe(true);
});

test("a kill goes before everything else", () => {
  const state = { ...on, isKilled: true, workspaces: { ws_1: true } };
  expect(decideFlag("public-links", state, of("usr_1"))).toBe(false);
});

test("a workspace's own decision goes before the platform's, and concerns no other workspace", () => {
  const state = { ...on, workspaces: { ws_1: false } };
  expect(decideFlag("public-links", state, of("usr_1"))).toBe(false);
  expect(decideFlag("public-links", state, of("usr_1", "ws_2"))).toBe(true);
  const off = { ...on, isOn: false, workspaces: { ws_1: true } };
  expect(decideFlag("public-links", off, of("usr_1"))).toBe(true);
});

test("a percentage is about that share of people, and nobody falls out when it grows", () => {
  const [few, half] = [shareAt(10), shareAt(50)];
  expect(few.length).toBeGreaterThan(140);
  expect(few.length).toBeLessThan(260);
  expect(half.length).toBeGreaterThan(900);
  expect(half.length).toBeLessThan(1100);
  expect(few.every((id) => half.includes(id))).toBe(true);
  expect(shareAt(0)).toEqual([]);
});

test("two flags do not choose the same people", () => {
  const other = people.filter((id) => decideFlag("sign-up", { ...on, percentage: 50 }, of(id)));
  const both = other.filter((id) => shareAt(50).includes(id));
  expect(both.length).toBeLessThan(700);
});

test("a stranger is in no share of people", () => {
  expect(decideFlag("sign-up", { ...on, percentage: 99 }, of(null, null))).toBe(false);
  expect(decideFlag("sign-up", on, of(null, null))).toBe(true);
});
